import { regionPictureHere } from '#lib/components/map/region-picture.ts';
import { unwrap } from '#lib/picture/dashboard/parcel.ts';
import type { PageLoad } from './$types';

/** What the page's script needs and the page need not carry: the map's lines, which it shows already, and the facts of a large record. */
export const load: PageLoad = async ({ data, fetch }) => {
	const [picture, facts] = await Promise.all([regionPictureHere(), unwrap(data.facts, fetch)]);
	return { ...data, picture, facts };
};

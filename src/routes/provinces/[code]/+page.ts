import { regionPictureOf } from '#lib/components/map/region-picture.ts';
import type { PageLoad } from './$types';

/** The picture of the whole region, where one of the page's maps shows it. */
export const load: PageLoad = async ({ data }) => ({ ...data, region: await regionPictureOf(data.area) });

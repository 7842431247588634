import { regionPictureHere } from '#lib/components/map/region-picture.ts';
import type { PageLoad } from './$types';

/** The map's picture: the browser has it from the page itself, or fetches it for the first page that shows it. */
export const load: PageLoad = async ({ data }) => ({ ...data, picture: await regionPictureHere() });

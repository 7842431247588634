import type { Picture } from '#geo/regions/picture.ts';
import { regionFrame } from '#geo/regions/region-frame.ts';
import type { AreaView } from '#lib/picture/area-view.ts';
import { drawnPicture } from './drawn.ts';

let held: Picture | null = null;

/** The picture of the whole region: of this document if it is drawn there, else fetched. Kept for the next page. */
export async function regionPictureHere(): Promise<Picture> {
	if (typeof document !== 'undefined') held ??= drawnPicture(document, regionFrame);
	return (held ??= (await import('#geo/regions/region-picture.ts')).regionPicture);
}

/** The same for the page of an area, where one of its maps shows the whole region; else null. */
export async function regionPictureOf({ map, reach }: AreaView): Promise<Picture | null> {
	const wanted = (map.ok && map.value.picture === null) || (reach?.ok === true && reach.value !== null);
	return wanted ? regionPictureHere() : null;
}

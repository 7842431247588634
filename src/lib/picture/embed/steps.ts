import { toward, type Direction } from '#geo/regions/direction.ts';
import type { Picture } from '#geo/regions/picture.ts';
import type { Scene } from '../map/scene.ts';
import { openAreas, spots } from '../map/spots.ts';

/** In this order the steps of an area are written; the script of embeds reads them so. */
const WAYS: readonly Direction[] = ['up', 'down', 'left', 'right'];
const FIRST_LETTER = 'A'.charCodeAt(0);

/**
 * Where each arrow key leads from each area that is a link, by the rule of the dashboard's map: four letters an area, up,
 * down, left, right; `A` is the first area, `B` the next, `-` nowhere. No letter needs to be escaped up to 60 areas.
 */
export function stepsOf(picture: Picture, { areas }: Pick<Scene, 'areas'>): string {
	const open = openAreas(picture, areas);
	const places = spots(picture, open);
	const letterOf = new Map(open.map(({ code }, i) => [code, String.fromCharCode(FIRST_LETTER + i)]));
	return open.flatMap(({ code }) => WAYS.map((way) => letterOf.get(toward(code, way, places) ?? '') ?? '-')).join('');
}

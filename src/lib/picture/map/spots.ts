import type { Spot } from '#geo/regions/direction.ts';
import type { Picture } from '#geo/regions/picture.ts';
import { unproject } from './projection.ts';
import type { SceneArea } from './scene.ts';

/** The areas of a scene that lead somewhere and are on the picture: what the keyboard reaches, in its order. */
export function openAreas(picture: Picture, areas: readonly SceneArea[]): SceneArea[] {
	return areas.filter(({ code, href }) => href !== null && code in picture.areas);
}

/** Where areas of a picture lie, for steps from one to another. */
export function spots(picture: Picture, areas: readonly SceneArea[]): Spot[] {
	return areas.map(({ code, neighbours }) => {
		const { lon, lat } = unproject(picture, picture.points[code]!);
		return { adcode: code, label: [lon, lat], neighbours };
	});
}

import type { Adcode, Point } from '#domain/place.ts';
import type { Picture } from '#geo/regions/picture.ts';

/** Picture units: x to the right, y downwards. */
export type XY = readonly [x: number, y: number];

/**
 * Where a zoomed picture lies in its frame, all in picture units: `place = scale × point + (x, y)`. At rest the scale
 * is 1 and the offset 0. Free of pixels, so it holds at any drawn width.
 */
export type Placement = { readonly scale: number; readonly x: number; readonly y: number };

/** A MapLibre camera: [longitude, latitude] in degrees and zoom for tiles of 512 px. */
export type Camera = { readonly center: [lon: number, lat: number]; readonly zoom: number };

const RADIANS = Math.PI / 180;

/** Picture units of a point in degrees (spherical Web Mercator, as d3.geoMercator). */
export function project({ projection: { scale, translate } }: Pick<Picture, 'projection'>, { lon, lat }: Point): XY {
	return [
		translate[0] + scale * lon * RADIANS,
		translate[1] - scale * Math.log(Math.tan(Math.PI / 4 + (lat * RADIANS) / 2))
	];
}

/** The point in degrees at picture units; the inverse of `project`. */
export function unproject({ projection: { scale, translate } }: Picture, [x, y]: XY): Point {
	return {
		lon: (x - translate[0]) / scale / RADIANS,
		lat: (2 * Math.atan(Math.exp((translate[1] - y) / scale)) - Math.PI / 2) / RADIANS
	};
}

/** The camera that shows a picture exactly as it is drawn `width` px wide. */
export function cameraOf(picture: Picture, width: number): Camera {
	const { lon, lat } = unproject(picture, [picture.width / 2, picture.height / 2]);
	return {
		center: [lon, lat],
		zoom: Math.log2((2 * Math.PI * picture.projection.scale * (width / picture.width)) / 512)
	};
}

/** Picture units of an area's label point or of a point in degrees; null for a code that is not in the picture. */
export function placeIn(picture: Pick<Picture, 'points' | 'projection'>, place: Adcode | Point): XY | null {
	return typeof place === 'string' ? (picture.points[place] ?? null) : project(picture, place);
}

/** A place in a frame as percentages of its width and height, to be written into `x` and `y`. */
export function percentIn(picture: Picture, [x, y]: XY, placement: Placement | null): { x: string; y: string } {
	const [px, py] = placement ? [x * placement.scale + placement.x, y * placement.scale + placement.y] : [x, y];
	return { x: percent(px / picture.width), y: percent(py / picture.height) };
}

function percent(share: number): string {
	return `${Math.round(share * 1e4) / 1e2 + 0}%`;
}

import { closedPath, openPath, readPath, type Line } from '#geo/regions/path.ts';
import type { PathData, Picture } from '#geo/regions/picture.ts';

/** Tenths of a picture unit that become one unit of a light ground: 1 px of a picture 800 px wide. */
export const GRAIN = 10;

/** A picture's shapes as an embed draws them, in units of `GRAIN` tenths: what touches goes on touching. */
export type Ground = {
	readonly areas: Readonly<Record<string, PathData>>;
	readonly context: PathData;
	readonly province: PathData;
	readonly outline: PathData;
	readonly rivers: PathData;
	readonly lakes: PathData;
};

const made = new WeakMap<Picture, Ground>();

/** The light shapes of a picture; made once. */
export function groundOf(picture: Picture): Ground {
	const known = made.get(picture);
	if (known) return known;
	const ground: Ground = {
		areas: Object.fromEntries(Object.entries(picture.areas).map(([code, d]) => [code, closed([d])])),
		context: closed(Object.values(picture.context)),
		province: open([picture.borders.province]),
		outline: open([picture.borders.outline]),
		rivers: open(picture.water.rivers.map(({ d }) => d)),
		lakes: closed(picture.water.lakes.map(({ d }) => d))
	};
	made.set(picture, ground);
	return ground;
}

/** The path of a group's outline, which comes in tenths of a unit. */
export function coarse(d: PathData): PathData {
	return closed([d]);
}

function closed(paths: readonly PathData[]): PathData {
	const rings = paths.flatMap(grained);
	const areas = rings.filter((ring) => corners(ring) > 2);
	// An island smaller than the grain is left out, a whole area never is.
	return closedPath(areas.length > 0 ? areas : rings.slice(0, 1));
}

function open(paths: readonly PathData[]): PathData {
	return openPath(paths.flatMap(grained).filter((line) => corners(line) > 1));
}

function grained(d: PathData): Line[] {
	return readPath(d).map((line) => line.map(([x, y]) => [Math.round(x / GRAIN), Math.round(y / GRAIN)] as const));
}

function corners(line: Line): number {
	return new Set(line.map(([x, y]) => `${x} ${y}`)).size;
}

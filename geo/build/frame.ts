import { geoIdentity, geoMercator, geoPath, type GeoContext, type GeoProjection } from 'd3-geo';
import type { Geometry } from 'geojson';
import type { Line } from '../regions/path.ts';

/** Tenths of a picture unit: the whole numbers that paths are made of. */
export const TENTHS = 10;
const [WIDTH, TALLEST, PADDING] = [800, 1000, 8];
// Clipped shapes end outside the frame, so that their strokes along it are not seen.
const BLEED = 6 * TENTHS;

/** Size of a picture in units and its projection to units. */
export type Frame = {
	readonly width: number;
	readonly height: number;
	readonly projection: { readonly scale: number; readonly translate: readonly [number, number] };
};

/** Fits points in degrees into 800 units by at most 1000, in Web Mercator, with a small margin. */
export function frameOf(points: readonly (readonly number[])[]): Frame {
	const flat = geoMercator().scale(1).translate([0, 0]);
	const projected = points.map(([lon, lat]) => flat([lon!, lat!])!);
	const [xs, ys] = [projected.map(([x]) => x), projected.map(([, y]) => y)];
	const [left, right] = [xs.reduce((a, b) => Math.min(a, b)), xs.reduce((a, b) => Math.max(a, b))];
	const [top, bottom] = [ys.reduce((a, b) => Math.min(a, b)), ys.reduce((a, b) => Math.max(a, b))];
	const room = WIDTH - 2 * PADDING;
	const scale = floor(Math.min(room / (right - left), (TALLEST - 2 * PADDING) / (bottom - top)));
	const height = Math.ceil(scale * (bottom - top) + 2 * PADDING);
	const translate = [
		floor(WIDTH / 2 - (scale * (left + right)) / 2),
		floor(height / 2 - (scale * (top + bottom)) / 2)
	] as const;
	return { width: WIDTH, height, projection: { scale, translate } };
}

/** The projection of a frame, to tenths of a unit. */
export function tenths({ projection: { scale, translate } }: Frame): GeoProjection {
	return geoMercator()
		.scale(scale * TENTHS)
		.translate([translate[0] * TENTHS, translate[1] * TENTHS]);
}

/** The rings or lines of a planar geometry (tenths) within a frame, in whole numbers. */
export function clip({ width, height }: Frame, geometry: Geometry): Line[] {
	const lines: [number, number][][] = [];
	const context: GeoContext = {
		beginPath: () => undefined,
		moveTo: (x, y) => void lines.push([[Math.round(x), Math.round(y)]]),
		lineTo: (x, y) => void lines.at(-1)!.push([Math.round(x), Math.round(y)]),
		arc: () => undefined,
		closePath: () => void lines.at(-1)!.push([...lines.at(-1)![0]!])
	};
	const edges: [[number, number], [number, number]] = [
		[-BLEED, -BLEED],
		[width * TENTHS + BLEED, height * TENTHS + BLEED]
	];
	geoPath(geoIdentity().clipExtent(edges), context)(geometry);
	return lines;
}

function floor(value: number): number {
	return Math.floor(value * 1000) / 1000;
}

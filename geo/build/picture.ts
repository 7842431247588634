import type { MultiPolygon } from 'geojson';
import { merge, mesh } from 'topojson-client';
import { cityCode, provinceCode } from '#domain/place.ts';
import { closedPath, openPath, type Line } from '../regions/path.ts';
import type { Picture } from '../regions/picture.ts';
import type { LonLat } from '../regions/region.ts';
import { clip, frameOf, TENTHS, tenths, type Frame } from './frame.ts';
import { snap } from './grid.ts';
import { simplifyRings } from './simplify.ts';
import type { Counties } from './topology.ts';
import { drawWater } from './water-picture.ts';
import type { Water } from './water.ts';

/** What a picture shows: the code of the area each district is part of, or null, and likewise of its context. */
export type Subject = {
	readonly areaOf: (district: string) => string | null;
	readonly contextOf: (district: string) => string | null;
	/** Smallest triangle kept by the simplification, in square units, and the grid of its points, in units. */
	readonly detail: { readonly least: number; readonly step: number };
};

const FINE = { least: 0.8, step: 0.2 };
// The region travels in every first view, so it pays for its bytes: half a unit either way.
const COARSE = { least: 2.5, step: 0.5 };
const LEAST_ISLAND = 0.5;

/** The 41 cities of the region. */
export const wholeRegion: Subject = { areaOf: cityCode, contextOf: () => null, detail: COARSE };

/** The cities of a province among those around it. */
export function provinceSubject(province: string): Subject {
	return {
		areaOf: (district) => (provinceCode(district) === province ? cityCode(district) : null),
		contextOf: (district) => (provinceCode(district) === province ? null : cityCode(district)),
		detail: FINE
	};
}

/** The districts of a city among the cities around it. */
export function citySubject(city: string): Subject {
	return {
		areaOf: (district) => (cityCode(district) === city ? district : null),
		contextOf: (district) => (cityCode(district) === city ? null : cityCode(district)),
		detail: FINE
	};
}

/** The counties in the plane of a subject's picture: tenths of a unit in whole numbers, simplified. */
export function planarCounties(counties: Counties, { areaOf, detail }: Subject): { frame: Frame; plane: Counties } {
	const inside = counties.objects.districts.geometries.filter(({ id }) => areaOf(id) !== null);
	const arcs = new Set(inside.flatMap(({ arcs }) => arcs.flat(2)).map((arc) => (arc < 0 ? ~arc : arc)));
	const frame = frameOf([...arcs].flatMap((arc) => counties.arcs[arc]!));
	const project = tenths(frame);
	const flat = { ...counties, arcs: counties.arcs.map((arc) => arc.map(([lon, lat]) => project([lon!, lat!])!)) };
	const step = detail.step * TENTHS;
	const grid = { scale: [step, step] as [number, number], translate: [0, 0] as [number, number] };
	const simple = simplifyRings(flat, detail.least * TENTHS * TENTHS);
	return { frame, plane: snap(simple, grid, Math.ceil(LEAST_ISLAND / detail.step)) };
}

/** Draws a subject. `labels` gives each area's label point in degrees. */
export function drawPicture(
	counties: Counties,
	water: Water,
	subject: Subject,
	labels: ReadonlyMap<string, LonLat>
): Picture {
	const { frame, plane } = planarCounties(counties, subject);
	const project = tenths(frame);
	const areas = grouped(plane, subject.areaOf).map(([id, shape]) => ({ id, rings: ringsOf(shape) }));
	const context = grouped(plane, subject.contextOf).map(([id, shape]) => [id, closedPath(clip(frame, shape))] as const);
	const districts = plane.objects.districts;
	const inside = districts.geometries.filter(({ id }) => subject.areaOf(id) !== null);
	const provinces = mesh(plane, districts, (a, b) => provinceCode(`${a.id}`) !== provinceCode(`${b.id}`));
	return {
		...frame,
		areas: Object.fromEntries(areas.map(({ id, rings }) => [id, closedPath(rings)])),
		borders: {
			province: openPath(clip(frame, provinces)),
			outline: closedPath(ringsOf(merge(plane, inside)))
		},
		context: Object.fromEntries(context.filter(([, d]) => d !== '')),
		water: drawWater(frame, water),
		points: Object.fromEntries(areas.map(({ id }) => [id, units(project([...labels.get(id)!])!)])),
		extent: Object.fromEntries(areas.map(({ id, rings }) => [id, extentOf(rings.flat())]))
	};
}

/** The areas of a plane by code, each as merged rings in tenths, in code order. */
function grouped(plane: Counties, codeOf: Subject['areaOf']): [string, MultiPolygon][] {
	const groups = Map.groupBy(plane.objects.districts.geometries, ({ id }) => codeOf(id));
	return [...groups]
		.flatMap(([id, members]): [string, MultiPolygon][] => (id === null ? [] : [[id, merge(plane, members)]]))
		.sort(([a], [b]) => a.localeCompare(b));
}

function ringsOf(shape: MultiPolygon): Line[] {
	return shape.coordinates.flat() as unknown as Line[];
}

function units([x, y]: readonly [number, number]): [number, number] {
	return [Math.round(x) / TENTHS, Math.round(y) / TENTHS];
}

function extentOf(points: Line): [number, number, number, number] {
	const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
	const [left, top] = units([Math.min(...xs), Math.min(...ys)]);
	return [left, top, ...units([Math.max(...xs), Math.max(...ys)])];
}

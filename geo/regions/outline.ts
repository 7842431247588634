import { merge } from 'topojson-client';
import type { GeometryCollection, MultiPolygon, Topology } from 'topojson-specification';
import { cityCode, provinceCode } from '#domain/place.ts';
import planar from '../data/region.planar.topo.json' with { type: 'json' };
import { closedPath, type Line } from './path.ts';
import type { PathData } from './picture.ts';

type Area = MultiPolygon & { id: string };

const topology = planar as unknown as Topology<{ districts: GeometryCollection }>;
const areas = topology.objects.districts.geometries as Area[];
const drawn = new Map<string, PathData>();
const MOST_KEPT = 200;

/**
 * One outline around a set of districts, cities or provinces, by code, in the plane of the region's picture: path data
 * in tenths of a unit, which fits its areas exactly. Codes that are none of the region's are passed over; `''` for
 * no area. For the server; the last 200 are kept.
 */
export function outline(codes: readonly string[]): PathData {
	const wanted = new Set(codes);
	const key = [...wanted].sort().join();
	const known = drawn.get(key);
	if (known !== undefined) return known;
	const members = areas.filter(({ id }) => [id, cityCode(id), provinceCode(id)].some((code) => wanted.has(code)));
	const d = closedPath(merge(topology, members).coordinates.flat() as unknown as Line[]);
	if (drawn.size >= MOST_KEPT) drawn.delete(drawn.keys().next().value!);
	drawn.set(key, d);
	return d;
}

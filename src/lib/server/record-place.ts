import type { Position } from 'geojson';
import gcoord from 'gcoord';
import type { Topology } from 'topojson-specification';
import { DATUMS, type Datum } from '#domain/form-input.ts';
import type { Adcode, Point } from '#domain/place.ts';
import { cityCode } from '#domain/place.ts';
import districtsFile from '#geo/data/districts.topo.json' with { type: 'json' };
import { toGeoJSON } from '#geo/regions/geojson.ts';

const NAMES = { wgs84: gcoord.WGS84, gcj02: gcoord.GCJ02, bd09: gcoord.BD09 } as const;

export function isDatum(text: string): text is Datum {
	return (DATUMS as readonly string[]).includes(text);
}

/** A point given in a datum, in WGS-84; rounded to 7 decimals (a centimetre) where it had to be converted. */
export function toWgs84(point: Point, datum: Datum): Point {
	if (datum === 'wgs84') return point;
	const [lon, lat] = gcoord.transform([point.lon, point.lat], NAMES[datum], gcoord.WGS84) as [number, number];
	return { lon: Math.round(lon * 1e7) / 1e7, lat: Math.round(lat * 1e7) / 1e7 };
}

type Area = { readonly district: Adcode; readonly box: readonly [number, number, number, number]; readonly polygons: readonly (readonly Position[][])[] };

let areas: readonly Area[] | null = null;

function districtAreas(): readonly Area[] {
	areas ??= toGeoJSON(districtsFile as unknown as Topology, 'districts').features.map(({ id, geometry }) => {
		const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
		const points = polygons.flatMap(([outer = []]) => outer);
		const [lons, lats] = [points.map(([lon = 0]) => lon), points.map(([, lat = 0]) => lat)];
		return { district: String(id), box: [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)], polygons };
	});
	return areas;
}

/** The district in whose boundary (geo/data) a point lies, with its city; null where it lies in none. */
export function placeOf({ lon, lat }: Point): { readonly city: Adcode; readonly district: Adcode } | null {
	const found = districtAreas().find(
		({ box: [west, south, east, north], polygons }) =>
			west <= lon && lon <= east && south <= lat && lat <= north && polygons.some(([outer = [], ...holes]) => isInside(outer, lon, lat) && !holes.some((hole) => isInside(hole, lon, lat)))
	);
	return found ? { city: cityCode(found.district), district: found.district } : null;
}

/** By the number of edges that a ray to the east crosses. */
function isInside(ring: readonly Position[], lon: number, lat: number): boolean {
	let inside = false;
	for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
		const [x1 = 0, y1 = 0] = ring[i]!;
		const [x2 = 0, y2 = 0] = ring[j]!;
		if (y1 > lat !== y2 > lat && lon < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) inside = !inside;
	}
	return inside;
}

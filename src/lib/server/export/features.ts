import type { Feature, FeatureCollection, Geometry, Position } from 'geojson';
import type { Topology } from 'topojson-specification';
import citiesFile from '#geo/data/cities.topo.json' with { type: 'json' };
import districtsFile from '#geo/data/districts.topo.json' with { type: 'json' };
import type { Adcode, Point } from '#domain/place.ts';
import { place } from '#geo/regions/code.ts';
import { toGeoJSON } from '#geo/regions/geojson.ts';

/** About a metre: finer than the boundaries are known. */
const DECIMALS = 1e5;

type Level = 'provinces' | 'cities' | 'districts';
const geometries = new Map<Level, ReadonlyMap<Adcode, Geometry>>();

function geometriesOf(level: Level): ReadonlyMap<Adcode, Geometry> {
	const found = geometries.get(level) ?? new Map(read(level).features.map(({ id, geometry }) => [String(id), rounded(geometry)]));
	geometries.set(level, found);
	return found;
}

function read(level: Level): FeatureCollection {
	return toGeoJSON((level === 'districts' ? districtsFile : citiesFile) as unknown as Topology, level);
}

function rounded(geometry: Geometry): Geometry {
	const ring = (positions: Position[]): Position[] => positions.map((position) => position.map((n) => Math.round(n * DECIMALS) / DECIMALS));
	if (geometry.type === 'Polygon') return { ...geometry, coordinates: geometry.coordinates.map(ring) };
	if (geometry.type === 'MultiPolygon') return { ...geometry, coordinates: geometry.coordinates.map((polygon) => polygon.map(ring)) };
	return geometry;
}

/** The outline of a city, district or province as GeoJSON by RFC 7946, WGS-84; null for no such code. */
export function areaGeometry(code: Adcode): Geometry | null {
	const level = place(code)?.level;
	return level === undefined ? null : (geometriesOf(level === 'district' ? 'districts' : level === 'city' ? 'cities' : 'provinces').get(code) ?? null);
}

/** Areas as features, each with its code as identifier and the properties given. */
export function areaFeatures(rows: readonly (Record<string, unknown> & { readonly code: Adcode })[]): FeatureCollection {
	return {
		type: 'FeatureCollection',
		features: rows.flatMap((row): Feature[] => {
			const geometry = areaGeometry(row.code);
			return geometry ? [{ type: 'Feature', id: row.code, properties: row, geometry }] : [];
		})
	};
}

/** Points as features; a record whose point is not known has no geometry, as RFC 7946 allows. */
export function pointFeatures(rows: readonly (Record<string, unknown> & { readonly id: string; readonly point: Point | null })[]): FeatureCollection {
	return {
		type: 'FeatureCollection',
		features: rows.map(({ point, ...row }) => ({
			type: 'Feature',
			id: row.id,
			properties: row,
			geometry: (point && { type: 'Point', coordinates: [point.lon, point.lat] }) as Geometry
		}))
	};
}

/** Lines between the label points of two areas each. */
export function lineFeatures(rows: readonly (Record<string, unknown> & { readonly from: Adcode; readonly to: Adcode })[]): FeatureCollection {
	return {
		type: 'FeatureCollection',
		features: rows.flatMap((row): Feature[] => {
			const [a, b] = [place(row.from)?.region.label, place(row.to)?.region.label];
			return a && b ? [{ type: 'Feature', id: `${row.from}-${row.to}`, properties: row, geometry: { type: 'LineString', coordinates: [[...a], [...b]] } }] : [];
		})
	};
}

import type { FeatureCollection, MultiPolygon } from 'geojson';
import { mergeArcs, neighbors } from 'topojson-client';
import { topology } from 'topojson-server';
import type { GeometryCollection, MultiPolygon as ArcMultiPolygon, Topology } from 'topojson-specification';
import type { CountyProperties } from './source.ts';

/** The 305 counties sharing their arcs; `id` of each geometry is its code. */
export type Counties = Topology<{ districts: Areas }>;
/** A collection of multipolygons with codes as ids. */
export interface Areas extends GeometryCollection {
	geometries: Area[];
}
export type Area = ArcMultiPolygon & { id: string };

/** Builds the shared-arc topology of the counties, in code order, without moving a point. */
export function countyTopology(counties: FeatureCollection<MultiPolygon, CountyProperties>): Counties {
	const features = counties.features
		.map(({ properties, geometry }) => ({
			type: 'Feature' as const,
			id: properties.gb.slice(3),
			properties: null,
			geometry
		}))
		.sort((a, b) => a.id.localeCompare(b.id));
	const districts: FeatureCollection<MultiPolygon, null> = { type: 'FeatureCollection', features };
	return topology({ districts }) as unknown as Counties;
}

/**
 * Merges areas that `codeOf` gives the same code; those it gives `null` are left out. The result shares the arcs
 * of the topology and comes in code order.
 */
export function mergeAreas(counties: Counties, codeOf: (adcode: string) => string | null): Area[] {
	const groups = Map.groupBy(counties.objects.districts.geometries, ({ id }) => codeOf(id));
	return [...groups]
		.flatMap(([id, members]) => (id === null ? [] : [{ ...(mergeArcs(counties, members) as ArcMultiPolygon), id }]))
		.sort((a, b) => a.id.localeCompare(b.id));
}

/** Codes of the areas that share an arc with each area, in code order. */
export function neighbourCodes(areas: readonly Area[]): Map<string, string[]> {
	const lists = neighbors([...areas]);
	return new Map(areas.map(({ id }, i) => [id, lists[i]!.map((j) => areas[j]!.id).sort()]));
}

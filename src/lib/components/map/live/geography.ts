import type { Feature, FeatureCollection, MultiLineString } from 'geojson';
import { mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { cityCode } from '#domain/place.ts';
import citiesUrl from '#geo/data/cities.topo.json?url';
import districtsUrl from '#geo/data/districts.topo.json?url';
import districtNamesUrl from '#geo/data/districts.json?url';
import { toGeoJSON } from '#geo/regions/geojson.ts';
import type { Picture } from '#geo/regions/picture.ts';
import type { District } from '#geo/regions/region.ts';

/** What the live map draws, in degrees and full detail; the picture's own areas are `areas`. */
export type Geography = {
	readonly areas: FeatureCollection;
	readonly context: FeatureCollection;
	/** Lines between areas, between provinces, and round the subject. */
	readonly borders: { readonly area: MultiLineString; readonly province: MultiLineString; readonly outline: MultiLineString };
};

/** The next level of borders, and the districts' names. */
export type Districts = { readonly borders: MultiLineString; readonly regions: readonly District[] };

/** Loads the geography of a picture of cities or of districts. Throws when a file cannot be fetched. */
export async function loadGeography(picture: Picture, signal: AbortSignal): Promise<Geography> {
	const codes = new Set(Object.keys(picture.areas));
	const ofDistricts = isOfDistricts(picture);
	const [cities, districts] = await Promise.all([
		fetchJson<Topology>(citiesUrl, signal),
		ofDistricts ? fetchJson<Topology>(districtsUrl, signal) : null
	]);
	const [topology, object] = districts ? [districts, 'districts'] : [cities, 'cities'];
	const subject = ofDistricts ? new Set([...codes].map(cityCode)) : codes;
	const areas = only(collection(topology, object), (code) => codes.has(code));
	return {
		areas: parts(toGeoJSON(topology, object), (code) => codes.has(code)),
		context: parts(toGeoJSON(cities, 'cities'), (code) => !subject.has(code)),
		borders: {
			area: mesh(topology, areas, (a, b) => a !== b),
			province: mesh(cities, collection(cities, 'provinces'), (a, b) => a !== b),
			outline: mesh(topology, areas, (a, b) => a === b)
		}
	};
}

/** Loads the borders and names of the districts within a picture of cities. Throws when a file cannot be fetched. */
export async function loadDistricts(picture: Picture, signal: AbortSignal): Promise<Districts> {
	const [topology, names] = await Promise.all([
		fetchJson<Topology>(districtsUrl, signal),
		fetchJson<{ districts: District[] }>(districtNamesUrl, signal)
	]);
	const within = (code: string) => cityCode(code) in picture.areas;
	return {
		borders: mesh(
			topology,
			only(collection(topology, 'districts'), within),
			(a, b) => a !== b && cityCode(`${a.id}`) === cityCode(`${b.id}`)
		),
		regions: names.districts.filter(({ adcode }) => within(adcode))
	};
}

/** Whether the areas of a picture are districts already; city codes end in 00. */
export function isOfDistricts(picture: Picture): boolean {
	return Object.keys(picture.areas).some((code) => !code.endsWith('00'));
}

async function fetchJson<T>(url: string, signal: AbortSignal): Promise<T> {
	const response = await fetch(url, { signal });
	if (!response.ok) throw new Error(`${url}: ${response.status}`);
	return (await response.json()) as T;
}

function collection(topology: Topology, object: string): GeometryCollection {
	const geometry = topology.objects[object];
	if (geometry?.type !== 'GeometryCollection') throw new Error(`no collection “${object}” in this topology`);
	return geometry as GeometryCollection;
}

function only(geometries: GeometryCollection, keep: (code: string) => boolean): GeometryCollection {
	return { ...geometries, geometries: geometries.geometries.filter(({ id }) => keep(`${id}`)) };
}

/**
 * The areas to keep, each of their parts a feature of its own: within one feature, a tiny island that turns over
 * when tile coordinates are rounded would be taken for a hole in the mainland.
 */
function parts(all: FeatureCollection, keep: (code: string) => boolean): FeatureCollection {
	return {
		...all,
		features: all.features
			.filter(({ id }) => keep(`${id}`))
			.flatMap((feature): Feature[] =>
				feature.geometry.type === 'MultiPolygon'
					? feature.geometry.coordinates.map((coordinates) => ({
							...feature,
							geometry: { type: 'Polygon', coordinates }
						}))
					: [feature]
			)
	};
}

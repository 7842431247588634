import type { FeatureCollection } from 'geojson';
import { feature } from 'topojson-client';
import { topology } from 'topojson-server';
import type { Topology } from 'topojson-specification';
import { cityCode, provinceCode } from '#domain/place.ts';
import { failOn, problemsOf } from './checks.ts';
import { gridOf, snap } from './grid.ts';
import { jsonLines, jsonTable } from './json.ts';
import { manifestOf } from './manifest.ts';
import { citySubject, drawPicture, planarCounties, provinceSubject, wholeRegion } from './picture.ts';
import { regionRecords } from './records.ts';
import type { Source } from './source.ts';
import { countyTopology, mergeAreas, type Area, type Counties } from './topology.ts';
import { readWater, type Water } from './water.ts';
import { frameOf, linesOf } from '../regions/picture.ts';

/**
 * Everything in geo/data, by path within it. The same source gives the same bytes.
 * Throws one error that lists every failed check.
 */
export function buildOutputs(source: Source): Map<string, string> {
	const counties = countyTopology(source.counties);
	const water = readWater(source.naturalEarth, counties);
	const records = regionRecords(source, counties, water);
	const { plane } = planarCounties(counties, wholeRegion);
	const cities = quantised(
		{
			cities: collection(counties, mergeAreas(counties, cityCode)),
			provinces: collection(counties, mergeAreas(counties, provinceCode))
		},
		1e4
	);
	const districts = quantised({ districts: collection(counties, counties.objects.districts.geometries) }, 1e5);
	failOn(problemsOf({ source, counties, water, records, published: [cities, districts, plane as Topology] }));

	const labels = new Map([...records.districts, ...records.cities].map(({ adcode, label }) => [adcode, label]));
	const files = new Map([
		['regions.json', jsonTable({ provinces: records.provinces, cities: records.cities })],
		['districts.json', jsonTable({ districts: records.districts })],
		['cities.topo.json', jsonLines(cities)],
		['districts.topo.json', jsonLines(districts)],
		['water.topo.json', jsonLines(quantised(waterCollections(water), 1e4))],
		['region.planar.topo.json', jsonLines(plane)]
	]);
	const subjects = [
		...records.cities.map(({ adcode }) => ({ name: adcode, subject: citySubject(adcode) })),
		// Shanghai is drawn as a city: as a province it would be one area.
		...records.provinces
			.filter(({ adcode }) => !records.cities.some((city) => city.adcode === adcode))
			.map(({ adcode }) => ({ name: adcode, subject: provinceSubject(adcode) })),
	];
	for (const { name, subject } of subjects)
		files.set(`paths/${name}.json`, jsonLines(drawPicture(counties, water, subject, labels)));
	files.set('paths/index.ts', pictureIndex(subjects.map(({ name }) => name)));
	const whole = drawPicture(counties, water, wholeRegion, labels);
	files.set('paths/region-frame.json', jsonLines(frameOf(whole)));
	files.set('paths/region-lines.json', jsonLines(linesOf(whole)));
	return files.set('manifest.json', manifestOf(source, files));
}

function collection(counties: Counties, areas: readonly Area[]): FeatureCollection {
	const features = areas.map((area) => ({ ...feature(counties, area), id: area.id, properties: null }));
	return { type: 'FeatureCollection', features };
}

function waterCollections({ lakes, rivers }: Water): Record<string, FeatureCollection> {
	const features = (shapes: Water['lakes'] | Water['rivers']): FeatureCollection => ({
		type: 'FeatureCollection',
		features: shapes.map(({ id, zh, en, geometry }) => ({ type: 'Feature', id, properties: { zh, en }, geometry }))
	});
	return { lakes: features(lakes), rivers: features(rivers) };
}

function quantised(objects: Record<string, FeatureCollection>, steps: number): Topology {
	const exact = topology(objects) as unknown as Topology;
	return snap(exact, gridOf(exact, steps), 1);
}

/** A module that loads a prepared picture by code: static imports, so that plain Node and bundlers both follow. */
function pictureIndex(codes: readonly string[]): string {
	const lines = codes.toSorted().map((code) => `\t'${code}': () => import('./${code}.json', { with: { type: 'json' } })`);
	return `// Written by geo/build. Each picture is loaded when first asked for.\nexport const pictures = {\n${lines.join(',\n')}\n};\n`;
}

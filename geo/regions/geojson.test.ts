import { geoArea } from 'd3-geo';
import { describe, expect, it } from 'vitest';
import type { Topology } from 'topojson-specification';
import citiesFile from '../data/cities.topo.json' with { type: 'json' };
import districtsFile from '../data/districts.topo.json' with { type: 'json' };
import waterFile from '../data/water.topo.json' with { type: 'json' };
import { cities } from './city.ts';
import { toGeoJSON } from './geojson.ts';

const topologies = { cities: citiesFile, districts: districtsFile, water: waterFile } as unknown as Record<string, Topology>;

describe('toGeoJSON', () => {
	it('gives every area its code', () => {
		const { features } = toGeoJSON(topologies.cities!, 'cities');
		expect(features.map(({ id }) => id)).toEqual(cities.map(({ adcode }) => adcode));
		expect(features.map(({ properties }) => properties?.adcode)).toEqual(cities.map(({ adcode }) => adcode));
		expect(toGeoJSON(topologies.cities!, 'provinces').features).toHaveLength(4);
		expect(toGeoJSON(topologies.districts!, 'districts').features).toHaveLength(305);
	});

	it('winds outer rings counter-clockwise, holes clockwise', () => {
		for (const { geometry } of toGeoJSON(topologies.districts!, 'districts').features) {
			if (geometry.type !== 'MultiPolygon') throw new Error(geometry.type);
			for (const [outer, ...holes] of geometry.coordinates) {
				// To d3-geo a counter-clockwise ring is all the Earth but the area.
				expect(geoArea({ type: 'Polygon', coordinates: [outer!] })).toBeGreaterThan(6);
				for (const hole of holes) expect(geoArea({ type: 'Polygon', coordinates: [hole] })).toBeLessThan(6);
			}
		}
	});

	it('keeps the names of the water', () => {
		expect(toGeoJSON(topologies.water!, 'lakes').features[0]).toMatchObject({ id: 'taihu', properties: { zh: '太湖' } });
		expect(toGeoJSON(topologies.water!, 'rivers').features[0]!.geometry.type).toBe('LineString');
	});

	it('says so when the file has no such object', () => {
		expect(() => toGeoJSON(topologies.cities!, 'districts')).toThrow('“districts”');
	});
});

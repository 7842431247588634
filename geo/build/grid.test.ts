import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import { describe, expect, it } from 'vitest';
import { gridOf, snap } from './grid.ts';

const island: Topology = {
	type: 'Topology',
	objects: { land: { type: 'Polygon', arcs: [[0]] }, speck: { type: 'Polygon', arcs: [[1]] }, coast: { type: 'LineString', arcs: [2] } },
	arcs: [
		[[0, 0], [0, 10], [10.2, 10], [10.4, 10.1], [0, 0]],
		[[3.1, 3.1], [3.1, 3.2], [3.2, 3.1], [3.1, 3.1]],
		[[7.1, 7.1], [7.2, 7.2]]
	]
};
const unit = { scale: [1, 1] as [number, number], translate: [0, 0] as [number, number] };
const shape = (topology: Topology, name: string) => feature(topology, topology.objects[name]!) as GeoJSON.Feature<GeoJSON.Polygon>;

describe('snap', () => {
	it('moves points to nodes and drops the ones that fall together', () => {
		expect(shape(snap(island, unit, 1), 'land').geometry.coordinates).toEqual([[[0, 0], [0, 10], [10, 10], [0, 0]]]);
	});

	it('keeps an island that is smaller than the grid as a triangle, wound as it was', () => {
		expect(shape(snap(island, unit, 2), 'speck').geometry.coordinates).toEqual([[[3, 3], [3, 5], [5, 3], [3, 3]]]);
		const turned = { ...island, arcs: island.arcs.map((arc) => arc.toReversed()) };
		expect(shape(snap(turned, unit, 2), 'speck').geometry.coordinates).toEqual([[[3, 3], [5, 3], [3, 5], [3, 3]]]);
	});

	it('keeps both ends of a border that is shorter than the grid', () => {
		expect(snap(island, unit, 1).arcs[2]).toEqual([[7, 7], [0, 0]]);
	});

	it('leaves its input alone', () => {
		const before = structuredClone(island);
		snap(island, unit, 1);
		expect(island).toEqual(before);
	});
});

describe('gridOf', () => {
	it('spans the box', () => {
		expect(gridOf(island, 101)).toEqual({ scale: [10.4 / 100, 10.1 / 100], translate: [0, 0] });
	});
});

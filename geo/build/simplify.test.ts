import { describe, expect, it } from 'vitest';
import { simplifyRings } from './simplify.ts';
import type { Counties } from './topology.ts';

/** Two counties with one border between them, and an island of the second. */
const counties = (): Counties => ({
	type: 'Topology',
	objects: {
		districts: {
			type: 'GeometryCollection',
			geometries: [
				{ type: 'MultiPolygon', id: '1', arcs: [[[0, 1]]] },
				{ type: 'MultiPolygon', id: '2', arcs: [[[-1, 2]], [[3]]] }
			]
		}
	},
	arcs: [
		[[0, 0], [5, 0.1], [10, 0]],
		[[10, 0], [10, -10], [0, -10], [0, 0]],
		[[0, 0], [0, 10], [10, 10], [10, 0]],
		[[20, 0], [20.1, 0.1], [20.2, 0], [20.1, -0.1], [20, 0]]
	]
});

describe('simplifyRings', () => {
	it('drops small detail of a border, for both sides at once', () => {
		const { arcs, objects } = simplifyRings(counties(), 1);
		expect(arcs[0]).toEqual([[0, 0], [10, 0]]);
		expect(arcs.slice(1, 3)).toEqual(counties().arcs.slice(1, 3));
		expect(objects).toEqual(counties().objects);
	});

	it('keeps what is large enough', () => expect(simplifyRings(counties(), 0.001).arcs).toEqual(counties().arcs));

	it('keeps three points of an island however small', () => {
		expect(new Set(simplifyRings(counties(), 1000).arcs[3]!.map(String)).size).toBe(3);
	});

	it('keeps three points of a ring of several arcs', () => {
		const { arcs } = simplifyRings(counties(), 1000);
		for (const ring of [[0, 1], [0, 2]])
			expect(new Set(ring.flatMap((arc) => arcs[arc]!.map(String))).size).toBe(3);
	});
});

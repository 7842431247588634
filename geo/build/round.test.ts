import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rounded } from './round.ts';

const points = fc.array(fc.tuple(fc.integer({ min: -100, max: 100 }), fc.integer({ min: -100, max: 100 })), { minLength: 3, maxLength: 20 });

describe('rounded', () => {
	it('keeps a ring closed and inside its own box', () => {
		fc.assert(
			fc.property(points, (open) => {
				const ring = [...open, open[0]!];
				const round = rounded(ring);
				expect(round[0]).toEqual(round.at(-1));
				for (const axis of [0, 1]) {
					const values = ring.map((point) => point[axis]!);
					for (const point of round) {
						expect(point[axis]!).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9);
						expect(point[axis]!).toBeLessThanOrEqual(Math.max(...values) + 1e-9);
					}
				}
			})
		);
	});

	it('keeps the ends of an open line', () => {
		const line = [[0, 0], [10, 0], [10, 10]];
		expect(rounded(line)[0]).toEqual([0, 0]);
		expect(rounded(line).at(-1)).toEqual([10, 10]);
		expect(rounded(line)).not.toContainEqual([10, 0]);
	});
});

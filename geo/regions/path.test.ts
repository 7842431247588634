import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closedPath, openPath, readPath } from './path.ts';

const point = fc.tuple(fc.integer({ min: -9999, max: 9999 }), fc.integer({ min: -9999, max: 9999 }));
const distinct = (a: [number, number], b: [number, number]) => a[0] !== b[0] || a[1] !== b[1];
const line = fc
	.array(point, { minLength: 2, maxLength: 12 })
	.map((points) => points.filter((at, i) => i === 0 || distinct(at, points[i - 1]!)))
	.filter((points) => points.length > 1);

describe('path data', () => {
	it('is relative, without needless separators', () => {
		expect(closedPath([[[5, 7], [15, 7], [15, -3], [14, -4], [5, 7]]])).toBe('m5 7h10v-10l-1-1z');
		expect(openPath([[[0, 0], [3, -4]], [[3, 0], [1, 1]]])).toBe('m0 0 3-4m0 4-2 1');
	});

	it('takes up each further ring where the last one began', () => {
		const d = closedPath([[[1, 1], [4, 1], [4, 4], [1, 1]], [[10, 10], [12, 10], [12, 13], [10, 10]]]);
		expect(d).toBe('m1 1h3v3zm9 9h2v3z');
	});

	it('is empty for nothing', () => expect([closedPath([]), openPath([[]])]).toEqual(['', '']));

	it('reads back as it was written', () => {
		fc.assert(
			fc.property(fc.array(line, { maxLength: 4 }), (lines) => {
				expect(readPath(openPath(lines))).toEqual(lines);
			})
		);
		fc.assert(
			fc.property(fc.array(line, { maxLength: 4 }), (lines) => {
				const rings = lines.map((points) => [...points, points[0]!]);
				expect(readPath(closedPath(rings))).toEqual(rings);
			})
		);
	});

	it('refuses what it never writes', () => expect(() => readPath('M0 0a1 1 0 0 0 2 2')).toThrow('“M”'));
});

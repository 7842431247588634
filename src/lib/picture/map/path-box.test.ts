import fc from 'fast-check';
import { expect, test } from 'vitest';
import { closedPath, openPath } from '#geo/regions/path.ts';
import { regionPicture } from '#geo/regions/region-picture.ts';
import { pathBox } from './path-box.ts';

const point = fc.tuple(fc.integer({ min: -500, max: 9000 }), fc.integer({ min: -500, max: 9000 }));

test('the box of whatever the pictures write', () => {
	fc.assert(
		fc.property(fc.array(fc.array(point, { minLength: 3, maxLength: 8 }), { minLength: 1, maxLength: 4 }), fc.boolean(), (lines, closed) => {
			const rings = closed ? lines.map((line) => [...line, line[0]!]) : lines;
			const [xs, ys] = [lines.flat().map(([x]) => x / 10), lines.flat().map(([, y]) => y / 10)];
			const box = pathBox(closed ? closedPath(rings) : openPath(rings));
			const expected = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
			box.forEach((side, i) => expect(side).toBeCloseTo(expected[i]!, 6));
		})
	);
});

test('agrees with the extents that the pictures state', () => {
	for (const [code, d] of Object.entries(regionPicture.areas)) {
		const extent = regionPicture.extent[code]!;
		pathBox(d).forEach((side, i) => expect(Math.abs(side - extent[i]!), code).toBeLessThanOrEqual(0.2));
	}
});

test('refuses path data it does not know', () => {
	expect(() => pathBox('M0 0C1 1 2 2 3 3z')).toThrow('M');
});

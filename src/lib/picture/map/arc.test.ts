import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linkArc } from './arc.ts';

const place = fc.tuple(fc.integer({ min: 0, max: 800 }), fc.integer({ min: 0, max: 900 }));

function numbers(d: string): number[] {
	return [...d.matchAll(/-?[\d.]+/g)].map(Number);
}

test('one curve whichever way it is drawn', () => {
	fc.assert(
		fc.property(place, place, (a, b) => {
			expect(linkArc(a, b)).toBe(linkArc(b, a));
		})
	);
});

test('joins the two places and bends upwards by 18 % of the distance', () => {
	expect(linkArc([0, 100], [100, 100])).toBe('M0 100Q50 64 100 100');
	fc.assert(
		fc.property(place, place, (a, b) => {
			const [x0, y0, cx, cy, x1, y1] = numbers(linkArc(a, b)) as [number, number, number, number, number, number];
			expect(new Set([`${x0} ${y0}`, `${x1} ${y1}`])).toEqual(new Set([`${a[0]} ${a[1]}`, `${b[0]} ${b[1]}`]));
			const [mx, my] = [(x0 + 2 * cx + x1) / 4, (y0 + 2 * cy + y1) / 4];
			const off = Math.hypot(mx - (x0 + x1) / 2, my - (y0 + y1) / 2);
			expect(off).toBeCloseTo(0.18 * Math.hypot(x1 - x0, y1 - y0), 0);
			if (x0 !== x1) expect(my).toBeLessThanOrEqual((y0 + y1) / 2 + 0.06);
		})
	);
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { poleOfInaccessibility, signedDistance } from './pole.ts';

const square = (x: number, y: number, side: number): [number, number][] => [
	[x, y],
	[x + side, y],
	[x + side, y + side],
	[x, y + side],
	[x, y]
];

describe('poleOfInaccessibility', () => {
	it('is the middle of a square', () => {
		const [x, y] = poleOfInaccessibility([square(10, 20, 8)]);
		expect([x, y]).toEqual([14, 24]);
	});

	it('keeps clear of a hole, and of what is to be avoided', () => {
		const hole = square(2, 2, 6);
		for (const [x, y] of [
			poleOfInaccessibility([square(0, 0, 20), hole]),
			poleOfInaccessibility([square(0, 0, 20)], [hole])
		]) {
			expect(signedDistance(x, y, [hole])).toBeLessThan(-4);
			expect(signedDistance(x, y, [square(0, 0, 20)])).toBeGreaterThan(4);
		}
	});

	it('lies in the area all the same when all of it is to be avoided', () => {
		const [x, y] = poleOfInaccessibility([square(0, 0, 4)], [square(-10, -10, 30)]);
		expect(signedDistance(x, y, [square(0, 0, 4)])).toBeGreaterThan(0);
	});

	it('lies inside any star-shaped area, about as far from its edge as any point can', () => {
		const radii = fc.array(fc.integer({ min: 2, max: 100 }), { minLength: 3, maxLength: 12 });
		fc.assert(
			fc.property(radii, (lengths) => {
				const star = lengths.map((radius, i): [number, number] => {
					const angle = (2 * Math.PI * i) / lengths.length;
					return [radius * Math.cos(angle), radius * Math.sin(angle)];
				});
				star.push(star[0]!);
				const found = signedDistance(...poleOfInaccessibility([star]), [star]);
				expect(found).toBeGreaterThan(0);
				for (let x = -100; x <= 100; x += 5)
					for (let y = -100; y <= 100; y += 5) expect(signedDistance(x, y, [star])).toBeLessThanOrEqual(found + 2);
			}),
			{ numRuns: 30 }
		);
	});

	it('refuses a polygon without points', () => expect(() => poleOfInaccessibility([[]])).toThrow('outer ring'));
});

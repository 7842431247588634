import fc from 'fast-check';
import { expect, test } from 'vitest';
import { atMost, certain, chanceOfAtLeast, meanOf, negated, plus, quantileOf, toDistribution, type Distribution } from './distribution.ts';

const distribution = fc
	.record({ least: fc.integer({ min: -40, max: 40 }), weights: fc.array(fc.double({ min: 0.001, max: 1, noNaN: true }), { minLength: 1, maxLength: 30 }) })
	.map(({ least, weights }) => toDistribution(least, weights));

const total = ({ chances }: Distribution) => chances.reduce((sum, chance) => sum + chance, 0);

test('chances add up to 1, means add up, signs turn', () => {
	fc.assert(
		fc.property(distribution, distribution, (a, b) => {
			for (const each of [a, b, plus(a, b), negated(a), atMost(a, a.least + 2)]) expect(total(each)).toBeCloseTo(1, 10);
			expect(meanOf(plus(a, b))).toBeCloseTo(meanOf(a) + meanOf(b), 8);
			expect(meanOf(negated(a))).toBeCloseTo(-meanOf(a), 10);
			expect(negated(negated(a))).toEqual(a);
		})
	);
});

test('the chance of at least n falls as n rises, from 1 to 0; quantiles agree with it', () => {
	fc.assert(
		fc.property(distribution, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (of, share) => {
			let before = 1;
			for (let n = of.least - 1; n <= of.least + of.chances.length; n++) {
				const chance = chanceOfAtLeast(of, n);
				expect(chance).toBeLessThanOrEqual(before + 1e-12);
				before = chance;
			}
			expect(before).toBe(0);
			const q = quantileOf(of, share);
			expect(1 - chanceOfAtLeast(of, q + 1)).toBeGreaterThanOrEqual(share - 1e-9);
			expect(1 - chanceOfAtLeast(of, q)).toBeLessThanOrEqual(share + 1e-9);
		})
	);
});

test('a ceiling holds what would lie above it', () => {
	const capped = atMost({ least: 2, chances: [0.25, 0.25, 0.5] }, 3);
	expect(capped).toEqual({ least: 2, chances: [0.25, 0.75] });
	expect(atMost(certain(9), 4)).toEqual(certain(4));
	expect(atMost(certain(3), 4)).toEqual(certain(3));
});

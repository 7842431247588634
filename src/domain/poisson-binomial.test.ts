import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyOf, poissonBinomial } from './poisson-binomial.ts';

const chance = fc.double({ min: 0, max: 1, noNaN: true });

/** Every one of the 2ⁿ outcomes by itself. */
function enumerated(chances: readonly number[]): number[] {
	const counts = new Array<number>(chances.length + 1).fill(0);
	for (let outcome = 0; outcome < 2 ** chances.length; outcome++) {
		const joined = chances.map((_, i) => ((outcome >> i) & 1) === 1);
		const likely = chances.reduce((product, p, i) => product * (joined[i] ? p : 1 - p), 1);
		(counts[joined.filter(Boolean).length] as number) += likely;
	}
	return counts;
}

test('is what all outcomes add up to', () => {
	fc.assert(
		fc.property(fc.array(chance, { maxLength: 12 }), (chances) => {
			const exact = poissonBinomial(chances);
			const counted = enumerated(chances);
			expect(exact).toHaveLength(chances.length + 1);
			exact.forEach((p, n) => expect(p).toBeCloseTo(counted[n] as number, 12));
			expect(exact.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
			expect(1 - (exact[0] as number)).toBeCloseTo(anyOf(chances), 12);
		}),
		{ numRuns: 60 }
	);
});

test('is the binomial distribution where all chances are alike', () => {
	expect(poissonBinomial([0.5, 0.5, 0.5, 0.5])).toEqual([1, 4, 6, 4, 1].map((ways) => ways / 16));
});

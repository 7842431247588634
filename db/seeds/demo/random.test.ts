import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomOf } from './random.ts';

test('the same seed gives the same numbers, another one others', () => {
	const numbers = (seed: number) => Array.from({ length: 20 }, randomOf(seed).next);
	expect(numbers(1)).toEqual(numbers(1));
	expect(numbers(1)).not.toEqual(numbers(2));
});

test('numbers stay within their bounds, and choices among what is offered', () => {
	fc.assert(
		fc.property(fc.integer(), fc.integer({ min: -50, max: 50 }), fc.nat(50), fc.uniqueArray(fc.integer(), { minLength: 1 }), (seed, from, span, values) => {
			const random = randomOf(seed);
			const number = random.between(from, from + span);
			expect(number >= from && number <= from + span && Number.isInteger(number)).toBe(true);
			expect(values).toContain(random.pick(values));
			expect(values).toContain(random.weighted(values.map((value) => [value, 1] as const)));
			const some = random.some(values, 3);
			expect(some).toHaveLength(Math.min(3, values.length));
			expect(new Set(some).size).toBe(some.length);
		})
	);
});

test('weights are kept, and what weighs nothing is never chosen', () => {
	const random = randomOf(7);
	const chosen = Array.from({ length: 4000 }, () => random.weighted([['a', 3], ['b', 1], ['c', 0]]));
	expect(chosen.filter((value) => value === 'a').length / 4000).toBeCloseTo(0.75, 1);
	expect(chosen).not.toContain('c');
	expect(() => random.pick([])).toThrow(RangeError);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MOST_CLASSES, type ClassChoice } from '#domain/metric.ts';
import { classify, classRanges, stepOf, type Scale } from './classes.ts';

const value = fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 5000 }));
const values = fc.array(value, { maxLength: 60 });

test('few members: 1, 2, 3–4, 5 and more, the same classes on every map', () => {
	const classes = classify([0, null, 1, 7, 12]);
	expect(classes).toEqual({ method: 'fixed', limits: [1, 2, 3, 5] });
	expect([null, 0, 1, 2, 3, 4, 5, 12].map((n) => stepOf(classes, n))).toEqual([null, 0, 1, 2, 3, 3, 4, 4]);
	expect(classRanges(classes)).toEqual([
		{ step: 1, from: 1, to: 1 },
		{ step: 2, from: 2, to: 2 },
		{ step: 3, from: 3, to: 4 },
		{ step: 4, from: 5, to: null }
	]);
	expect(classify([]).method).toBe('fixed');
});

test('from 13 on: quantiles of those above 0', () => {
	expect(classify([0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 40])).toEqual({ method: 'quantile', limits: [1, 3, 5, 7] });
	expect(classify([13])).toEqual({ method: 'quantile', limits: [1] });
	expect(stepOf({ method: 'quantile', limits: [1] }, 13)).toBe(4);
	expect(stepOf({ method: 'quantile', limits: [1, 20] }, 13)).toBe(2);
});

test('limits are rising whole numbers from 1, and every class has a value', () => {
	fc.assert(
		fc.property(values, (all) => {
			const { method, limits } = classify(all);
			const most = Math.max(0, ...all.map((n) => n ?? 0));
			expect(method).toBe(most <= 12 ? 'fixed' : 'quantile');
			expect(limits[0]).toBe(1);
			expect(limits.every((limit, i) => Number.isInteger(limit) && (i === 0 || limit > limits[i - 1]!))).toBe(true);
			if (method === 'quantile') {
				const used = new Set(all.map((n) => stepOf({ method, limits }, n)));
				for (const { step } of classRanges({ method, limits })) expect(used).toContain(step);
			}
		})
	);
});

test('a larger value never has a lighter shade; none and unknown have their own', () => {
	fc.assert(
		fc.property(values, fc.nat(6000), fc.nat(6000), (all, a, b) => {
			const classes = classify(all);
			const [low, high] = a < b ? [a, b] : [b, a];
			expect(stepOf(classes, low)!).toBeLessThanOrEqual(stepOf(classes, high)!);
			expect(stepOf(classes, a) === 0).toBe(a === 0);
			expect(stepOf(classes, null)).toBeNull();
		})
	);
});

test('the legend says of each value what the map shows', () => {
	fc.assert(
		fc.property(values, fc.integer({ min: 1, max: 6000 }), (all, n) => {
			const classes = classify(all);
			const holding = classRanges(classes).filter(({ from, to }) => n >= from && (to === null || n <= to));
			expect(holding.map(({ step }) => step)).toEqual([stepOf(classes, n)]);
		})
	);
});

const choice: fc.Arbitrary<ClassChoice | null> = fc.oneof(
	fc.constant(null),
	fc.constantFrom({ method: 'quantile' as const }, { method: 'equal' as const }),
	fc.uniqueArray(fc.nat(3000), { minLength: 1, maxLength: 4 }).map((limits): ClassChoice => ({ method: 'own', limits: limits.toSorted((a, b) => a - b) }))
);
const scales: fc.Arbitrary<Scale> = fc.constantFrom('count', 'years', 'date');
/** The least value of a scale that is a value, and not none. */
const LEAST = { count: 1, years: 0, date: 0 } as const;

test('whatever the scale and the choice: each value has one class, the larger never a lighter one', () => {
	fc.assert(
		fc.property(values, choice, scales, (all, chosen, scale) => {
			const classes = classify(all, chosen, scale);
			const ranges = classRanges(classes);
			expect(classes.limits.length).toBeLessThanOrEqual(MOST_CLASSES);
			expect(classes.limits.every((limit, i) => Number.isInteger(limit) && (i === 0 || limit > classes.limits[i - 1]!))).toBe(true);
			let before = 0;
			for (const value of all.filter((n) => n !== null).toSorted((a, b) => a - b)) {
				const step = stepOf(classes, value)!;
				expect(step).toBeGreaterThanOrEqual(before);
				before = step;
				const holding = ranges.filter(({ from, to }) => value >= from && (to === null || value <= to));
				if (value < LEAST[scale]) expect(step).toBe(0);
				else expect(holding.map((range) => range.step)).toEqual([step]);
			}
		})
	);
});

test('equal classes are equally wide, to a whole number', () => {
	fc.assert(
		fc.property(values, scales, (all, scale) => {
			const shaded = all.filter((n): n is number => n !== null && n >= LEAST[scale]);
			const { method, limits } = classify(all, { method: 'equal' }, scale);
			if (shaded.length === 0) return;
			expect(method).toBe('equal');
			const ends = [...limits, Math.max(...shaded) + 1];
			const widths = limits.map((from, i) => ends[i + 1]! - from);
			expect(Math.max(...widths) - Math.min(...widths)).toBeLessThanOrEqual(1);
		})
	);
});

test('own limits hold as asked, with a class for what lies below; more than there are shades are passed over', () => {
	expect(classify([0, 1, 4, 20], { method: 'own', limits: [1, 5, 10, 20] })).toEqual({ method: 'own', limits: [1, 5, 10, 20] });
	expect(classify([0, 1, 4, 20], { method: 'own', limits: [5, 10] })).toEqual({ method: 'own', limits: [1, 5, 10] });
	expect(classify([0, 1, 4], { method: 'own', limits: [5, 10, 20, 30] }).method).toBe('fixed');
});

test('years have their own classes: less than one is a value, never is not', () => {
	const classes = classify([0, 3, 6], null, 'years');
	expect([0, 1, 2, 3, 5, 6].map((n) => stepOf(classes, n))).toEqual([1, 2, 2, 3, 4, 4]);
	expect(classify([2020, 2023], null, 'date')).toEqual({ method: 'each', limits: [2020, 2023] });
	expect(classRanges(classify([2020, 2023], null, 'date')).map(({ from, to }) => [from, to])).toEqual([
		[2020, 2020],
		[2023, 2023]
	]);
	expect(classify([2019, 2020, 2021, 2022, 2023], null, 'date').method).toBe('quantile');
	expect(classify([], null, 'date').limits).toEqual([]);
});

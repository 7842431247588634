import fc from 'fast-check';
import { expect, test } from 'vitest';
import { classify, classRanges, stepOf } from './classes.ts';

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

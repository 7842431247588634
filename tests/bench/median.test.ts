import { expect, test } from 'vitest';
import { median, paired } from './median.ts';

test.each([
	[[3], 3],
	[[10, 9, 1], 9],
	[[4, 1, 3, 2], 2.5]
])('the median of %j is %d', (values, expected) => {
	expect(median(values)).toBe(expected);
});

test('of nothing there is none', () => {
	expect(() => median([])).toThrow(RangeError);
});

test('pairs are taken in turn, the first is dropped, and ratios are of one pair each', async () => {
	const order: string[] = [];
	const measured = [1000, 10, 20, 60];
	const reference = [1, 10, 10, 20];
	const result = await paired(
		3,
		async () => (order.push('m'), measured[order.filter((who) => who === 'm').length - 1] as number),
		async () => (order.push('r'), reference[order.filter((who) => who === 'r').length - 1] as number)
	);
	expect(order.join('')).toBe('mrrmmrrm');
	expect(result).toEqual({ measured: 20, reference: 10, ratio: 2 });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addMonths, dayFromNumber, lastOfMonth, monthOf } from './day.ts';
import { wholeYears, yearOf } from './years.ts';

const day = fc.integer({ min: 18_000, max: 22_000 }).map(dayFromNumber);

test('a year has passed when its month comes round, whatever the day', () => {
	expect(wholeYears('2021-03-31', '2022-02-28')).toBe(0);
	expect(wholeYears('2021-03-31', '2022-03-01')).toBe(1);
	expect(wholeYears('2020-11-21', '2026-11-22')).toBe(6);
	expect(yearOf('2023-09-26')).toBe(2023);
});

test('the month alone decides, so that a day packed to the end of its month counts the same', () => {
	fc.assert(
		fc.property(day, fc.nat(120), (from, months) => {
			const to = addMonths(from, months);
			expect(wholeYears(from, to)).toBe(Math.floor(months / 12));
			expect(wholeYears(lastOfMonth(monthOf(from)), to)).toBe(wholeYears(from, to));
		})
	);
});

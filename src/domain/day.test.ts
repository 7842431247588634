import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, dayAt, dayFromNumber, dayNumber, daysBetween, isDay, lastOfMonth, monthsBetween } from './day.ts';

const dayNumbers = fc.integer({ min: -700_000, max: 2_900_000 });

describe('plain days', () => {
	it('numbers run without gap and back', () => {
		fc.assert(
			fc.property(dayNumbers, (n) => {
				const day = dayFromNumber(n);
				expect(isDay(day)).toBe(true);
				expect(dayNumber(day)).toBe(n);
				expect(day < dayFromNumber(n + 1)).toBe(true);
			})
		);
	});

	it('agrees with the UTC calendar of the platform', () => {
		fc.assert(
			fc.property(fc.integer({ min: -200_000, max: 200_000 }), (n) => {
				expect(dayFromNumber(n)).toBe(new Date(n * 86_400_000).toISOString().slice(0, 10));
			})
		);
	});

	it.each(['2023-02-29', '2024-13-01', '2024-00-10', '2024-1-1', '', '2024-04-31', 'x'])('%s is no day', (text) => {
		expect(isDay(text)).toBe(false);
		expect(() => dayNumber(text)).toThrow(RangeError);
	});

	it('clamps to the end of a shorter month', () => {
		expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
		expect(addMonths('2023-03-31', -1)).toBe('2023-02-28');
		expect(addMonths('2023-01-15', -13)).toBe('2021-12-15');
	});

	it('counts and lists', () => {
		expect(daysBetween('2020-11-21', '2023-09-26')).toBe(1039);
		expect(addDays('2020-02-28', 2)).toBe('2020-03-01');
		expect(lastOfMonth('2024-02')).toBe('2024-02-29');
		expect(monthsBetween('2022-11-21', '2023-02-01')).toEqual(['2022-11', '2022-12', '2023-01', '2023-02']);
	});

	it('is the day in Shanghai, whatever the zone of the machine', () => {
		expect(dayAt(Date.UTC(2026, 10, 22, 15, 59))).toBe('2026-11-22');
		expect(dayAt(Date.UTC(2026, 10, 22, 16, 0))).toBe('2026-11-23');
	});
});

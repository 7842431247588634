import { describe, expect, it } from 'vitest';
import { earliest, happenedBy, parsePartialDay, UNKNOWN_DAY, writePartialDay } from './partial-day.ts';

describe('dates known in part', () => {
	it.each([
		['2023-09-26', '2023-09-26', 'day', '2023-09-26'],
		['2023-09', '2023-09-30', 'month', '2023-09-01'],
		['2024-02', '2024-02-29', 'month', '2024-02-01'],
		['2021', '2021-12-31', 'year', '2021-01-01'],
		['<=2023-09-26', '2023-09-26', 'not_after', null],
		['', null, 'unknown', null]
	])('%s', (text, on, precision, first) => {
		const day = parsePartialDay(text);
		expect(day).toEqual({ on, precision });
		expect(day && earliest(day)).toBe(first);
		expect(day && writePartialDay(day)).toBe(text);
	});

	it.each(['2023-13', '2023-9', '20230926', '<=2023', 'unknown', '2023-02-30'])('%s is refused', (text) => {
		expect(parsePartialDay(text)).toBeNull();
	});

	it('has happened only when it must have', () => {
		const month = parsePartialDay('2023-09') ?? UNKNOWN_DAY;
		expect(happenedBy(month, '2023-09-29')).toBe(false);
		expect(happenedBy(month, '2023-09-30')).toBe(true);
		expect(happenedBy(UNKNOWN_DAY, '1900-01-01')).toBe(true);
	});
});

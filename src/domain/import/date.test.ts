import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dayFromNumber, dayNumber } from '../day.ts';
import { writePartialDay } from '../partial-day.ts';
import { readDate } from './date.ts';
import { dayOfSerial, serialOf, shownByNumber, shownDate } from './serial.ts';
import type { Cell } from './table.ts';

const read = (cell: Cell): string => {
	const reading = readDate(cell);
	return 'issue' in reading ? reading.issue : writePartialDay(reading.date);
};

describe('dates as people write them', () => {
	test.each<[Cell, string]>([
		['2024年3月', '2024-03'],
		['2024.3.5', '2024-03-05'],
		['2024/3/5', '2024-03-05'],
		['2024-03-05 00:00:00', '2024-03-05'],
		['２０２４年３月５日', '2024-03-05'],
		['2024 年 3 月 5 日', '2024-03-05'],
		['二〇二四年三月', '2024-03'],
		['二○二四年十二月二十一日', '2024-12-21'],
		['2024年', '2024'],
		['2024', '2024'],
		[2024, '2024'],
		[45292, '2024-01-01'],
		['45292', '2024-01-01'],
		[20240305, '2024-03-05'],
		['202403', '2024-03'],
		[2024.3, '2024-03'],
		[2024.11, '2024-11'],
		['不晚于2023年9月26日', '<=2023-09-26'],
		['2023年9月26日前', '<=2023-09-26'],
		['<=2023-09-26', '<=2023-09-26'],
		['2023年底以前', 'date'],
		['March 2024', '2024-03'],
		['5 Mar 2024', '2024-03-05'],
		['Mar 5, 2024', '2024-03-05'],
		['25/12/2024', '2024-12-25'],
		['至今', ''],
		['不详', ''],
		['—', ''],
		[null, ''],
		[{ day: '2024-03-01', shows: 'month' }, '2024-03'],
		[{ day: '2024-03-05', shows: 'day' }, '2024-03-05']
	])('%j is %s', (cell, written) => expect(read(cell)).toBe(written));

	test.each<[Cell, string]>([
		['3/5/2024', 'date_ambiguous'],
		// Typed 2024.10: January or October.
		[2024.1, 'date_ambiguous'],
		['2024-02-30', 'date'],
		['2024-13', 'date'],
		['24.3.5', 'date'],
		['某年', 'date'],
		[123, 'date'],
		[-5, 'date'],
		[true, 'date'],
		[{ fault: 'error', text: '#NAME?' }, 'date']
	])('%j is refused: %s', (cell, issue) => expect(read(cell)).toBe(issue));

	test('whatever stands there, it is a date or a reason', () => {
		fc.assert(
			fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.double(), fc.boolean()), (cell) => {
				expect(read(cell)).toMatch(/^(|date|date_ambiguous|(<=)?\d{4}(-\d\d(-\d\d)?)?)$/);
			})
		);
	});
});

describe('serial numbers', () => {
	test('count a 29 February 1900 that never was', () => {
		expect([1, 59, 60, 61, 45292].map((serial) => dayOfSerial(serial))).toEqual(['1900-01-01', '1900-02-28', null, '1900-03-01', '2024-01-01']);
		expect(dayOfSerial(0, true)).toBe('1904-01-01');
		expect(dayOfSerial(43830, true)).toBe('2024-01-01');
		expect(dayOfSerial(45292.99)).toBe('2024-01-01');
		expect([-1, Number.NaN, 1e9].map((serial) => dayOfSerial(serial))).toEqual([null, null, null]);
	});

	test('of a day lead back to it', () => {
		fc.assert(
			fc.property(fc.integer({ min: dayNumber('1900-01-01'), max: dayNumber('9999-12-31') }), (n) => {
				const day = dayFromNumber(n);
				expect(dayOfSerial(serialOf(day))).toBe(day);
				if (n > dayNumber('1900-03-01')) expect(serialOf(addDays(day, -1))).toBe(serialOf(day) - 1);
			})
		);
	});

	test.each([
		['yyyy\\-mm\\-dd', 'day'],
		['yyyy"年"m"月";@', 'month'],
		['yyyy', 'year'],
		['m"月"d"日"', 'day'],
		['[$-804]yyyy"年"m"月"d"日"', 'day'],
		['[DBNum1]yyyy"年"m"月"', 'month'],
		['0.00', null],
		['[Red]0;[Blue]-0', null],
		['"day" 0', null],
		['h:mm:ss', null],
		['[h]:mm', null],
		['General', null],
		['@', null]
	])('a format %s shows %s', (format, shows) => expect(shownDate(format)).toBe(shows));

	test('the formats that a workbook names by number', () => {
		expect([14, 57, 31, 0, 2, 49].map(shownByNumber)).toEqual(['day', 'month', 'day', null, null, null]);
	});
});

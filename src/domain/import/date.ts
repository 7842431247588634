import { dayOf, isDay, lastOfMonth, partsOf, type Day } from '../day.ts';
import { UNKNOWN_DAY, type PartialDay } from '../partial-day.ts';
import { dayOfSerial } from './serial.ts';
import { isDateCell, isFaultCell, type Cell } from './table.ts';
import { clean, saysNothing } from './text.ts';

/** What a cell says of a date, or why it cannot be told. */
export type DateReading = { readonly date: PartialDay } | { readonly issue: 'date' | 'date_ambiguous' };

const AMBIGUOUS = { issue: 'date_ambiguous' } as const;
const UNREADABLE = { issue: 'date' } as const;
const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;
/** Numbers in this range stand for the days from 1954 to 2119 where a date is expected. */
const SERIALS = { from: 20_000, to: 80_000 } as const;

/** Reads a date with the precision it is given in: `2024年3月`, `2024.3.5`, `不晚于2023-09-26`, `二〇二四年`, a serial number. */
export function readDate(cell: Cell, since1904 = false): DateReading {
	if (cell === null || cell === '') return { date: UNKNOWN_DAY };
	if (isFaultCell(cell) || typeof cell === 'boolean') return UNREADABLE;
	if (isDateCell(cell)) return { date: precise(cell.day, cell.shows) };
	return typeof cell === 'number' ? readNumber(cell, since1904) : readText(clean(cell));
}

function precise(day: Day, shows: 'day' | 'month' | 'year'): PartialDay {
	const { year } = partsOf(day);
	if (shows === 'month') return { on: lastOfMonth(day.slice(0, 7)), precision: 'month' };
	return shows === 'year' ? { on: dayOf(year, 12, 31), precision: 'year' } : { on: day, precision: 'day' };
}

function readNumber(value: number, since1904: boolean): DateReading {
	if (Number.isInteger(value) && isYear(value)) return { date: precise(dayOf(value, 1, 1), 'year') };
	if (value >= SERIALS.from && value <= SERIALS.to) {
		const day = dayOfSerial(value, since1904);
		return day === null ? UNREADABLE : { date: precise(day, 'day') };
	}
	// Typed 2024.10, kept as 2024.1: January or October.
	if (/^\d{4}\.1$/.test(String(value))) return AMBIGUOUS;
	return readText(String(value));
}

function isYear(year: number): boolean {
	return year >= FIRST_YEAR && year <= LAST_YEAR;
}

const DIGITS = '〇一二三四五六七八九';

/** Chinese numerals as digits: 二〇二四年十二月 → 2024年12月. */
function withDigits(text: string): string {
	const plain = text.replace(/[零○Ｏ]/g, '〇').replace(/元年/g, '1年');
	return plain.replace(/[〇一二三四五六七八九十]+/g, (word) => {
		if (!word.includes('十')) return [...word].map((sign) => DIGITS.indexOf(sign)).join('');
		const [tens = '', ones = ''] = word.split('十');
		return String((tens === '' ? 1 : DIGITS.indexOf(tens)) * 10 + (ones === '' ? 0 : DIGITS.indexOf(ones)));
	});
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function readText(given: string): DateReading {
	if (saysNothing(given) || given === '至今') return { date: UNKNOWN_DAY };
	const english = readEnglish(given.toLowerCase());
	if (english) return english;
	const text = withDigits(given.replace(/[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/, '')).replace(/\s/g, '');
	const limit = /^(?:<=|≤|不晚于|不迟于|最晚)(.+)$/.exec(text)?.[1] ?? /^(.+?)(?:或)?(?:之前|及以前|以前|前)$/.exec(text)?.[1];
	if (limit === undefined) return readPlain(text);
	const inner = readPlain(limit);
	return 'issue' in inner || inner.date.on === null ? UNREADABLE : { date: { on: inner.date.on, precision: 'not_after' } };
}

function readPlain(text: string): DateReading {
	const whole = /^(\d{4})(?:[-./]|年)(\d{1,2})(?:[-./]|月)(\d{1,2})[日号]?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
	if (whole) return dated(Number(whole[1]), Number(whole[2]), Number(whole[3]));
	const month = /^(\d{4})(?:[-./]|年)(\d{1,2})(?:月份?)?$/.exec(text) ?? /^(\d{4})(\d{2})$/.exec(text);
	if (month) return dated(Number(month[1]), Number(month[2]), null);
	const year = /^(\d{4})(?:年度?)?$/.exec(text);
	if (year) return isYear(Number(year[1])) ? { date: precise(dayOf(Number(year[1]), 1, 1), 'year') } : UNREADABLE;
	const turned = /^(\d{1,2})[-./](\d{1,2})[-./](\d{4})$/.exec(text);
	if (turned) return readTurned(Number(turned[1]), Number(turned[2]), Number(turned[3]));
	const serial = /^\d{5}(\.\d+)?$/.test(text) ? Number(text) : 0;
	return serial >= SERIALS.from && serial <= SERIALS.to ? readNumber(serial, false) : UNREADABLE;
}

function dated(year: number, month: number, day: number | null): DateReading {
	if (!isYear(year) || month < 1 || month > 12) return UNREADABLE;
	const text = `${year}-${String(month).padStart(2, '0')}`;
	if (day === null) return { date: { on: lastOfMonth(text), precision: 'month' } };
	const on = `${text}-${String(day).padStart(2, '0')}`;
	return isDay(on) ? { date: { on, precision: 'day' } } : UNREADABLE;
}

/** Day and month before the year, in either order: only what can be one alone is taken. */
function readTurned(a: number, b: number, year: number): DateReading {
	if (a > 12 && b <= 12) return dated(year, b, a);
	if (b > 12 && a <= 12) return dated(year, a, b);
	return a === b ? dated(year, a, b) : a <= 12 ? AMBIGUOUS : UNREADABLE;
}

function readEnglish(text: string): DateReading | null {
	const match =
		/^(?:(\d{1,2})(?:st|nd|rd|th)?[ -])?([a-z]{3,9})\.?,?[ -](\d{4})$/.exec(text) ??
		/^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/.exec(text);
	if (!match) return null;
	const [first = '', second = '', year = ''] = match.slice(1).map((part) => part ?? '');
	const [name, day] = /^[a-z]/.test(first) ? [first, second] : [second, first];
	const month = MONTHS.indexOf(name.slice(0, 3)) + 1;
	return month === 0 ? null : dated(Number(year), month, day === '' ? null : Number(day));
}

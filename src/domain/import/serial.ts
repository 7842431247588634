import { dayFromNumber, dayNumber, type Day } from '../day.ts';

const SINCE_1899 = dayNumber('1899-12-30');
const SINCE_1904 = dayNumber('1904-01-01');
/** 9999-12-31. */
const LAST = 2_958_465;
/** The 29 February 1900 that Excel counts and that never was. */
const NEVER = 60;

/**
 * The day of an Excel serial number, its time of day left out; null for what is none. Up to 1900-02-28 a serial is one
 * more than the days since 1899-12-30, because Excel counts a 29 February 1900.
 */
export function dayOfSerial(serial: number, since1904 = false): Day | null {
	const whole = Math.floor(serial);
	if (!Number.isFinite(serial) || whole < 0 || whole > LAST) return null;
	if (since1904) return dayFromNumber(SINCE_1904 + whole);
	if (whole === 0 || whole === NEVER) return null;
	return dayFromNumber(SINCE_1899 + whole + (whole < NEVER ? 1 : 0));
}

/** The serial number of a day in the 1900 system. */
export function serialOf(day: Day): number {
	const serial = dayNumber(day) - SINCE_1899;
	return serial <= NEVER ? serial - 1 : serial;
}

/**
 * How much of a date a number format shows, as `numFmt` writes it; null where it shows none. Literal text in quotes,
 * colours and conditions in brackets, and escaped characters are no part of it.
 */
export function shownDate(format: string): 'day' | 'month' | 'year' | null {
	const bare = format
		.split(';', 1)[0]!
		.replace(/"[^"]*"/g, '')
		.replace(/\[(?:h+|m+|s+)\]/gi, 'h')
		.replace(/\[[^\]]*\]/g, '')
		.replace(/\\./g, '')
		.replace(/[_*]./g, '')
		.toLowerCase()
		.replace(/am\/pm|a\/p|上午\/下午/g, '')
		.replace(/general/g, '');
	if (/[ye]/.test(bare)) return /d/.test(bare) ? 'day' : /m/.test(bare) ? 'month' : 'year';
	return /d/.test(bare) && /m/.test(bare) ? 'day' : null;
}

const MONTHS = [17, 27, 36, 50, 52, 57];
const DAYS = [14, 15, 16, 22, 28, 29, 30, 31, 51, 53, 54, 58];

/** The same for the formats that a workbook names by number only, those of Chinese editions with them. */
export function shownByNumber(format: number): 'day' | 'month' | null {
	if (MONTHS.includes(format)) return 'month';
	return DAYS.includes(format) ? 'day' : null;
}

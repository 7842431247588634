import * as v from 'valibot';

/** A calendar date in Asia/Shanghai as `YYYY-MM-DD`; compares with `<` as text. Never a UTC timestamp. */
export type Day = string;

/** `YYYY-MM`. */
export type Month = string;

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

function daysInMonth(year: number, month: number): number {
	if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
	return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function pad(n: number, width: number): string {
	return String(n).padStart(width, '0');
}

/** Year, month (1–12) and day (1–31). Throws `RangeError` for anything that is no day of the calendar. */
export function partsOf(day: Day): { year: number; month: number; day: number } {
	const match = SHAPE.exec(day);
	const parts = { year: Number(match?.[1]), month: Number(match?.[2]), day: Number(match?.[3]) };
	if (!match || parts.month < 1 || parts.month > 12 || parts.day < 1 || parts.day > daysInMonth(parts.year, parts.month))
		throw new RangeError(`not a calendar day: ${day}`);
	return parts;
}

export function isDay(text: string): boolean {
	// Most of what is none is seen without the cost of an error.
	if (!SHAPE.test(text)) return false;
	try {
		partsOf(text);
		return true;
	} catch {
		return false;
	}
}

/** Builds a day from its numbers; the day of the month is clamped to the month's length. */
export function dayOf(year: number, month: number, day: number): Day {
	return `${pad(year, 4)}-${pad(month, 2)}-${pad(Math.min(day, daysInMonth(year, month)), 2)}`;
}

/** Days since 1970-01-01 in the proleptic Gregorian calendar (may be negative). */
export function dayNumber(day: Day): number {
	const { year, month, day: d } = partsOf(day);
	const y = month <= 2 ? year - 1 : year;
	const era = Math.floor(y / 400);
	const yearOfEra = y - era * 400;
	const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + d - 1;
	const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
	return era * 146_097 + dayOfEra - 719_468;
}

/** The inverse of `dayNumber`. */
export function dayFromNumber(n: number): Day {
	const z = n + 719_468;
	const era = Math.floor(z / 146_097);
	const doe = z - era * 146_097;
	const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36_524) - Math.floor(doe / 146_096)) / 365);
	const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
	const mp = Math.floor((5 * doy + 2) / 153);
	const month = mp < 10 ? mp + 3 : mp - 9;
	return dayOf(yoe + era * 400 + (month <= 2 ? 1 : 0), month, doy - Math.floor((153 * mp + 2) / 5) + 1);
}

export function addDays(day: Day, days: number): Day {
	return dayFromNumber(dayNumber(day) + days);
}

/** Moves by whole months; 31 January + 1 month is the last day of February. */
export function addMonths(day: Day, months: number): Day {
	const { year, month, day: d } = partsOf(day);
	const index = year * 12 + (month - 1) + months;
	return dayOf(Math.floor(index / 12), (index % 12) + 1, d);
}

/** Days from `a` to `b`, negative when `b` comes first. */
export function daysBetween(a: Day, b: Day): number {
	return dayNumber(b) - dayNumber(a);
}

export function monthOf(day: Day): Month {
	return day.slice(0, 7);
}

export function lastOfMonth(month: Month): Day {
	return dayOf(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 31);
}

/** Every month that touches [from, to], in order. */
export function monthsBetween(from: Day, to: Day): Month[] {
	const months: Month[] = [];
	for (let day = `${monthOf(from)}-01`; day <= to; day = addMonths(day, 1)) months.push(monthOf(day));
	return months;
}

export function earlier(a: Day, b: Day): Day {
	return a < b ? a : b;
}

export function later(a: Day, b: Day): Day {
	return a > b ? a : b;
}

const shanghai = new Intl.DateTimeFormat('en-CA', {
	timeZone: 'Asia/Shanghai',
	year: 'numeric',
	month: '2-digit',
	day: '2-digit'
});

/** The date in Asia/Shanghai at an instant (milliseconds since the epoch). */
export function dayAt(milliseconds: number): Day {
	return shanghai.format(milliseconds);
}

export const daySchema = v.pipe(v.string(), v.trim(), v.check(isDay, 'day'));

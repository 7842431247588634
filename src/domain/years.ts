import { partsOf, type Day } from './day.ts';

/** The year of a day. */
export function yearOf(day: Day): number {
	return partsOf(day).year;
}

/** Whole years from one day to a later one, counted by months: what happened any day of a month is a year old from that month on. */
export function wholeYears(from: Day, to: Day): number {
	const [a, b] = [partsOf(from), partsOf(to)];
	return Math.floor((b.year * 12 + b.month - (a.year * 12 + a.month)) / 12);
}

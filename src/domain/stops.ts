import { lastOfMonth, monthsBetween, type Day } from './day.ts';

/** While there are no more days of change than this, each is a stop of its own; beyond, the ends of the months are. */
export const MOST_CHANGE_DAYS = 60;

/**
 * The days at which a page can be read without asking the server again: every month's end from the first change to
 * today, the days of change while they are few, the days of `marks` (events, the day of the address), and today.
 * Ascending, without repeats; nothing after `today`.
 */
export function stopsOf(changes: readonly Day[], marks: readonly Day[], today: Day): Day[] {
	const past = [...changes, ...marks].filter((day) => day <= today).sort();
	const first = past[0];
	if (first === undefined) return [today];
	const distinct = new Set(changes.filter((day) => day <= today));
	const days = [...(distinct.size <= MOST_CHANGE_DAYS ? distinct : []), ...marks, ...monthsBetween(first, today).map(lastOfMonth), today];
	return [...new Set(days.filter((day) => day >= first && day <= today))].sort();
}

/** The index of the first stop that is not before a day; -1 when the day lies after the last. */
export function stopFrom(stops: readonly Day[], day: Day): number {
	let low = 0;
	let high = stops.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((stops[middle] as Day) < day) low = middle + 1;
		else high = middle;
	}
	return low === stops.length ? -1 : low;
}

/** The index of the last stop that is not after a day; the first stop for an earlier day. */
export function stopAt(stops: readonly Day[], day: Day): number {
	const from = stopFrom(stops, day);
	if (from === -1) return stops.length - 1;
	return stops[from] === day || from === 0 ? from : from - 1;
}

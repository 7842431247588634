import { membersAt, type Cube, type Slice } from './cube.ts';
import { addDays, addMonths, dayNumber, earlier, lastOfMonth, monthOf, type Day } from './day.ts';

/** Members of each series at the end of each day of `days`. */
export type Growth<Key> = { readonly days: readonly Day[]; readonly series: readonly { key: Key; members: readonly number[] }[] };

/** More change days than this are drawn by month: a finer step would not be seen. */
const MOST_STEPS = 60;

/**
 * The days at which a growth chart reads the cube, from just before the first change to `until`: the days of change
 * themselves while they are few, otherwise the ends of the months.
 */
export function growthDays(cube: Cube, until: Day): Day[] {
	const changes = cube.days.filter((day) => day <= until);
	const first = changes[0];
	if (first === undefined) return [until];
	if (changes.length <= MOST_STEPS) return [...new Set([addDays(first, -1), ...changes, until])];
	const days: Day[] = [addDays(first, -1)];
	for (let day = lastOfMonth(monthOf(first)); dayNumber(day) < dayNumber(until); day = lastOfMonth(monthOf(addMonths(`${monthOf(day)}-01`, 1))))
		days.push(earlier(day, until));
	return [...days, until];
}

/** Cumulative members by series, one number a day of `days`. */
export function growthOf<Key>(cube: Cube, days: readonly Day[], slices: readonly { key: Key; slice: Slice }[]): Growth<Key> {
	return { days, series: slices.map(({ key, slice }) => ({ key, members: days.map((day) => membersAt(cube, day, slice)) })) };
}

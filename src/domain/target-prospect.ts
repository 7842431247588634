import { daysBetween, type Day } from './day.ts';
import type { Adcode } from './place.ts';

/** A prospect as a forecast sees it. `place`: the area of the scope it lies in, null where nobody knows; `expected`: the day somebody expects it to join; `chance`: of joining at all. */
export type ScopedProspect = { readonly place: Adcode | null; readonly chance: number; readonly expected: Day | null };

/** A prospect that nobody expects on a day of its own joins within so many days, if it joins. */
export const UNDATED_DAYS = 365;

/**
 * The chance that a prospect has joined by the end of a day. One that is expected later counts nothing, one that is
 * expected by then in full; without an expected day, or with one that has passed, in full where a year or more remains,
 * otherwise by the share of a year that does.
 */
export function chanceBy({ chance, expected }: ScopedProspect, at: Day, by: Day): number {
	const ahead = daysBetween(at, by);
	if (ahead <= 0) return 0;
	if (expected !== null && expected > at) return expected <= by ? chance : 0;
	return chance * Math.min(1, ahead / UNDATED_DAYS);
}

/** A member that had been a prospect: where and when it joined, and when it had first been noted. */
export type Conversion = { readonly place: Adcode | null; readonly joined: Day; readonly noted: Day };

/**
 * Chance that the like of an arrival comes within so many days without being on the list of prospects today: of one
 * that had stood there for `lead` days, only if it is noted early enough. Keeps arrivals by the pipeline from counting twice.
 */
export function freshness(lead: number, days: number): number {
	return lead <= 0 ? 1 : Math.max(0, 1 - lead / days);
}

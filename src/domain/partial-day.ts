import * as v from 'valibot';
import { dayOf, isDay, lastOfMonth, type Day } from './day.ts';

/** How well a date is known. `not_after`: only that it had happened by `on`. `unknown`: nothing is known. */
export const PRECISIONS = ['day', 'month', 'year', 'not_after', 'unknown'] as const;
export type Precision = (typeof PRECISIONS)[number];

/**
 * A date with the precision its source gives it. `on` is the latest day it can have been (the last of the month or year
 * for those precisions), so that counting by `on` never claims something before it must have happened; it is null
 * exactly when the precision is `unknown`.
 */
export type PartialDay = { readonly on: Day | null; readonly precision: Precision };

export const UNKNOWN_DAY: PartialDay = { on: null, precision: 'unknown' };

/**
 * Reads `2023-09-26`, `2023-09`, `2023`, `<=2023-09-26` (not after) or an empty text (unknown).
 * Returns null for anything else.
 */
export function parsePartialDay(text: string): PartialDay | null {
	const t = text.trim();
	if (t === '') return UNKNOWN_DAY;
	if (isDay(t)) return { on: t, precision: 'day' };
	if (/^\d{4}-(0[1-9]|1[0-2])$/.test(t)) return { on: lastOfMonth(t), precision: 'month' };
	if (/^\d{4}$/.test(t)) return { on: dayOf(Number(t), 12, 31), precision: 'year' };
	if (t.startsWith('<=') && isDay(t.slice(2))) return { on: t.slice(2), precision: 'not_after' };
	return null;
}

/** The text that `parsePartialDay` reads back. */
export function writePartialDay({ on, precision }: PartialDay): string {
	if (on === null) return '';
	if (precision === 'month') return on.slice(0, 7);
	if (precision === 'year') return on.slice(0, 4);
	return precision === 'not_after' ? `<=${on}` : on;
}

/** The first day it can have been; null when nothing bounds it from below. */
export function earliest({ on, precision }: PartialDay): Day | null {
	if (on === null || precision === 'not_after') return null;
	if (precision === 'month') return `${on.slice(0, 7)}-01`;
	return precision === 'year' ? `${on.slice(0, 4)}-01-01` : on;
}

/** Has it happened by `at`, for certain? A date that is wholly unknown counts as having happened. */
export function happenedBy(day: PartialDay, at: Day): boolean {
	return day.on === null || day.on <= at;
}

/** Accepts the written form; the output is a `PartialDay`. */
export const partialDaySchema = v.pipe(
	v.string(),
	v.check((text) => parsePartialDay(text) !== null, 'partial_day'),
	v.transform((text) => parsePartialDay(text) as PartialDay)
);

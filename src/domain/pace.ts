import { daysBetween, type Day } from './day.ts';

/** A straight way from a value on one day to a value on another. */
export type Pace = { readonly start: Day; readonly due: Day; readonly from: number; readonly to: number };

/**
 * What a straight pace expects at the end of a day: the start's value before it begins, the target's value once it is
 * due. Where the start had the value already, that value is expected throughout.
 */
export function expectedAt({ start, due, from, to }: Pace, at: Day): number {
	if (from >= to || at >= due) return to;
	return at <= start ? from : from + ((to - from) * daysBetween(start, at)) / daysBetween(start, due);
}

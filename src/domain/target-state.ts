import type { Day } from './day.ts';

/** How a target stands, the best first. */
export const TARGET_STATES = ['reached', 'on_pace', 'behind', 'at_risk', 'missed'] as const;
export type TargetState = (typeof TARGET_STATES)[number];

/** Below this chance of being reached in time a target is at risk: it is more likely missed than made. */
export const LIKELY = 0.5;

/** What the state of a target depends on, as numbers of members, cities or projects; a target is judged on its due day at the latest. */
export type Judged = {
	readonly at: Day;
	readonly due: Day;
	readonly actual: number;
	readonly needed: number;
	readonly expected: number;
	/** Of being reached in time, 0 to 1. */
	readonly chance: number;
};

/** Fractions that differ by less than this are the same number. */
const HAIR = 1e-9;

/**
 * Reached: the value stands. Missed: it did not when the due day had ended. At risk: the chance of reaching it in time
 * is below one half. Otherwise on pace, when there are as many as the whole number of what a straight pace expects, or behind.
 */
export function stateOf({ at, due, actual, needed, expected, chance }: Judged): TargetState {
	if (actual >= needed) return 'reached';
	if (at > due) return 'missed';
	if (chance < LIKELY) return 'at_risk';
	return actual >= Math.floor(expected + HAIR) ? 'on_pace' : 'behind';
}

/** The least whole number that is not below a value, forgiving what fractions lose. */
export function wholeOf(value: number): number {
	return Math.ceil(value - HAIR);
}

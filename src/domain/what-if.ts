import type { Movement } from './cube.ts';
import { addDays, type Day } from './day.ts';
import type { MemberKind } from './member.ts';
import type { Adcode } from './place.ts';

/** Prospects supposed to have joined at a time: an address must stay one that can be sent. */
export const MOST_JOINED = 60;

const ID = /^[a-z0-9][a-z0-9-]{0,79}$/;

/** Identifiers of prospects from a text with commas between, without repeats and what can be none. */
export function joinedOf(text: string): string[] {
	return [...new Set(text.split(','))].filter((id) => ID.test(id));
}

/** The text that `joinedOf` reads back, of the first `MOST_JOINED`; null for none. */
export function writeJoined(ids: readonly string[]): string | null {
	return [...new Set(ids)].slice(0, MOST_JOINED).join(',') || null;
}

/** Who is supposed to join, and where; `place` null: its city is not known. */
export type Supposed = { readonly place: Adcode | null; readonly kind: MemberKind | null };

/** The day on which those supposed to join stand in `supposing`: the one after. */
export function supposedDay(at: Day): Day {
	return addDays(at, 1);
}

/**
 * What is recorded up to a day, and on the day after it the joins that are supposed, and nothing else: so that the two
 * days differ by these alone. A kind that nobody knows yet counts as `other`.
 */
export function supposing(movements: readonly Movement[], at: Day, joins: readonly Supposed[]): Movement[] {
	const on = supposedDay(at);
	return [
		...movements.filter((movement) => movement.on <= at),
		...joins.map(({ place, kind }): Movement => ({ place, kind: kind ?? 'other', on, joined: 1, left: 0 }))
	];
}

import { addDays, dayNumber, type Day } from '#domain/day.ts';
import type { Instant } from '#domain/instant.ts';
import type { Random } from './random.ts';

/** The day on which the demonstration's clock stands. */
export const TODAY: Day = '2026-06-30';

/** The day on which its alliance is founded. */
export const FOUNDED: Day = '2020-11-21';

/** A chance day between two, both included. */
export function dayBetween(random: Random, from: Day, to: Day): Day {
	return addDays(from, random.between(0, Math.max(0, dayNumber(to) - dayNumber(from))));
}

/** When something of that day is recorded: two days later at 09:30 in Shanghai, on the last day at the latest. */
export function recordedAfter(day: Day): Instant {
	const recorded = addDays(day, 2);
	return `${recorded < TODAY ? recorded : TODAY}T01:30:00.000Z`;
}

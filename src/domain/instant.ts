import { dayAt, partsOf, type Day } from './day.ts';

/** A moment of recording as ISO 8601 in UTC with milliseconds; compares with `<` as text. */
export type Instant = string;

/** The instant of a clock reading in milliseconds since the epoch. */
export function instantOf(milliseconds: number): Instant {
	return new Date(milliseconds).toISOString();
}

/** The first instant after a day has ended in Asia/Shanghai (UTC+8, no daylight saving since 1991). */
export function endOf(day: Day): Instant {
	partsOf(day);
	return `${day}T16:00:00.000Z`;
}

/** The day in Asia/Shanghai on which an instant falls. */
export function dayOfInstant(instant: Instant): Day {
	return dayAt(Date.parse(instant));
}

/** The moment now by the machine's clock. */
export function now(): Instant {
	return instantOf(Date.now());
}

/** The time of day of an instant in Asia/Shanghai: 14:05. */
export function timeOfInstant(instant: Instant): string {
	return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(11, 16);
}

/** The instant so many hours later. */
export function hoursAfter(instant: Instant, hours: number): Instant {
	return instantOf(Date.parse(instant) + hours * 3_600_000);
}

import type { Day } from '#domain/day.ts';
import { chartText, reportedValue } from '#lib/i18n/chart.ts';
import { indexOn, spokenDay, totalAt, type GrowthInput, type Occasion, type ReportedMark } from './growth-input.ts';

/** What the chart says of one day: recorded members by band and in all, and what happened or was published since. */
export type Reading = {
	readonly on: Day;
	readonly members: readonly number[];
	readonly total: number;
	readonly occasions: readonly Occasion[];
	readonly reported: readonly ReportedMark[];
};

/** Every day on which the chart changes or bears a mark, ascending, up to the one it speaks of: the stops of reading it. */
export function growthSteps(input: GrowthInput): Day[] {
	const { days, occasions, reported } = input;
	const [first, last] = [days[0] ?? '', spokenDay(input)];
	const all = [...days, ...occasions.map(({ on }) => on), ...reported.map(({ on }) => on)];
	const steps = [...new Set(all)].filter((day) => day >= first && day <= last).sort();
	// Before the first day there is nothing to read but that there was nothing.
	return steps.length > 0 ? steps : days.slice(0, 1);
}

/** The reading of a day, with the events and published numbers after `since` (null: of that day alone). */
export function readGrowth(input: GrowthInput, on: Day, since: Day | null = null): Reading {
	const i = indexOn(input.days, on);
	const within = (day: Day) => (since === null ? day === on : day > since && day <= on);
	return {
		on,
		members: input.bands.map(({ members }) => members[i] ?? 0),
		total: totalAt(input, i),
		occasions: input.occasions.filter((event) => within(event.on)),
		reported: input.reported.filter((mark) => within(mark.on))
	};
}

/** More rows than this are read at the ends of the years. */
const MOST_ROWS = 36;

/** The chart as a table up to the day it speaks of: every day of change or mark, or the years' last where those are many. */
export function growthRows(input: GrowthInput): Reading[] {
	const end = spokenDay(input);
	const steps = [...new Set([...growthSteps(input).filter((day) => day <= end), end])];
	const yearly = steps.length > MOST_ROWS;
	const days = yearly ? steps.filter((day, i) => day.slice(0, 4) !== steps[i + 1]?.slice(0, 4)) : steps;
	const readings = days.map((day, i) => readGrowth(input, day, days[i - 1] ?? ''));
	return readings.filter((row, i) => i > 0 || row.total > 0 || row.occasions.length > 0 || row.reported.length > 0);
}

/** The chart in one or two sentences, for those who do not see it. */
export function growthWords(input: GrowthInput): string {
	const text = chartText[input.locale];
	const first = input.days[0];
	if (first === undefined) return text.empty;
	const last = spokenDay(input);
	const end = readGrowth(input, last);
	const parts = input.bands.map(({ name }, i) => ({ name, members: end.members[i] ?? 0 })).filter(({ members }) => members > 0);
	const marks = input.reported.filter(({ on }) => on <= last).map(({ on, qualifier, value, publisher }) => ({ on, publisher, value: reportedValue(qualifier, value, input.locale) }));
	return [
		text.growth(first, last, readGrowth(input, first).total, end.total),
		parts.length > 0 ? text.among(parts) : '',
		text.stop,
		marks.length > 0 ? text.apart(marks) : ''
	].join('');
}

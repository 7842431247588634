import type { Day } from '#domain/day.ts';
import type { Growth } from '#domain/growth.ts';
import type { Locale } from '#domain/locale.ts';
import type { MemberKind } from '#domain/member.ts';
import type { Adcode } from '#domain/place.ts';
import type { Qualifier } from '#domain/reported-total.ts';
import { kindColor, provinceColor } from './color.ts';

/** One band of the stack: members at the end of each of the input's days. `color` is a CSS colour, best a `var(--…)`. */
export type Band = { readonly key: string; readonly name: string; readonly color: string; readonly members: readonly number[] };

/** An event on the chart: a few characters for its mark, its title for the table, how many joined through it. */
export type Occasion = {
	readonly id: string;
	readonly on: Day;
	readonly short: string;
	readonly title: string;
	readonly joined: number;
	readonly href: string | null;
};

/** A published number of members. It is drawn apart from the bands and enters no sum. */
export type ReportedMark = { readonly on: Day; readonly qualifier: Qualifier; readonly value: number; readonly publisher: string | null };

/**
 * Everything a growth chart shows, as plain data. `days` ascend; each band has one number a day; the last day is the
 * right edge. `at` is marked when it lies before that. Bands stack in the order given, the first at the bottom.
 */
export type GrowthInput = {
	readonly locale: Locale;
	readonly days: readonly Day[];
	readonly bands: readonly Band[];
	readonly occasions: readonly Occasion[];
	readonly reported: readonly ReportedMark[];
	readonly at: Day | null;
};

/** Bands by kind in the fixed order; kinds that never have a member are left out. */
export function kindBands(growth: Growth<MemberKind>, names: Readonly<Record<MemberKind, string>>): Band[] {
	return growth.series
		.filter(({ members }) => members.some((n) => n > 0))
		.map(({ key, members }) => ({ key, name: names[key], color: kindColor(key), members }));
}

/** Bands by province, in the order given; null is the members whose place is not verified. Empty ones are left out. */
export function provinceBands(growth: Growth<Adcode | null>, nameOf: (province: Adcode | null) => string): Band[] {
	return growth.series
		.filter(({ members }) => members.some((n) => n > 0))
		.map(({ key, members }) => ({ key: key ?? 'none', name: nameOf(key), color: provinceColor(key), members }));
}

/** Recorded members in all on the i-th day. */
export function totalAt({ bands }: Pick<GrowthInput, 'bands'>, i: number): number {
	return bands.reduce((sum, { members }) => sum + (members[i] ?? 0), 0);
}

/** The index of the last of the ascending `days` that is not after `day`; -1 before the first. */
export function indexOn(days: readonly Day[], day: Day): number {
	return days.findLastIndex((candidate) => candidate <= day);
}

/** Is there anything to draw? Without a member and without a published number there is not. */
export function isEmptyGrowth({ bands, reported }: GrowthInput): boolean {
	return reported.length === 0 && !bands.some(({ members }) => members.some((n) => n > 0));
}

/** The day of which the chart's words and totals speak: the chosen one, or the last. Throws without any day. */
export function spokenDay({ days, at }: Pick<GrowthInput, 'days' | 'at'>): Day {
	const last = days.at(-1);
	if (last === undefined) throw new RangeError('a growth chart needs at least one day');
	return at !== null && at < last ? at : last;
}

/** The chosen day, where the picture goes on beyond it: it is drawn as a line, and what comes after is covered. */
export function coveredFrom(input: GrowthInput): Day | null {
	return input.at !== null && inPicture(input, input.at) && input.at !== input.days.at(-1) ? input.at : null;
}

/** Does a day lie in the picture, up to the day it speaks of? What does not is not drawn. */
export function inPicture(input: GrowthInput, on: Day): boolean {
	const first = input.days[0];
	return first !== undefined && on >= first && on <= spokenDay(input);
}

import { addMonths, dayNumber, dayFromNumber, monthOf, partsOf, type Day } from '#domain/day.ts';

/** Width and height of a drawing in its own pixels. */
export type Size = { readonly width: number; readonly height: number };

/** A chart is drawn once for each: text that is scaled down to fit a phone cannot be read. */
export const WIDE: Size = { width: 520, height: 262 };
export const NARROW: Size = { width: 344, height: 252 };

export type Tick = { readonly at: number; readonly text: string };

/** The frame of a chart over time: where its plot lies in pixels from the upper left, and its scales in day numbers. */
export type Plot = {
	readonly size: Size;
	readonly left: number;
	readonly right: number;
	readonly top: number;
	readonly bottom: number;
	readonly from: number;
	readonly to: number;
	readonly max: number;
	readonly step: number;
	readonly days: readonly Tick[];
};

/** Pixels of a day number. */
export function xOf(plot: Plot, day: number): number {
	return plot.left + ((day - plot.from) / (plot.to - plot.from)) * (plot.right - plot.left);
}

/** Pixels of a number of members. */
export function yOf(plot: Plot, members: number): number {
	return plot.bottom - (members / plot.max) * (plot.bottom - plot.top);
}

/** The number of members, in fractions, at a height in pixels; above the plot it goes on beyond `max`. */
export function membersUnder(plot: Plot, y: number): number {
	return ((plot.bottom - y) / (plot.bottom - plot.top)) * plot.max;
}

/** The day number under a pixel, within the plot's time. */
export function dayUnder(plot: Plot, x: number): number {
	const share = (x - plot.left) / (plot.right - plot.left);
	return Math.round(plot.from + Math.min(1, Math.max(0, share)) * (plot.to - plot.from));
}

/** A step of 1, 2 or 5 times a power of ten that divides 0…`most` into at most `parts`. Whole members: never below 1. */
export function niceStep(most: number, parts: number): number {
	const rough = Math.max(1, most / parts);
	const power = 10 ** Math.floor(Math.log10(rough));
	return power * ([1, 2, 5].find((factor) => factor * power >= rough) ?? 10);
}

const LABEL_ROOM = 46;

/** Ticks at the turns of years, or of months where the time shown is short; as many as have room for their label. */
export function dayTicks(from: number, to: number, width: number): Tick[] {
	const most = Math.max(1, Math.floor(width / LABEL_ROOM));
	const years = (to - from) / 365.25;
	if (years >= 2) {
		const every = Math.ceil(years / most);
		const first = partsOf(dayFromNumber(from)).year + 1;
		return sequence(first, every, (year) => dayNumber(`${String(year).padStart(4, '0')}-01-01`), to).map(({ n, at }) => ({ at, text: String(n) }));
	}
	const every = [1, 2, 3, 6, 12].find((months) => (years * 12) / months <= most) ?? 12;
	const start = `${monthOf(dayFromNumber(from))}-01` as Day;
	const skip = (every - ((partsOf(start).month - 1) % every)) % every || every;
	return sequence(skip, every, (months) => dayNumber(addMonths(start, months)), to).map(({ at }) => ({ at, text: monthOf(dayFromNumber(at)) }));
}

function sequence(first: number, every: number, at: (n: number) => number, to: number): { n: number; at: number }[] {
	const list: { n: number; at: number }[] = [];
	for (let n = first; at(n) <= to; n += every) list.push({ n, at: at(n) });
	return list;
}

/** A scale never ends below this: one member is not to look like a full house. */
const LEAST = 5;

/** The frame for the days shown and the largest number to be drawn, with `head` pixels kept free above the plot. */
export function plotOf(first: Day, last: Day, most: number, size: Size, head: number): Plot {
	const to = dayNumber(last);
	const start = Math.min(dayNumber(first), to - 30);
	const from = start - Math.round((to - start) * 0.025);
	const step = niceStep(Math.max(most, LEAST), size.width > 400 ? 5 : 4);
	const max = Math.max(step, Math.ceil(Math.max(most, LEAST) / step) * step);
	const left = 16 + 7 * String(max).length;
	const right = size.width - 8;
	return { size, left, right, top: 8 + head, bottom: size.height - 24, from, to, max, step, days: dayTicks(from, to, right - left) };
}

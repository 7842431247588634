import { dayNumber } from '#domain/day.ts';
import { chartText, reportedValue } from '#lib/i18n/chart.ts';
import { coveredFrom, inPicture, spokenDay, totalAt, type GrowthInput, type ReportedMark } from './growth-input.ts';
import { FONT, LINE, RIM, TEXT, type Break } from './line.ts';
import { xOf, yOf, type Plot } from './plot.ts';
import { fitText, textWidth } from './text-width.ts';

const RING = 9;
const STROKE = 1.6;
/** From the ring's centre up to its label: whole pixels, or browser and server round the same text differently. */
const RAISED = 7;

/** Room above the plot for the label of a ring at its upper edge, in pixels; none where nothing was published. */
export function reportedHead({ reported }: GrowthInput): number {
	return reported.length > 0 ? FONT + 13 : 0;
}

/** 公布「近30家」· 无锡日报, uncut. */
export function reportedText({ qualifier, value, publisher }: ReportedMark, { locale }: GrowthInput): string {
	return chartText[locale].reportedMark(reportedValue(qualifier, value, locale), publisher);
}

type Box = { readonly x1: number; readonly x2: number; readonly y1: number; readonly y2: number };
type Label = { readonly text: string; readonly x: number };

/** Between the line of the chosen day and a label beside it. */
const BESIDE = 4;

/**
 * The label above a ring, beginning at it if it can: with its publisher or, where that does not fit, without; clear of
 * the bands, the line of the chosen day and the labels before it. That of the latest ring may stand behind the line, to
 * which its dots lead. Null: no room. The first one is always given, cut and over the bands if need be.
 */
function labelOf(mark: ReportedMark, input: GrowthInput, plot: Plot, taken: Box[]): Label | null {
	const x = xOf(plot, dayNumber(mark.on)) - RING / 2;
	const y = yOf(plot, mark.value);
	const line = lineUnder(y - 6, input, plot);
	const isLatest = taken.length === 0;
	const behind = line === null || !isLatest ? null : Math.max(line + BESIDE, x + RING);
	const texts = [reportedText(mark, input), reportedText({ ...mark, publisher: null }, input)];
	const places = texts.flatMap((text) => {
		const width = textWidth(text, FONT);
		const starts = [x, plot.right - width, x + RING - width].filter((x1) => x1 <= x + RING && x1 + width >= x);
		return [...starts, ...(behind === null ? [] : [behind])].map((x1) => ({ text, x: x1, box: { x1, x2: x1 + width, y1: y - FONT - 6, y2: y - 6 } }));
	});
	const free = places.find(
		({ box }) =>
			box.x1 >= plot.left - RING &&
			box.x2 <= plot.right &&
			(line === null || box.x2 + BESIDE <= line || box.x1 >= line + BESIDE) &&
			!meetsBands(box, input, plot) &&
			!taken.some((other) => meet(box, other))
	);
	if (free) {
		taken.push(free.box);
		return free;
	}
	if (!isLatest) return null;
	const isBefore = line !== null && line - x > plot.right - line;
	const [from, to] = behind === null ? [x, plot.right] : isBefore ? [x, line - BESIDE] : [behind, plot.right];
	const text = fitText(texts[0] as string, FONT, to - from);
	taken.push({ x1: from, x2: to, y1: y - FONT - 6, y2: y - 6 });
	return text === '' ? null : { text, x: from };
}

/** Where the line of the chosen day passes a height in pixels; null: it does not. */
function lineUnder(y: number, input: GrowthInput, plot: Plot): number | null {
	const from = coveredFrom(input);
	return from === null || y <= plot.top ? null : xOf(plot, dayNumber(from));
}

function meet(a: Box, b: Box): boolean {
	return a.x1 < b.x2 && b.x1 < a.x2 && a.y1 < b.y2 && b.y1 < a.y2;
}

/** Does a box lie on the bands, as far as they are shown? */
function meetsBands({ x1, x2, y2 }: Box, input: GrowthInput, plot: Plot): boolean {
	const from = coveredFrom(input);
	const edge = from === null ? plot.right : xOf(plot, dayNumber(from));
	return input.days.some((day, i) => {
		const next = input.days[i + 1];
		const ends = Math.min(edge, next === undefined ? plot.right : xOf(plot, dayNumber(next)));
		return xOf(plot, dayNumber(day)) < x2 && ends > x1 && yOf(plot, totalAt(input, i)) < y2;
	});
}

/**
 * Published numbers as open rings, each with a dotted line until the next one or the edge: nobody published anything
 * else in between. The latest is labelled first.
 */
export function reportedSeries(input: GrowthInput, plot: Plot) {
	const marks = input.reported.filter(({ on }) => inPicture(input, on)).toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
	if (marks.length === 0) return [];
	const taken: Box[] = [];
	const labels = marks.toReversed().map((mark) => labelOf(mark, input, plot, taken)).reverse();
	const edge = input.at === null ? plot.to : Math.min(plot.to, dayNumber(spokenDay(input)));
	const data = marks.flatMap((mark, i) => {
		const next = marks.find(({ on }) => on > mark.on);
		const label = labels[i] ?? null;
		return [
			{ value: [dayNumber(mark.on), mark.value] as const, label: label ? labelOption(label, xOf(plot, dayNumber(mark.on))) : { show: false } },
			{ value: [next ? dayNumber(next.on) : edge, mark.value] as const, symbol: 'none' },
			{ value: [edge, null] as Break, symbol: 'none' }
		];
	});
	return [
		{
			...LINE,
			id: 'reported',
			z: 6,
			symbol: 'circle',
			symbolSize: RING,
			showSymbol: true,
			showAllSymbol: true,
			itemStyle: { color: 'var(--paper)', borderColor: 'var(--warm)', borderWidth: STROKE },
			lineStyle: { color: 'var(--warm)', width: 1.2, type: [2, 3], cap: 'butt' },
			data
		}
	];
}

function labelOption({ text, x }: Label, ring: number) {
	return {
		show: true,
		// Counted from the corner of the ring's box, half its stroke included.
		position: [x - ring + (RING + STROKE) / 2, (RING + STROKE) / 2 - RAISED],
		align: 'left',
		verticalAlign: 'bottom',
		formatter: () => text,
		color: 'var(--warm)',
		...TEXT,
		...RIM
	};
}

import { dayNumber } from '#domain/day.ts';
import { chartText } from '#lib/i18n/chart.ts';
import { inPicture, type GrowthInput, type Occasion } from './growth-input.ts';
import { reportedHead } from './growth-reported.ts';
import { placeLabels, type Place } from './labels.ts';
import { FONT, LINE, RIM, TEXT, type Break } from './line.ts';
import { fitText, textWidth } from './text-width.ts';
import { membersUnder, xOf, type Plot } from './plot.ts';

/** Height of a row of event labels, in pixels. */
export const LANE = 16;

const PIN = 4;
const RUG = 5;
const LONGEST_LABEL = 150;

/** Among more events than this, only those through which members joined get a line and a label; the others a tick. */
const MOST_LINES = 12;

function lanesOf(plot: Plot): number {
	return plot.size.width > 400 ? 3 : 2;
}

/** 六城市加盟 · +8; cut where the short name is not short. */
function labelOf(event: Occasion, { locale }: GrowthInput): string {
	const joined = event.joined > 0 ? ` · ${chartText[locale].joined(event.joined)}` : '';
	return fitText(event.short, FONT, LONGEST_LABEL - textWidth(joined, FONT)) + joined;
}

function shown(input: GrowthInput): Occasion[] {
	return input.occasions.filter(({ on }) => inPicture(input, on));
}

function hasRug(input: GrowthInput): boolean {
	return shown(input).length > MOST_LINES;
}

/** Room for the ticks of the events without a line, between labels and plot, in pixels. */
export function rugHeight(input: GrowthInput): number {
	return hasRug(input) ? RUG + 3 : 0;
}

/** Where each event in the picture has its label, or null; those through which most members joined are served first. */
export function eventPlaces(input: GrowthInput, plot: Plot): (Place | null)[] {
	const events = shown(input);
	const labelled = events.filter(({ joined }) => joined > 0 || !hasRug(input));
	const marks = labelled.map((event) => ({
		x: xOf(plot, dayNumber(event.on)),
		width: textWidth(labelOf(event, input), FONT),
		rank: event.joined
	}));
	const places = placeLabels(marks, lanesOf(plot), plot.left - 4, plot.right);
	return events.map((event) => places[labelled.indexOf(event)] ?? null);
}

/** Dotted verticals with a pin's head and a label, where there is room for one; ticks for what is left of many. */
export function eventSeries(input: GrowthInput, plot: Plot) {
	const events = shown(input);
	const places = eventPlaces(input, plot);
	const rug = hasRug(input);
	const floor = plot.top - reportedHead(input);
	const lines = events.flatMap((event, i) => {
		const day = dayNumber(event.on);
		const place = places[i] ?? null;
		if (place === null && rug) return [];
		const end = place ? floor - rugHeight(input) - (place.lane + 0.5) * LANE : plot.top;
		const head = place ? { symbol: 'circle', label: label(event, input, place) } : { symbol: 'none' };
		return [
			{ value: [day, 0] as const, symbol: 'none' },
			{ value: [day, membersUnder(plot, end)] as const, ...head },
			{ value: [day, null] as Break, symbol: 'none' }
		];
	});
	const ticks = events.flatMap((event, i) => {
		if (!rug || places[i]) return [];
		const day = dayNumber(event.on);
		return [[day, membersUnder(plot, floor)] as const, [day, membersUnder(plot, floor - RUG)] as const, [day, null] as Break];
	});
	return [
		...(ticks.length > 0 ? [{ ...LINE, id: 'rug', z: 4, lineStyle: { color: 'var(--ink-3)', width: 1 }, data: ticks }] : []),
		...(lines.length > 0 ? [{ ...EVENT_LINE, data: lines }] : [])
	];
}

const EVENT_LINE = {
	...LINE,
	id: 'events',
	z: 4,
	symbol: 'circle',
	symbolSize: PIN,
	showSymbol: true,
	showAllSymbol: true,
	itemStyle: { color: 'var(--ink-2)', borderWidth: 0 },
	lineStyle: { color: 'var(--ink-2)', width: 0.9, type: [1, 2.5], cap: 'butt' }
} as const;

function label(event: Occasion, input: GrowthInput, { side }: Place) {
	const text = labelOf(event, input);
	return { show: true, position: side, distance: 3, formatter: () => text, color: 'var(--ink-2)', ...TEXT, ...RIM };
}

import type { EChartsCoreOption } from 'echarts/core';
import { dayNumber, type Day } from '#domain/day.ts';
import { formatNumber } from '#lib/i18n/number.ts';
import { eventPlaces, eventSeries, LANE, rugHeight } from './growth-events.ts';
import { coveredFrom, totalAt, type Band, type GrowthInput } from './growth-input.ts';
import { reportedHead, reportedSeries } from './growth-reported.ts';
import { LINE, TEXT } from './line.ts';
import { membersUnder, plotOf, type Plot, type Size } from './plot.ts';

/** The frame in which a growth chart of this size is drawn: what is drawn over it in HTML uses the same scales. */
export function growthPlot(input: GrowthInput, size: Size): Plot {
	const [first, last] = [input.days[0], input.days.at(-1)];
	if (first === undefined || last === undefined) throw new RangeError('a growth chart needs at least one day');
	const most = Math.max(0, ...input.days.map((_, i) => totalAt(input, i)), ...input.reported.map(({ value }) => value));
	const flat = plotOf(first, last, most, size, 0);
	const lanes = Math.max(0, ...eventPlaces(input, flat).map((place) => (place ? place.lane + 1 : 0)));
	return plotOf(first, last, most, size, lanes * LANE + rugHeight(input) + reportedHead(input));
}

/**
 * The growth chart as an ECharts option: cumulative members in bands that step on the day of a change, events as thin
 * verticals, published numbers as open rings with a dotted line onward. Bands in `hidden` take no room; scales stay.
 * Server and browser draw the same option, so it fixes every measure and leaves none to the fonts at hand.
 */
export function growthOption(input: GrowthInput, size: Size, hidden: ReadonlySet<string> = new Set()): EChartsCoreOption {
	const plot = growthPlot(input, size);
	return {
		animation: false,
		textStyle: { fontFamily: 'inherit', ...TEXT },
		grid: { left: plot.left, right: size.width - plot.right, top: plot.top, bottom: size.height - plot.bottom, outerBoundsMode: 'none' },
		xAxis: {
			type: 'value',
			min: plot.from,
			max: plot.to,
			axisLine: { lineStyle: { color: 'var(--line-strong)' } },
			axisTick: { show: true, length: 4, customValues: plot.days.map(({ at }) => at), lineStyle: { color: 'var(--line-strong)' } },
			axisLabel: {
				customValues: plot.days.map(({ at }) => at),
				formatter: (value: number) => plot.days.find(({ at }) => at === value)?.text ?? '',
				color: 'var(--ink-3)',
				...TEXT,
				margin: 8,
				hideOverlap: false,
				showMinLabel: true,
				showMaxLabel: true
			},
			splitLine: { show: false }
		},
		yAxis: {
			type: 'value',
			min: 0,
			max: plot.max,
			interval: plot.step,
			axisLine: { show: false },
			axisTick: { show: false },
			axisLabel: {
				formatter: (value: number) => formatNumber(value, input.locale),
				color: 'var(--ink-3)',
				...TEXT,
				hideOverlap: false
			},
			splitLine: { lineStyle: { color: 'var(--line)' } }
		},
		series: [
			...bandSeries(input, hidden),
			...eventSeries(input, plot),
			...reportedSeries(input, plot),
			...atSeries(input, plot)
		]
	};
}

/** With more steps than this the rims of paper between the bands would wash out the thin ones. */
const MOST_RIMMED = 30;

/**
 * Each band is an area from zero to the sum of the bands up to it, painted from the tallest to the lowest: half the
 * points of true stacking, and a band needs one only where its own upper edge moves.
 */
function bandSeries(input: GrowthInput, hidden: ReadonlySet<string>) {
	const { days, bands } = input;
	const from = coveredFrom(input);
	const until = from === null ? Infinity : dayNumber(from);
	const sums = days.map(() => 0);
	const rims = days.length <= MOST_RIMMED;
	return bands
		.map((band, i) => {
			const shown = !hidden.has(band.key);
			if (shown) days.forEach((_, d) => (sums[d] = (sums[d] as number) + (band.members[d] ?? 0)));
			return {
				...LINE,
				id: `band:${band.key}`,
				name: band.name,
				z: 2,
				data: edge(days, sums, band).flatMap(endingAt(until)),
				step: 'end',
				lineStyle: { color: 'var(--paper)', width: 0.8, opacity: shown && rims ? 1 : 0 },
				areaStyle: { color: band.color, opacity: shown ? 1 : 0 },
				order: i
			};
		})
		.sort((a, b) => b.order - a.order)
		.map(({ order: _, ...series }) => series);
}

/** The points of a band's upper edge: from the day before it first has a member, only those where the edge moves. */
function edge(days: readonly Day[], sums: readonly number[], { members }: Band): [number, number][] {
	const start = Math.max(0, members.findIndex((n) => n > 0) - 1);
	return days
		.map((day, i): [number, number] => [dayNumber(day), sums[i] as number])
		.filter(([, sum], i) => i >= start && (i === start || i === days.length - 1 || sum !== sums[i - 1]));
}

/** Ends an edge at a day, at the height it has there: a cover alone would let its last hair's breadth shine through. */
function endingAt(until: number) {
	return ([day, sum]: [number, number], i: number, edge: readonly [number, number][]): [number, number][] => {
		if (day <= until) return [[day, sum]];
		const before = edge[i - 1];
		return before && before[0] < until ? [[until, before[1]]] : [];
	};
}

/** The chosen day as a line; what came after it is covered, while the axes stay where they are. */
function atSeries(input: GrowthInput, plot: Plot) {
	const from = coveredFrom(input);
	if (from === null) return [];
	const day = dayNumber(from);
	const ceiling = membersUnder(plot, 0);
	const veil = { ...LINE, id: 'after', z: 3, lineStyle: { opacity: 0 }, areaStyle: { color: 'var(--paper)', opacity: 1 } };
	return [
		{ ...veil, data: [[day, ceiling], [plot.to, ceiling]] },
		{ ...LINE, id: 'at', z: 8, data: [[day, 0], [day, plot.max]], lineStyle: { color: 'var(--accent)', width: 1.5 } }
	];
}

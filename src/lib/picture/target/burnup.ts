import type { EChartsCoreOption } from 'echarts/core';
import { dayNumber, earlier, later, type Day } from '#domain/day.ts';
import type { Locale } from '#domain/locale.ts';
import { expectedAt, type Pace } from '#domain/pace.ts';
import { course, outlooks, paceOf, type Evaluation, type Outlook, type Subject, type When } from '#domain/target-evaluation.ts';
import { formatDay } from '#lib/i18n/date.ts';
import { targetText } from '#lib/i18n/target.ts';
import { targetNumber } from '#lib/i18n/target-value.ts';
import { LINE, RIM, TEXT } from '../chart/line.ts';
import { dayTicks, niceStep, WIDE, type Size, type Tick } from '../chart/plot.ts';

/** What a burn-up chart shows, as plain data: the way so far, the straight pace, and the forecast up to the due day. */
export type BurnUp = {
	readonly locale: Locale;
	readonly course: readonly { readonly on: Day; readonly value: number }[];
	readonly pace: Pace;
	readonly needed: number;
	readonly outlooks: readonly Outlook[];
};

/** The burn-up of a target at a day. */
export function burnUpOf(subject: Subject, { needed }: Pick<Evaluation, 'needed'>, when: When, locale: Locale): BurnUp {
	return { locale, course: course(subject, when), pace: paceOf(subject, when), needed, outlooks: outlooks(subject, when) };
}

type Frame = { readonly from: number; readonly to: number; readonly min: number; readonly max: number; readonly step: number; readonly left: number; readonly days: readonly Tick[] };

/** So much of the height may stay empty below the lowest line before the scale begins above zero. */
const MOST_EMPTY = 0.5;

/** The scales of a burn-up chart. Where all values lie far above zero the scale begins below them instead. */
export function burnUpFrame({ course: way, pace, needed, outlooks: ahead }: BurnUp, { width }: Pick<Size, 'width'>): Frame {
	const values = [...way.map(({ value }) => value), pace.from, pace.to, needed, ...ahead.flatMap(({ low, high }) => [low, high])];
	const [least, most] = [Math.min(...values), Math.max(...values, 1)];
	const parts = width > 400 ? 5 : 4;
	const isHigh = least > most * MOST_EMPTY;
	const step = niceStep(isHigh ? (most - least) * 1.25 : most, parts);
	const min = isHigh ? Math.max(0, Math.floor((least - step / 2) / step) * step) : 0;
	const max = Math.max(min + step, Math.ceil(most / step) * step);
	const [first, last] = [way[0]?.on ?? pace.start, later(pace.due, way.at(-1)?.on ?? pace.due)];
	const [from, to] = [dayNumber(earlier(first, pace.start)), dayNumber(last)];
	const left = 16 + 7 * String(max).length;
	return { from, to, min, max, step, left, days: dayTicks(from, to, width - left - 8) };
}

/** Head room for the label of the target, and for the dates. */
const TOP = 22;
const BOTTOM = 24;

/**
 * A burn-up chart as an ECharts option: the way so far in steps, the straight pace dashed, the forecast as a band with
 * its middle, the target as a ring. The band is what lies under its upper edge, covered again below its lower one.
 */
export function burnUpOption(input: BurnUp, size: Size): EChartsCoreOption {
	const { locale, course: way, pace, needed, outlooks: ahead } = input;
	const frame = burnUpFrame(input, size);
	const line = (id: string, points: readonly { readonly on: Day; readonly value: number }[], style: object) => ({
		...LINE,
		id,
		data: points.map(({ on, value }) => [dayNumber(on), value]),
		...style
	});
	const edge = (id: string, of: 'low' | 'high', color: string, z: number) =>
		line(id, ahead.map((outlook) => ({ on: outlook.on, value: outlook[of] })), { z, lineStyle: { opacity: 0 }, areaStyle: { color, opacity: 1, origin: 'start' } });
	const label = targetText[locale].chartTarget(targetNumber(needed, locale));
	return {
		animation: false,
		textStyle: { fontFamily: 'inherit', ...TEXT },
		grid: { left: frame.left, right: 8, top: TOP, bottom: BOTTOM, outerBoundsMode: 'none' },
		xAxis: {
			type: 'value',
			min: frame.from,
			max: frame.to,
			z: 4,
			axisLine: { onZero: false, lineStyle: { color: 'var(--line-strong)' } },
			axisTick: { show: true, length: 4, customValues: frame.days.map(({ at }) => at), lineStyle: { color: 'var(--line-strong)' } },
			axisLabel: {
				customValues: frame.days.map(({ at }) => at),
				formatter: (value: number) => frame.days.find(({ at }) => at === value)?.text ?? '',
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
			min: frame.min,
			max: frame.max,
			interval: frame.step,
			z: 4,
			axisLine: { show: false },
			axisTick: { show: false },
			axisLabel: { formatter: (value: number) => targetNumber(value, locale), color: 'var(--ink-3)', ...TEXT, hideOverlap: false },
			splitLine: { lineStyle: { color: 'var(--line)' } }
		},
		series: [
			edge('band', 'high', 'var(--c1)', 2),
			edge('below', 'low', 'var(--paper)', 3),
			line('pace', paceLine(pace), { z: 5, lineStyle: { color: 'var(--ink-3)', width: 1.2, type: [5, 4], cap: 'butt' } }),
			line('middle', ahead.map(({ on, middle }) => ({ on, value: middle })), { z: 6, lineStyle: { color: 'var(--accent)', width: 1.4, type: [2, 3], cap: 'butt' } }),
			line('actual', way, { z: 7, step: 'end', lineStyle: { color: 'var(--accent)', width: 2 } }),
			line('target', [{ on: pace.due, value: needed }], {
				z: 8,
				symbol: 'circle',
				symbolSize: 8,
				showSymbol: true,
				itemStyle: { color: 'var(--paper)', borderColor: 'var(--warm)', borderWidth: 2 },
				label: { show: true, position: [-4, -6], align: 'right', verticalAlign: 'bottom', formatter: () => label, color: 'var(--warm)', ...TEXT, ...RIM }
			})
		]
	};
}

function paceLine({ start, due, from, to }: Pace): { on: Day; value: number }[] {
	return from >= to ? [{ on: start, value: to }, { on: due, value: to }] : [{ on: start, value: from }, { on: due, value: to }];
}

/** One day of the table that says what the chart draws; null: nothing is said of that day. */
export type BurnUpRow = { readonly on: Day; readonly actual: number | null; readonly expected: number; readonly outlook: Outlook | null };

/** More rows of change than this are thinned out evenly; the first and the last stay. */
const MOST_ROWS = 24;

/** The chart as a table: days on which the count changed, then the days that are forecast. */
export function burnUpRows({ course: way, pace, outlooks: ahead }: BurnUp): BurnUpRow[] {
	const changed = way.filter(({ value }, i) => i === 0 || i === way.length - 1 || value !== way[i - 1]?.value);
	const every = Math.ceil(changed.length / MOST_ROWS);
	const kept = changed.filter((_, i) => (changed.length - 1 - i) % every === 0 || i === 0);
	const rows = new Map<Day, BurnUpRow>(kept.map(({ on, value }) => [on, { on, actual: value, expected: expectedAt(pace, on), outlook: null }]));
	for (const outlook of ahead.slice(1)) rows.set(outlook.on, { on: outlook.on, actual: null, expected: expectedAt(pace, outlook.on), outlook });
	return [...rows.values()].sort((a, b) => (a.on < b.on ? -1 : 1));
}

/** The chart in words, for those who do not see it. */
export function burnUpWords(input: BurnUp): string {
	const { locale, course: way, pace, needed, outlooks: ahead } = input;
	const t = targetText[locale];
	const n = (value: number): string => targetNumber(value, locale);
	const [first, last, end] = [way[0], way.at(-1), ahead.at(-1)];
	const frame = burnUpFrame(input, WIDE);
	return [
		first && last ? t.chartWords(formatDay(first.on, locale), n(first.value), formatDay(last.on, locale), n(last.value), formatDay(pace.due, locale), n(needed)) : '',
		end ? t.chartAhead(n(end.low), n(end.high)) : '',
		frame.min > 0 ? t.chartBase(n(frame.min)) : ''
	].join('');
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayFromNumber, dayNumber } from '#domain/day.ts';
import { growthOption, growthPlot } from './growth.ts';
import { kindBands, provinceBands, type GrowthInput } from './growth-input.ts';
import { NARROW, WIDE, xOf, yOf, type Plot } from './plot.ts';
import { textWidth } from './text-width.ts';

type Point = [number, number | null] | { value: [number, number | null]; symbol?: string; label?: { show: boolean; formatter?: () => string; position?: [number, number] } };
type Series = { id: string; name?: string; step?: string; data: Point[]; areaStyle?: { color: string; opacity: number }; lineStyle: { color?: string; type?: unknown } };

const input: GrowthInput = {
	locale: 'zh-CN',
	days: ['2020-11-20', '2020-11-21', '2023-09-26', '2026-11-22'],
	bands: [
		{ key: 'institute', name: '研究院所', color: 'var(--k-institute)', members: [0, 12, 13, 13] },
		{ key: 'park', name: '园区', color: 'var(--k-park)', members: [0, 0, 7, 7] }
	],
	occasions: [
		{ id: 'founding', on: '2020-11-21', short: '成立', title: '联盟揭牌成立', joined: 12, href: null },
		{ id: 'six', on: '2023-09-26', short: '六城市加盟', title: '六城市加盟', joined: 8, href: null }
	],
	reported: [
		{ on: '2020-11-21', qualifier: 'exact', value: 12, publisher: '无锡日报' },
		{ on: '2023-09-26', qualifier: 'nearly', value: 30, publisher: '无锡日报' }
	],
	at: null
};

function seriesOf(given: GrowthInput, size = WIDE, hidden?: Set<string>): Map<string, Series> {
	const { series } = growthOption(given, size, hidden) as unknown as { series: Series[] };
	return new Map(series.map((one) => [one.id, one]));
}

function valuesOf(series: Series | undefined): [number, number | null][] {
	return (series?.data ?? []).map((point) => (Array.isArray(point) ? point : point.value));
}

function labelsOf(series: Series | undefined): string[] {
	return (series?.data ?? []).flatMap((point) => (Array.isArray(point) || !point.label?.show ? [] : [point.label.formatter?.() ?? '']));
}

/** The labels of rings with where they stand, in pixels. */
function labelBoxes(series: Series | undefined, plot: Plot) {
	return (series?.data ?? []).flatMap((point) => {
		if (Array.isArray(point) || !point.label?.show) return [];
		const text = point.label.formatter?.() ?? '';
		const [day, value] = point.value;
		// Positions count from the corner of the ring's box, 10.6 pixels wide with its stroke.
		const from = xOf(plot, day) - 5.3 + (point.label.position?.[0] ?? Number.NaN);
		return [{ text, from, to: from + textWidth(text, 12), bottom: yOf(plot, value as number) - 7 }];
	});
}

/** Members that a stepped edge shows on a day. */
function stepAt(values: [number, number | null][], day: number): number {
	return values.findLast(([at]) => at <= day)?.[1] ?? 0;
}

describe('growthOption', () => {
	it('stacks the bands in the order given, the tallest painted first, stepping on the day of the change', () => {
		const series = seriesOf(input);
		const bands = [...series.values()].filter(({ id }) => id.startsWith('band:'));
		expect(bands.map(({ id }) => id)).toEqual(['band:park', 'band:institute']);
		expect(bands.every(({ step }) => step === 'end')).toBe(true);
		expect(valuesOf(series.get('band:institute'))).toEqual([
			[dayNumber('2020-11-20'), 0],
			[dayNumber('2020-11-21'), 12],
			[dayNumber('2023-09-26'), 13],
			[dayNumber('2026-11-22'), 13]
		]);
		expect(valuesOf(series.get('band:park'))).toEqual([
			[dayNumber('2020-11-21'), 12],
			[dayNumber('2023-09-26'), 20],
			[dayNumber('2026-11-22'), 20]
		]);
	});

	it('shows the sum up to each band on every day, for any bands, with any hidden', () => {
		const counts = fc.array(fc.tuple(fc.nat(9), fc.nat(9), fc.nat(9)), { minLength: 1, maxLength: 40 });
		fc.assert(
			fc.property(counts, fc.subarray(['a', 'b', 'c']), (rows, hide) => {
				const days = rows.map((_, i) => addDays('2021-02-27', i * 20));
				const bands = ['a', 'b', 'c'].map((key, k) => ({ key, name: key, color: 'red', members: rows.map((row) => row[k] as number) }));
				const series = seriesOf({ ...input, days, bands, occasions: [], reported: [] }, WIDE, new Set(hide));
				bands.forEach(({ key, members }, k) => {
					const first = members.findIndex((n) => n > 0);
					if (first < 0 || hide.includes(key)) return;
					days.slice(first).forEach((day, i) => {
						const sum = bands.slice(0, k + 1).reduce((n, band) => n + (hide.includes(band.key) ? 0 : (band.members[first + i] as number)), 0);
						expect(stepAt(valuesOf(series.get(`band:${key}`)), dayNumber(day))).toBe(sum);
					});
				});
			})
		);
	});

	it('keeps published numbers out of the bands: rings with a dotted line until the next or the edge', () => {
		const series = seriesOf(input);
		expect(valuesOf(series.get('reported')).filter(([, value]) => value !== null)).toEqual([
			[dayNumber('2020-11-21'), 12],
			[dayNumber('2023-09-26'), 12],
			[dayNumber('2023-09-26'), 30],
			[dayNumber('2026-11-22'), 30]
		]);
		expect(series.get('reported')?.areaStyle).toBeUndefined();
		expect(series.get('reported')?.lineStyle).toMatchObject({ color: 'var(--warm)', type: [2, 3] });
		const without = seriesOf({ ...input, reported: [] });
		for (const [id, one] of without) if (id.startsWith('band:')) expect(valuesOf(one)).toEqual(valuesOf(series.get(id)));
	});

	it('labels rings with the qualifier and the publisher, in the language', () => {
		expect(labelsOf(seriesOf(input).get('reported'))).toEqual(['公布「12家」· 无锡日报', '公布「近30家」· 无锡日报']);
		const english = { ...input, locale: 'en' as const, reported: input.reported.map((mark) => ({ ...mark, publisher: 'Wuxi Daily' })) };
		expect(labelsOf(seriesOf(english).get('reported'))).toEqual(['reported: 12 · Wuxi Daily', 'reported: nearly 30 · Wuxi Daily']);
	});

	it('drops the publisher where the label would run into the bands', () => {
		const english = { ...input, locale: 'en' as const, reported: input.reported.map((mark) => ({ ...mark, publisher: 'Wuxi Daily' })) };
		expect(labelsOf(seriesOf(english, NARROW).get('reported'))[0]).toBe('reported: 12');
	});

	it('keeps the label of a ring off the line of the chosen day, on any day, in both sizes and languages', () => {
		const english = { ...input, locale: 'en' as const, reported: input.reported.map((mark) => ({ ...mark, publisher: 'Wuxi Daily' })) };
		const day = fc.integer({ min: dayNumber('2020-11-21'), max: dayNumber('2026-11-21') }).map((n) => dayFromNumber(n));
		fc.assert(
			fc.property(day, fc.constantFrom(WIDE, NARROW), fc.constantFrom(input, english), (at, size, given) => {
				const plot = growthPlot({ ...given, at }, size);
				const line = xOf(plot, dayNumber(at));
				const labels = labelBoxes(seriesOf({ ...given, at }, size).get('reported'), plot);
				expect(labels.length).toBeGreaterThan(0);
				for (const { text, from, to, bottom } of labels) {
					expect(text).not.toBe('');
					expect(bottom <= plot.top || to < line || from > line, `${at}: ${text} from ${from} to ${to}, line at ${line}`).toBe(true);
					expect(to).toBeLessThanOrEqual(size.width);
				}
			})
		);
		const then = { ...input, at: '2021-06-30' as const };
		const plot = growthPlot(then, WIDE);
		expect(labelBoxes(seriesOf(then).get('reported'), plot)).toMatchObject([{ text: '公布「12家」· 无锡日报', from: xOf(plot, dayNumber('2021-06-30')) + 4 }]);
	});

	it('names events with how many joined', () => {
		expect(labelsOf(seriesOf(input).get('events'))).toEqual(['成立 · +12', '六城市加盟 · +8']);
	});

	it('among ninety events labels only those through which members joined, and ticks the rest', () => {
		const occasions = Array.from({ length: 90 }, (_, i) => ({ id: `e${i}`, on: addDays('2020-12-01', i * 24), short: '会议', title: '会议', joined: i % 30 === 0 ? 4 : 0, href: null }));
		const series = seriesOf({ ...input, occasions });
		expect(labelsOf(series.get('events'))).toEqual(['会议 · +4', '会议 · +4', '会议 · +4']);
		expect(valuesOf(series.get('rug')).filter(([, value]) => value === null)).toHaveLength(87);
	});

	it('tells nothing of what came after the chosen day', () => {
		const then = seriesOf({ ...input, at: '2022-06-30' });
		expect(labelsOf(then.get('events'))).not.toContain('六城市加盟 · +8');
		expect(JSON.stringify(valuesOf(then.get('reported')))).not.toContain('30');
		expect(Math.max(...valuesOf(then.get('reported')).map(([day]) => day as number))).toBe(dayNumber('2022-06-30'));
	});

	it('marks a chosen day and covers what comes after, but not the last day', () => {
		expect(valuesOf(seriesOf({ ...input, at: '2022-06-30' }).get('at'))[0]).toEqual([dayNumber('2022-06-30'), 0]);
		expect(seriesOf({ ...input, at: '2022-06-30' }).has('after')).toBe(true);
		expect(seriesOf({ ...input, at: '2026-11-22' }).has('at')).toBe(false);
	});

	it('draws nothing that lies off the picture', () => {
		const early = { ...input, occasions: input.occasions.map((event) => ({ ...event, on: '2019-01-01' })), reported: [{ ...input.reported[0]!, on: '2030-01-01' }] };
		const series = seriesOf(early);
		expect(series.has('events')).toBe(false);
		expect(series.has('reported')).toBe(false);
	});

	it('needs a day', () => {
		expect(() => growthPlot({ ...input, days: [] }, WIDE)).toThrow(RangeError);
	});
});

describe('bands', () => {
	it('leave out kinds that never had a member, and keep one that all have left', () => {
		const growth = { days: ['2020-01-01', '2021-01-01'], series: [{ key: 'park' as const, members: [3, 0] }, { key: 'museum' as const, members: [0, 0] }] };
		const names = { park: '园区', museum: '文博场馆' } as Parameters<typeof kindBands>[1];
		expect(kindBands(growth, names)).toEqual([{ key: 'park', name: '园区', color: 'var(--k-park)', members: [3, 0] }]);
	});

	it('keep the members without a place as a band of their own', () => {
		const growth = { days: ['2020-01-01'], series: [{ key: '320000', members: [8] }, { key: null, members: [3] }] };
		expect(provinceBands(growth, (code) => (code === null ? '地点待核实' : '江苏'))).toEqual([
			{ key: '320000', name: '江苏', color: 'var(--p-320000)', members: [8] },
			{ key: 'none', name: '地点待核实', color: 'var(--p-none)', members: [3] }
		]);
	});
});

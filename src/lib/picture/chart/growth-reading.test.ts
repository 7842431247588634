import { describe, expect, it } from 'vitest';
import { addMonths } from '#domain/day.ts';
import type { GrowthInput } from './growth-input.ts';
import { growthRows, growthSteps, growthWords, readGrowth } from './growth-reading.ts';

const input: GrowthInput = {
	locale: 'zh-CN',
	days: ['2020-11-20', '2020-11-21', '2023-09-26', '2026-11-22'],
	bands: [
		{ key: 'institute', name: '研究院所', color: 'x', members: [0, 12, 13, 13] },
		{ key: 'park', name: '园区', color: 'x', members: [0, 0, 7, 7] }
	],
	occasions: [
		{ id: 'founding', on: '2020-11-21', short: '成立', title: '联盟揭牌成立', joined: 12, href: null },
		{ id: 'visit', on: '2022-05-05', short: '考察', title: '考察', joined: 0, href: null }
	],
	reported: [{ on: '2023-09-26', qualifier: 'nearly', value: 30, publisher: '无锡日报' }],
	at: null
};

describe('readGrowth', () => {
	it('holds the last change until the next', () => {
		expect(readGrowth(input, '2023-09-25')).toMatchObject({ members: [12, 0], total: 12, occasions: [], reported: [] });
		expect(readGrowth(input, '2023-09-26')).toMatchObject({ members: [13, 7], total: 20, reported: [{ value: 30 }] });
	});

	it('reads nothing before the first day', () => {
		expect(readGrowth(input, '2019-01-01')).toMatchObject({ members: [0, 0], total: 0 });
	});
});

describe('growthSteps', () => {
	it('end on the day the chart speaks of, and are never none', () => {
		expect(growthSteps({ ...input, at: '2022-06-30' })).toEqual(['2020-11-20', '2020-11-21', '2022-05-05']);
		expect(growthSteps({ ...input, at: '2019-12-31' })).toEqual(['2020-11-20']);
	});

	it('stops at every change, event and published number in the picture, once', () => {
		const outside = { ...input.occasions[0]!, on: '2030-01-01' };
		expect(growthSteps({ ...input, occasions: [...input.occasions, outside] })).toEqual(['2020-11-20', '2020-11-21', '2022-05-05', '2023-09-26', '2026-11-22']);
	});
});

describe('growthRows', () => {
	it('has a row for every step, without the empty day before the first', () => {
		const rows = growthRows(input);
		expect(rows.map(({ on, total }) => [on, total])).toEqual([
			['2020-11-21', 12],
			['2022-05-05', 12],
			['2023-09-26', 20],
			['2026-11-22', 20]
		]);
		expect(rows[1]?.occasions.map(({ id }) => id)).toEqual(['visit']);
	});

	it('ends at the chosen day', () => {
		const rows = growthRows({ ...input, at: '2022-12-31' });
		expect(rows.map(({ on }) => on)).toEqual(['2020-11-21', '2022-05-05', '2022-12-31']);
		expect(rows.at(-1)).toMatchObject({ total: 12 });
	});

	it('reads long growth at the ends of the years, losing no event and no published number', () => {
		const days = Array.from({ length: 60 }, (_, i) => addMonths('2020-01-31', i));
		const long = { ...input, days, bands: [{ ...input.bands[0]!, members: days.map((_, i) => i + 1) }] };
		const rows = growthRows(long);
		expect(rows.map(({ on, total }) => [on, total])).toEqual([
			['2020-12-31', 12],
			['2021-12-31', 24],
			['2022-12-31', 36],
			['2023-12-31', 48],
			['2024-12-31', 60]
		]);
		expect(rows.flatMap(({ occasions }) => occasions)).toHaveLength(2);
		expect(rows.flatMap(({ reported }) => reported)).toHaveLength(1);
	});
});

describe('growthWords', () => {
	it('says what is recorded, and apart from it what was published', () => {
		expect(growthWords(input)).toBe(
			'2020年11月20日至2026年11月22日，登记成员由0家变为20家，其中研究院所13家、园区7家。公布口径另行标出，不与登记数相加：2023年9月26日「近30家」（无锡日报）。'
		);
	});

	it('does so in English', () => {
		const english = { ...input, locale: 'en' as const, bands: [{ ...input.bands[0]!, name: 'Research institutes' }], reported: [] };
		expect(growthWords(english)).toBe('Recorded members went from 0 on 20 November 2020 to 13 on 22 November 2026: Research institutes 13.');
	});

	it('speaks of the chosen day and of nothing after it', () => {
		expect(growthWords({ ...input, at: '2022-01-01' })).toBe('2020年11月20日至2022年1月1日，登记成员由0家变为12家，其中研究院所12家。');
	});
});

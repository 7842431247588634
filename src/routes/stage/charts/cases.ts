import { addDays, addMonths, type Day } from '#domain/day.ts';
import { growthDays, growthOf } from '#domain/growth.ts';
import { toCube, type Movement } from '#domain/cube.ts';
import type { Locale } from '#domain/locale.ts';
import { MEMBER_KINDS } from '#domain/member.ts';
import { memberText } from '#lib/i18n/member.ts';
import type { TimelineProject } from '#lib/picture/chart/timeline.ts';
import { parsePartialDay, UNKNOWN_DAY } from '#domain/partial-day.ts';
import { kindBands, type GrowthInput, type Occasion } from '#lib/picture/chart/growth-input.ts';

const TODAY: Day = '2026-11-22';

function input(locale: Locale, movements: readonly Movement[], rest: Partial<GrowthInput> = {}, until: Day = TODAY): GrowthInput {
	const cube = toCube(movements);
	const growth = growthOf(cube, growthDays(cube, until), MEMBER_KINDS.map((kind) => ({ key: kind, slice: { kind } })));
	return { locale, days: growth.days, bands: kindBands(growth, memberText[locale].kinds), occasions: [], reported: [], at: null, ...rest };
}

function joins(on: Day, members: Partial<Record<(typeof MEMBER_KINDS)[number], number>>): Movement[] {
	return Object.entries(members).map(([kind, joined]) => ({ place: '320200', kind: kind as Movement['kind'], on, joined, left: 0 }));
}

const event = (id: string, on: Day, short: string, joined = 0): Occasion => ({ id, on, short, title: `${short} ${on}`, joined, href: null });

/** Two batches, as on record, with the two published numbers. */
function recorded(locale: Locale): GrowthInput {
	const zh = locale === 'zh-CN';
	return input(
		locale,
		[
			...joins('2020-11-21', { institute: 4, association: 3, think_tank: 1, park: 1, enterprise: 3 }),
			...joins('2023-09-26', { institute: 1, think_tank: 1, park: 4, museum: 1, government: 1 })
		],
		{
			occasions: [event('founding', '2020-11-21', zh ? '成立' : 'Founding', 12), event('six', '2023-09-26', zh ? '六城市加盟' : 'Six cities join', 8)],
			reported: [
				{ on: '2020-11-21', qualifier: 'exact', value: 12, publisher: zh ? '无锡日报' : 'Wuxi Daily' },
				{ on: '2023-09-26', qualifier: 'nearly', value: 30, publisher: zh ? '无锡日报' : 'Wuxi Daily' }
			]
		}
	);
}

/** Joins in every month of six years, all kinds, ninety events, a published number a year. */
function crowded(locale: Locale): GrowthInput {
	const months = Array.from({ length: 72 }, (_, i) => addMonths('2020-12-09', i));
	const movements = months.flatMap((on, i) =>
		joins(on, Object.fromEntries(MEMBER_KINDS.flatMap((kind, k) => ((i * 7 + k * 5) % 4 === 0 ? [[kind, 1 + ((i + k) % 3)]] : []))))
	);
	const occasions = Array.from({ length: 90 }, (_, i) =>
		event(`e${i}`, addDays('2020-12-09', i * 24), ['联席会议', '考察', '示例论坛第二届', '签约'][i % 4] as string, i % 9 === 0 ? 5 + (i % 13) : 0)
	);
	const reported = [2021, 2022, 2023, 2024, 2025].map((year, i) => ({
		on: `${year}-12-31`,
		qualifier: 'over' as const,
		value: 100 * (i + 1),
		publisher: '示例日报'
	}));
	return input(locale, movements, { occasions, reported });
}

const HOSTILE = `<img src=x onerror="document.title='broken'">'"&]]>`;

/** Names that would break a picture, a tooltip or a page if anything forgot to escape them. */
function hostile(locale: Locale): GrowthInput {
	const base = recorded(locale);
	const long = '一个名称长得无论如何都放不进图里的活动'.repeat(4);
	return {
		...base,
		bands: base.bands.map((band, i) => ({ ...band, name: i === 0 ? HOSTILE : band.name })),
		occasions: [
			{ ...event('a', '2020-11-21', HOSTILE, 12), title: HOSTILE },
			{ ...event('b', '2023-09-26', long, 8), title: long }
		],
		reported: [{ on: '2023-09-26', qualifier: 'nearly', value: 30, publisher: HOSTILE + long }]
	};
}

/** The growth charts of the stage, by name. */
export function growthCases(locale: Locale): { name: string; input: GrowthInput }[] {
	return [
		{ name: 'recorded', input: recorded(locale) },
		{ name: 'past', input: { ...recorded(locale), at: '2022-06-30' } },
		{ name: 'crowded', input: crowded(locale) },
		{ name: 'hostile', input: hostile(locale) },
		{ name: 'young', input: input(locale, joins('2026-10-08', { university: 1 })) },
		{ name: 'left', input: input(locale, [...joins('2024-02-29', { park: 3, museum: 2 }), { place: null, kind: 'park', on: '2025-07-01', joined: 0, left: 3 }]) },
		{ name: 'empty', input: input(locale, []) }
	];
}

const dated = (id: string, status: TimelineProject['status'], since: string, ended: string | null, title: string): TimelineProject => ({
	id,
	title,
	lang: null,
	href: `/projects/${id}`,
	status,
	since: parsePartialDay(since) ?? UNKNOWN_DAY,
	ended: ended === null ? null : parsePartialDay(ended)
});

/** One project for each way in which its dates and its status can be known. */
export const timelineCases: readonly TimelineProject[] = [
	dated('signed', 'signed', '2023-09-26', null, '与香港中华工商总会合作协议'),
	dated('active', 'active', '2024-03', null, '太湖流域绿色发展联合研究'),
	dated('completed', 'completed', '2021', '2022-11-30', '长三角区域经济融合发展研究课题'),
	dated('completed-year', 'completed', '2021-05-06', '2023', '园区产业链图谱'),
	dated('completed-unknown', 'completed', '2022-01-10', null, '完成时间未见报道的课题'),
	dated('ended', 'ended', '2022-02-02', '<=2024-06-30', '已终止的对接会'),
	dated('intention', 'intention', '2023', null, '产业合作交流（意向）'),
	dated('unknown', null, '2021', null, '专题对接会与走访调研'),
	dated('not-after', 'active', '<=2023-09-26', null, '与无锡连云港工业园区的友好交流合作关系'),
	dated('nothing', null, '', null, '一个既无日期也无进展报道、名称又长得在窄屏上一定要折成好几行才放得下的合作项目'),
	dated('hostile', 'signed', '2025-01-01', null, HOSTILE),
	dated('later', 'active', '2025-06-01', '2027-12', '尚未到期的框架协议'),
	dated('thirteenth', 'active', '2026-06-01', null, '第十三项')
];

import type { Day } from '#domain/day.ts';
import type { Locale } from '#domain/locale.ts';
import { formatDay } from './date.ts';
import { messages } from './messages.ts';
import { formatNumber } from './number.ts';
import type { Sentence } from './sentence.ts';

/** Words of the page that supposes prospects to have joined. */
export const whatIfText = messages({
	'zh-CN': {
		title: '情景推演',
		lead: '勾选意向单位，设想它们已经加盟，看覆盖、指标、目标与地图如何变化。推演不写入任何记录；网址即情景，可发给同事查看。',
		choose: '设想加盟的意向单位',
		chooseHint: (n: string, of: string) => `已选 ${n} 家，共 ${of} 家`,
		none: '目前没有跟进中的意向单位。',
		apply: '推演',
		all: '全选',
		allOf: (stage: string) => `全选「${stage}」阶段的意向单位`,
		unchooseOf: (stage: string) => `取消「${stage}」阶段的全部选择`,
		unchoose: '取消',
		clear: '全部取消',
		cityUnknown: '城市未定',
		kindUnknown: '类别未定',
		chance: (share: string) => `加盟概率 ${share}`,
		gone: (n: string) => `网址中有 ${n} 家已不在跟进名单中（可能已加盟、已流失或已撤下），未计入。`,
		most: (n: string) => `一次最多设想 ${n} 家。`,
		kindNote: (n: string) => `其中 ${n} 家类别未定，按「其他」计。`,
		unplacedNote: (n: string) => `其中 ${n} 家城市未定，计入总数，不上图。`,
		map: '地图变化',
		mapHint: '今日与设想相比，各市成员数的增减',
		mapCaption: (parts: string) => `设想加盟后各市成员变化图：${parts}`,
		fates: { new: '新覆盖', more: '成员增加', same: '成员数不变', less: '成员减少', lost: '不再有成员', none: '仍无成员' },
		stillNone: '仍无成员',
		today: '今日',
		supposed: '设想',
		change: '变化',
		members: '登记成员',
		cities: '覆盖城市',
		rate: '城市覆盖率',
		provinces: '覆盖省市',
		unplaced: '地点待核实',
		of: (n: string) => `/ ${n}`,
		newCities: '新覆盖的城市',
		newCitiesNone: '没有新覆盖的城市。',
		groups: '都市圈与片区',
		groupsHint: '已覆盖的市县数',
		kinds: '按类别',
		provinceTable: '按省市',
		targets: '目标',
		targetsHint: '今日与设想加盟后的实际值、按期达成概率与状态',
		targetsNone: '没有进行中的目标。',
		target: '目标',
		value: '目标值',
		inTime: '按期达成概率',
		state: '状态',
		due: (day: string) => `${day} 到期`,
		went: (from: string, to: string) => (from === to ? to : `${from} → ${to}`),
		name: '名称'
	},
	en: {
		title: 'What if',
		lead: 'Choose prospects, suppose that they have joined, and see how coverage, figures, targets and the map change. Nothing is written; the address is the scenario and can be sent to colleagues.',
		choose: 'Prospects supposed to join',
		chooseHint: (n: string, of: string) => `${n} of ${of} chosen`,
		none: 'There is no open prospect.',
		apply: 'Suppose',
		all: 'all',
		allOf: (stage: string) => `Choose all of the stage “${stage}”`,
		unchooseOf: (stage: string) => `Choose none of the stage “${stage}”`,
		unchoose: 'none',
		clear: 'Choose none',
		cityUnknown: 'city not known',
		kindUnknown: 'kind not known',
		chance: (share: string) => `chance ${share}`,
		gone: (n: string) => `${n} in the address ${n === '1' ? 'is' : 'are'} no longer open (joined, lost or retired) and ${n === '1' ? 'is' : 'are'} left out.`,
		most: (n: string) => `At most ${n} can be supposed at a time.`,
		kindNote: (n: string) => `${n} of them ${n === '1' ? 'is' : 'are'} of a kind not known and ${n === '1' ? 'counts' : 'count'} as “Other”.`,
		unplacedNote: (n: string) => `${n} of them ${n === '1' ? 'is' : 'are'} in a city not known: counted in totals, on no map.`,
		map: 'The map',
		mapHint: 'members gained by city, today and as supposed',
		mapCaption: (parts: string) => `Map of the change of members by city as supposed: ${parts}`,
		fates: { new: 'newly covered', more: 'more members', same: 'as many members', less: 'fewer members', lost: 'no longer covered', none: 'still no member' },
		stillNone: 'still no member',
		today: 'Today',
		supposed: 'Supposed',
		change: 'Change',
		members: 'Members recorded',
		cities: 'Cities covered',
		rate: 'Share of cities',
		provinces: 'Provinces covered',
		unplaced: 'Location not verified',
		of: (n: string) => `/ ${n}`,
		newCities: 'Cities newly covered',
		newCitiesNone: 'No city would be newly covered.',
		groups: 'Region groups',
		groupsHint: 'cities and districts covered',
		kinds: 'By kind',
		provinceTable: 'By province',
		targets: 'Targets',
		targetsHint: 'what stands today and what would, with the chance of being reached in time',
		targetsNone: 'No target is running.',
		target: 'Target',
		value: 'To reach',
		inTime: 'Chance in time',
		state: 'State',
		due: (day: string) => `due ${day}`,
		went: (from: string, to: string) => (from === to ? to : `${from} → ${to}`),
		name: 'Name'
	}
});

/** What the sentence of a scenario is made from. */
export type WhatIfFacts = {
	readonly at: Day;
	readonly joined: number;
	readonly members: { readonly from: number; readonly to: number };
	/** Cities newly covered, by name, and covered in all of how many. */
	readonly gained: readonly string[];
	readonly cities: { readonly to: number; readonly of: number };
};

/** More names than this are told by their number. */
const MOST_NAMES = 6;

/** The scenario in one sentence. */
export function whatIfSentence(facts: WhatIfFacts, locale: Locale): Sentence {
	return locale === 'zh-CN' ? zh(facts) : en(facts);
}

function zh({ at, joined, members, gained, cities }: WhatIfFacts): Sentence {
	const n = (value: number): string => formatNumber(value, 'zh-CN');
	const day = formatDay(at, 'zh-CN');
	if (joined === 0)
		return [{ text: `截至${day}，登记成员` }, { text: n(members.from), strong: true }, { text: '家，覆盖' }, { text: n(cities.to), strong: true }, { text: `座城市（共${n(cities.of)}座）。尚未设想任何意向单位加盟。` }];
	const names = gained.length > 0 && gained.length <= MOST_NAMES ? `（${gained.join('、')}）` : '';
	return [
		{ text: '若所选' },
		{ text: n(joined), strong: true },
		{ text: `家意向单位现在加盟，登记成员将由${n(members.from)}家增至` },
		{ text: n(members.to), strong: true },
		{ text: '家，' },
		...(gained.length > 0 ? ([{ text: '新覆盖' }, { text: n(gained.length), strong: true }, { text: `座城市${names}，` }] as const) : ([{ text: '没有新覆盖的城市，' }] as const)),
		{ text: `共覆盖${n(cities.to)}座（共${n(cities.of)}座）。` }
	];
}

function en({ at, joined, members, gained, cities }: WhatIfFacts): Sentence {
	const n = (value: number): string => formatNumber(value, 'en');
	if (joined === 0)
		return [
			{ text: `As of ${formatDay(at, 'en')} there are ` },
			{ text: n(members.from), strong: true },
			{ text: ' recorded members in ' },
			{ text: n(cities.to), strong: true },
			{ text: ` of ${n(cities.of)} cities. No prospect is supposed to have joined yet.` }
		];
	const names = gained.length > 0 && gained.length <= MOST_NAMES ? ` (${gained.join(', ')})` : '';
	return [
		{ text: 'If the ' },
		{ text: n(joined), strong: true },
		{ text: joined === 1 ? ' prospect chosen joined now, ' : ' prospects chosen joined now, ' },
		{ text: `recorded members would rise from ${n(members.from)} to ` },
		{ text: n(members.to), strong: true },
		...(gained.length > 0
			? ([{ text: ', newly covering ' }, { text: n(gained.length), strong: true }, { text: `${gained.length === 1 ? ' city' : ' cities'}${names}` }] as const)
			: ([{ text: ', and no city would be newly covered' }] as const)),
		{ text: `; ${n(cities.to)} of ${n(cities.of)} in all.` }
	];
}

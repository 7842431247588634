import type { Change, Days, Fate, Move } from '#domain/difference.ts';
import type { Locale } from '#domain/locale.ts';
import { formatDay } from './date.ts';
import { messages } from './messages.ts';
import { formatNumber } from './number.ts';
import type { Sentence } from './sentence.ts';

const fatesZh: Record<Fate, string> = {
	new: '新覆盖',
	more: '成员增加',
	same: '成员数不变',
	less: '成员减少',
	lost: '不再有成员',
	none: '两日均无成员'
};
const fatesEn: Record<Fate, string> = {
	new: 'newly covered',
	more: 'more members',
	same: 'as many members',
	less: 'fewer members',
	lost: 'no longer covered',
	none: 'no member on either day'
};
const movesZh: Record<Move, string> = { joined: '新增成员', left: '退出成员', returned: '退出后又加盟', passed: '加盟后又退出' };
const movesEn: Record<Move, string> = { joined: 'Joined', left: 'Left', returned: 'Left and came back', passed: 'Joined and left again' };

/** Words of the page that compares two days. */
export const compareText = messages({
	'zh-CN': {
		title: '两日对比',
		days: '对比的两日',
		from: '起始日',
		to: '截止日',
		compare: '比较',
		spans: '常用时段',
		thisYear: '今年以来',
		lastYear: '近一年',
		whole: '成立以来',
		sinceBatch: (name: string) => `「${name}」以来`,
		change: '变化',
		total: '合计',
		fates: fatesZh,
		moves: movesZh,
		map: '变化分布',
		mapHint: '各市成员数的增减',
		legend: '图例：各市成员数的变化',
		mapCaption: (from: string, to: string, parts: string) => `${from}至${to}各市成员变化图：${parts}`,
		cityCount: (fate: string, n: string) => `${fate}${n}座`,
		legendCities: (fate: string, n: string) => `${fate} ${n} 座`,
		separator: '，',
		listSeparator: '、',
		area: (name: string, words: string) => `${name}：${words}`,
		areaNew: (n: string) => `新覆盖，成员 ${n} 家`,
		areaLost: (n: string) => `不再有成员，原有 ${n} 家`,
		areaSame: (n: string) => `成员数不变，${n} 家`,
		areaChanged: (from: string, to: string, by: string) => `成员由 ${from} 家变为 ${to} 家（${by}）`,
		fromTo: (from: string, to: string) => `${from} → ${to}`,
		fromToSpoken: (from: string, to: string) => `由 ${from} 变为 ${to}`,
		membersNote: (joined: string, left: string) => `新增 ${joined} 家 · 退出 ${left} 家`,
		citiesNote: (gained: string, lost: string) => `新覆盖 ${gained} 座 · 不再有成员 ${lost} 座`,
		provincesGained: (names: string) => `新覆盖：${names}`,
		provincesLost: (names: string) => `不再有成员：${names}`,
		provincesSame: '两日相同',
		projectsNote: (n: string) => `其中 ${n} 项起始日期未报道，两日均计入`,
		unplacedNote: '计入成员总数，不上图',
		joinedNone: '两日之间没有新增成员。',
		leftNone: '两日之间没有成员退出。',
		newCities: '新覆盖的城市',
		lostCities: '不再有成员的城市',
		newCitiesNone: '没有新覆盖的城市。',
		lostCitiesNone: '没有城市失去全部成员。',
		notCounted: '未计入增减',
		notCountedNone: '两日之间没有退出后又加盟、或加盟后又退出的成员。',
		returnedNote: (n: string) => `${n} 家在两日之间退出后又重新加盟，两日均为成员，既不计新增也不计退出。`,
		passedNote: (n: string) => `${n} 家在两日之间加盟后又退出，两日均非成员，既不计新增也不计退出。`,
		rule: '按两日结束时的情况比较：截止日是成员而起始日不是的为新增，反之为退出。只知月份或年份的日期，按最晚可能的一天计。',
		kinds: '按类别',
		provinces: '按省市',
		list: (move: string) => `${move}名单`
	},
	en: {
		title: 'Two days compared',
		days: 'The two days',
		from: 'From',
		to: 'To',
		compare: 'Compare',
		spans: 'Common spans',
		thisYear: 'this year',
		lastYear: 'the last twelve months',
		whole: 'since the founding',
		sinceBatch: (name: string) => `since “${name}”`,
		change: 'Change',
		total: 'Total',
		fates: fatesEn,
		moves: movesEn,
		map: 'Where it changed',
		mapHint: 'members gained and lost by city',
		legend: 'Legend: change of members by city',
		mapCaption: (from: string, to: string, parts: string) => `Map of the change of members by city from ${from} to ${to}: ${parts}`,
		cityCount: (fate: string, n: string) => `${n} ${fate}`,
		legendCities: (fate: string, n: string) => `${fate}: ${n}`,
		separator: ', ',
		listSeparator: ', ',
		area: (name: string, words: string) => `${name}: ${words}`,
		areaNew: (n: string) => `newly covered, ${n === '1' ? '1 member' : `${n} members`}`,
		areaLost: (n: string) => `no longer covered, had ${n === '1' ? '1 member' : `${n} members`}`,
		areaSame: (n: string) => `unchanged, ${n === '1' ? '1 member' : `${n} members`}`,
		areaChanged: (from: string, to: string, by: string) => `from ${from} to ${to} members (${by})`,
		fromTo: (from: string, to: string) => `${from} → ${to}`,
		fromToSpoken: (from: string, to: string) => `from ${from} to ${to}`,
		membersNote: (joined: string, left: string) => `${joined} joined · ${left} left`,
		citiesNote: (gained: string, lost: string) => `${gained} newly covered · ${lost} no longer`,
		provincesGained: (names: string) => `newly covered: ${names}`,
		provincesLost: (names: string) => `no longer covered: ${names}`,
		provincesSame: 'the same on both days',
		projectsNote: (n: string) => `${n} with no reported beginning count on both days`,
		unplacedNote: 'counted in totals, on no map',
		joinedNone: 'No member joined between the two days.',
		leftNone: 'No member left between the two days.',
		newCities: 'Cities newly covered',
		lostCities: 'Cities no longer covered',
		newCitiesNone: 'No city was newly covered.',
		lostCitiesNone: 'No city lost all its members.',
		notCounted: 'Counted as neither',
		notCountedNone: 'Nobody left and came back, or joined and left again, between the two days.',
		returnedNote: (n: string) =>
			n === '1'
				? '1 member left and came back between the two days: a member on both, it counts neither as joined nor as left.'
				: `${n} members left and came back between the two days: members on both, they count neither as joined nor as left.`,
		passedNote: (n: string) =>
			n === '1'
				? '1 organisation joined and left again between the two days: a member on neither, it counts neither as joined nor as left.'
				: `${n} organisations joined and left again between the two days: members on neither, they count neither as joined nor as left.`,
		rule: 'The two days are compared as they ended: who is a member on the later day and was not on the earlier one has joined, the other way round has left. A date known only to the month or year counts from the last day it can have been.',
		kinds: 'By kind',
		provinces: 'By province',
		list: (move: string) => `${move}: the list`
	}
});

/** A change as it is written in tables: +8, −1, ±0. */
export function formatChange({ from, to }: Change, locale: Locale): string {
	const by = to - from;
	return by === 0 ? '±0' : `${by > 0 ? '+' : '−'}${formatNumber(Math.abs(by), locale)}`;
}

/** What the opening sentence of a comparison is made from. */
export type CompareFacts = Days & {
	readonly members: Change;
	readonly joined: number;
	readonly left: number;
	readonly newCities: number;
	readonly lostCities: number;
	readonly provinces: Change;
};

/** The sentence a comparison opens with. */
export function compareSentence(facts: CompareFacts, locale: Locale): Sentence {
	return locale === 'zh-CN' ? compareZh(facts) : compareEn(facts);
}

function compareZh({ from, to, members, joined, left, newCities, lostCities, provinces }: CompareFacts): Sentence {
	const n = (value: number): string => formatNumber(value, 'zh-CN');
	const span = `${formatDay(from, 'zh-CN')}至${formatDay(to, 'zh-CN')}，`;
	if (joined === 0 && left === 0)
		return [
			{ text: `${span}没有成员新增或退出，` },
			...(members.to > 0 ? ([{ text: '登记成员仍为' }, { text: n(members.to), strong: true }, { text: '家。' }] as const) : ([{ text: '两日均无登记成员。' }] as const))
		];
	return [
		{ text: `${span}新增成员` },
		{ text: n(joined), strong: true },
		{ text: '家，退出' },
		{ text: n(left), strong: true },
		{ text: '家' },
		...(newCities > 0 ? ([{ text: '，新覆盖' }, { text: n(newCities), strong: true }, { text: '座城市' }] as const) : []),
		...(lostCities > 0 ? ([{ text: newCities > 0 ? '，另有' : '，' }, { text: n(lostCities), strong: true }, { text: '座城市不再有成员' }] as const) : []),
		...(newCities + lostCities === 0 ? ([{ text: '，覆盖的城市没有变化' }] as const) : []),
		{ text: `；登记成员${wentZh(members, '家')}，覆盖省市${wentZh(provinces, '个')}。` }
	];
}

function wentZh({ from, to }: Change, unit: string): string {
	const n = (value: number): string => `${formatNumber(value, 'zh-CN')}${unit}`;
	return from === to ? `仍为${n(to)}` : `由${n(from)}${to > from ? '增至' : '减至'}${n(to)}`;
}

function compareEn({ from, to, members, joined, left, newCities, lostCities, provinces }: CompareFacts): Sentence {
	const n = (value: number): string => formatNumber(value, 'en');
	const span = `From ${formatDay(from, 'en')} to ${formatDay(to, 'en')} `;
	const cities = (count: number): string => (count === 1 ? 'city' : 'cities');
	if (joined === 0 && left === 0)
		return [
			{ text: `${span}no member joined or left; ` },
			...(members.to > 0
				? ([{ text: 'there are still ' }, { text: n(members.to), strong: true }, { text: members.to === 1 ? ' recorded member.' : ' recorded members.' }] as const)
				: ([{ text: 'there was none on either day.' }] as const))
		];
	return [
		{ text: span },
		{ text: joined === 0 ? 'no' : n(joined), strong: true },
		{ text: joined === 1 ? ' member joined and ' : ' members joined and ' },
		{ text: left === 0 ? 'none' : n(left), strong: true },
		{ text: ' left' },
		...(newCities > 0 ? ([{ text: '; ' }, { text: n(newCities), strong: true }, { text: ` ${cities(newCities)} newly covered` }] as const) : []),
		...(lostCities > 0 ? ([{ text: newCities > 0 ? ', ' : '; ' }, { text: n(lostCities), strong: true }, { text: ` ${cities(lostCities)} no longer covered` }] as const) : []),
		...(newCities + lostCities === 0 ? ([{ text: '; the cities covered are the same' }] as const) : []),
		{ text: `. Recorded members ${wentEn(members)}, provinces covered ${wentEn(provinces)}.` }
	];
}

function wentEn({ from, to }: Change): string {
	const n = (value: number): string => formatNumber(value, 'en');
	return from === to ? `stayed at ${n(to)}` : `${to > from ? 'rose' : 'fell'} from ${n(from)} to ${n(to)}`;
}

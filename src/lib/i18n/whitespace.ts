import type { Locale } from '#domain/locale.ts';
import type { MemberKind } from '#domain/member.ts';
import type { SpaceSet } from '#domain/whitespace.ts';
import type { Reason } from '#domain/whitespace-weight.ts';
import { memberText } from './member.ts';
import { messages } from './messages.ts';

const reasonsZh: Record<Reason, string> = {
	whole: '全市空白',
	neighbours: '邻市已覆盖',
	zone: '属于核心区域',
	groups: '属于其他片区',
	prospect: '已有意向单位',
	stalled: '意向单位停滞',
	kind: '全省缺此类别',
	projects: '已有合作项目',
	partners: '已有域外伙伴'
};
const reasonsEn: Record<Reason, string> = {
	whole: 'Whole city empty',
	neighbours: 'Neighbours covered',
	zone: 'In the core zone',
	groups: 'In other groups',
	prospect: 'Open prospect',
	stalled: 'Stalled prospect',
	kind: 'Province lacks the kind',
	projects: 'Projects reach it',
	partners: 'Outside partners'
};
const rulesZh: Record<Reason, string> = {
	whole: '全市没有任何成员时得满分。',
	neighbours: '按相邻城市中已有成员的比例得分；针对某一类别时，只看有该类成员的邻市。',
	zone: '属于范围最大的都市圈或片区时得满分，部分区县在内的也算。',
	groups: '属于其他都市圈与片区：一个得一半，两个及以上得满分。',
	prospect: '按「至少一家意向单位加盟」的可能性得分。',
	stalled: '有意向单位在同一阶段停留 60 天以上时得满分，提醒及时跟进。',
	kind: '全省（市）尚无该类成员时得满分；只用于城市与类别的组合。',
	projects: '已有合作项目涉及该市：每项得三分之一，三项及以上得满分。',
	partners: '该市的合作项目中已有域外伙伴：一家得一半，两家及以上得满分。'
};
const rulesEn: Record<Reason, string> = {
	whole: 'In full where the city has no member at all.',
	neighbours: 'By the share of neighbouring cities that have members; where a kind is meant, members of that kind.',
	zone: 'In full where the city belongs to the widest region group, even with some of its districts only.',
	groups: 'Other region groups: half for one, in full for two or more.',
	prospect: 'By the chance that at least one prospect there joins.',
	stalled: 'In full where a prospect has stood in one stage for 60 days or more: somebody should call.',
	kind: 'In full where nobody in the province is of that kind; only for a city and a kind.',
	projects: 'A third for each project that names the city, in full from three on.',
	partners: 'Outside partners in projects that name the city: half for one, in full for two or more.'
};
const setsZh: Record<SpaceSet, string> = { all: '空白城市与所缺类别', cities: '仅空白城市', kinds: '城市 × 类别' };
const setsEn: Record<SpaceSet, string> = { all: 'Empty cities and missing kinds', cities: 'Empty cities only', kinds: 'City × kind' };

/** Words of the ranking of white spaces. */
export const whitespaceText = messages({
	'zh-CN': {
		title: '空白点：下一步拓展哪里',
		lead: (total: string, cities: string) => `所选范围内有 ${total} 个空白点，涉及 ${cities} 座城市。按以下理由打分排序，每条理由的权重均可调整。`,
		leadNone: '所选范围内没有空白点。',
		leadWhole: (n: string) => `其中 ${n} 座城市尚无任何成员。`,
		set: '范围',
		sets: setsZh,
		map: '各市得分',
		mapHint: '每座城市取得分最高的一个空白点',
		mapCaption: (cities: string) => `空白点得分地图：${cities} 座城市有空白点`,
		legend: '图例：空白点得分',
		legendNone: '没有空白点',
		legendRange: (from: string, to: string | null) => (to === null ? `${from} 分及以上` : from === to ? `${from} 分` : `${from}–${to} 分`),
		areaScore: (score: string, kind: string) => `最高 ${score} 分（${kind}）`,
		areaNone: '没有空白点',
		wholeCity: '全市空白',
		weights: '理由与权重',
		weightsHint: '0 表示不计，10 为最重',
		weightOf: (reason: string) => `「${reason}」的权重`,
		usual: (n: string) => `默认 ${n}`,
		apply: '按此排序',
		restore: '恢复默认权重',
		save: '存为默认权重',
		saved: '已存为默认权重，所有人打开本页时都按此排序。',
		badWeight: '权重须为 0 至 10 的整数。',
		reasons: reasonsZh,
		rules: rulesZh,
		ranking: '排序',
		rankingHint: '分数为各条理由得分之和',
		rank: '名次',
		city: '城市',
		kind: '类别',
		score: '得分',
		why: '理由',
		action: '操作',
		newProspect: '新建意向单位',
		newProspectIn: (place: string) => `在${place}新建意向单位`,
		noReasons: '没有计分的理由',
		zeroed: '所有权重均为 0，各空白点得分相同。',
		whole: '全市尚无成员',
		neighbours: (n: string, of: string, names: string) => `相邻 ${of} 市中 ${n} 市已有成员（${names}）`,
		neighboursOfKind: (n: string, of: string, kind: string, names: string) => `相邻 ${of} 市中 ${n} 市已有${kind}（${names}）`,
		zone: (name: string) => `属于${name}`,
		groups: (names: string) => `属于${names}`,
		prospect: (names: string, chance: string) => `意向单位：${names}，加盟可能性 ${chance}`,
		prospects: (n: string, names: string, chance: string) => `意向单位 ${n} 家：${names}，至少一家加盟的可能性 ${chance}`,
		idle: (name: string, days: string) => `${name}已 ${days} 天没有进展`,
		kindMissing: (province: string, kind: string) => `${province}尚无${kind}`,
		projects: (n: string) => `已有合作项目 ${n} 项`,
		partners: (n: string) => `当地项目中已有域外伙伴 ${n} 家`,
		listSeparator: '、',
		stalledSeparator: '；',
		others: (names: string, n: string) => `${names}等 ${n} 家`,
		points: (points: string) => `+${points}`,
		pointsOf: (points: string) => `${points} 分`
	},
	en: {
		title: 'Where next',
		lead: (total: string, cities: string) =>
			`${total === '1' ? 'There is 1 white space' : `There are ${total} white spaces`} in ${cities === '1' ? '1 city' : `${cities} cities`} of this selection, ranked by the reasons below. The weight of each can be changed.`,
		leadNone: 'There is no white space in this selection.',
		leadWhole: (n: string) => (n === '1' ? '1 city has no member at all.' : `${n} cities have no member at all.`),
		set: 'Which',
		sets: setsEn,
		map: 'Score by city',
		mapHint: 'the best white space of each city',
		mapCaption: (cities: string) => `Map of the scores of white spaces: ${cities === '1' ? '1 city has' : `${cities} cities have`} some`,
		legend: 'Legend: score of white spaces',
		legendNone: 'no white space',
		legendRange: (from: string, to: string | null) => (to === null ? `${from} points or more` : from === to ? `${from} points` : `${from}–${to} points`),
		areaScore: (score: string, kind: string) => `at best ${score} points (${kind})`,
		areaNone: 'no white space',
		wholeCity: 'whole city',
		weights: 'Reasons and weights',
		weightsHint: '0: does not count; 10: counts most',
		weightOf: (reason: string) => `Weight of “${reason}”`,
		usual: (n: string) => `usually ${n}`,
		apply: 'Rank by these',
		restore: 'Back to the usual weights',
		save: 'Keep as the usual weights',
		saved: 'Kept: everybody’s ranking now starts from these weights.',
		badWeight: 'A weight is a whole number from 0 to 10.',
		reasons: reasonsEn,
		rules: rulesEn,
		ranking: 'Ranking',
		rankingHint: 'a score is the sum of its reasons',
		rank: 'Rank',
		city: 'City',
		kind: 'Kind',
		score: 'Score',
		why: 'Reasons',
		action: 'Action',
		newProspect: 'New prospect',
		newProspectIn: (place: string) => `New prospect in ${place}`,
		noReasons: 'no reason counts',
		zeroed: 'Every weight is 0: all white spaces score the same.',
		whole: 'no member in the whole city',
		neighbours: (n: string, of: string, names: string) => `${n} of ${of} neighbouring cities covered (${names})`,
		neighboursOfKind: (n: string, of: string, kind: string, names: string) => `${n} of ${of} neighbouring cities ${n === '1' ? 'has' : 'have'} a ${kind} (${names})`.replace(/ a (?=[aeiou])/, ' an '),
		zone: (name: string) => `belongs to ${name}`,
		groups: (names: string) => `belongs to ${names}`,
		prospect: (names: string, chance: string) => `prospect: ${names}, chance of joining ${chance}`,
		prospects: (n: string, names: string, chance: string) => `${n} prospects: ${names}; chance that at least one joins ${chance}`,
		idle: (name: string, days: string) => `${name}: no progress for ${days} days`,
		kindMissing: (province: string, kind: string) => `no ${kind} in ${province} yet`,
		projects: (n: string) => (n === '1' ? '1 project reaches it' : `${n} projects reach it`),
		partners: (n: string) => (n === '1' ? '1 outside partner in projects there' : `${n} outside partners in projects there`),
		listSeparator: ', ',
		stalledSeparator: '; ',
		others: (names: string, n: string) => `${names} and others, ${n} in all`,
		points: (points: string) => `+${points}`,
		pointsOf: (points: string) => (points === '1.0' ? '1.0 point' : `${points} points`)
	}
});

/** A kind within a sentence: 高校, university, member of another kind. */
export function kindInWords(kind: MemberKind, locale: Locale): string {
	if (locale === 'zh-CN') return memberText[locale].kind[kind];
	return kind === 'other' ? 'member of another kind' : memberText[locale].kind[kind].toLowerCase();
}

/** Points from tenths, always with one decimal so that sums can be followed: 124 → 12.4. */
export function formatPoints(tenths: number, locale: Locale): string {
	return new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(tenths / 10);
}

import type { Bilingual } from '#domain/locale.ts';
import type { MemberKind } from '#domain/member.ts';
import type { Random } from './random.ts';

type Words = readonly (readonly [zh: string, en: string])[];

/** Fields of work. */
export const FIELDS: Words = [
	['新材料', 'New Materials'],
	['集成电路', 'Integrated Circuit'],
	['生物医药', 'Biomedical'],
	['智能制造', 'Smart Manufacturing'],
	['水环境', 'Water Environment'],
	['现代农业', 'Modern Agriculture'],
	['数字经济', 'Digital Economy'],
	['绿色能源', 'Green Energy'],
	['物联网', 'Internet of Things'],
	['文化创意', 'Creative Culture'],
	['现代物流', 'Logistics'],
	['船舶海工', 'Marine Engineering'],
	['纺织服装', 'Textile'],
	['航空航天', 'Aerospace'],
	['金融科技', 'Financial Technology'],
	['康养旅游', 'Health and Travel'],
	['人工智能', 'Artificial Intelligence'],
	['节能环保', 'Environmental'],
	['海洋经济', 'Ocean Economy'],
	['区域规划', 'Regional Planning']
];

const ENDINGS: Readonly<Record<MemberKind, Words>> = {
	institute: [
		['研究院', 'Research Institute'],
		['研究所', 'Institute'],
		['技术研究院', 'Institute of Technology']
	],
	university: [
		['大学', 'University'],
		['学院', 'College'],
		['职业技术学院', 'Vocational College']
	],
	association: [
		['行业协会', 'Industry Association'],
		['商会', 'Chamber'],
		['促进会', 'Promotion Association']
	],
	think_tank: [
		['智库', 'Think Tank'],
		['研究会', 'Research Society']
	],
	park: [
		['产业园', 'Park'],
		['科创园', 'Innovation Park'],
		['开发区', 'Development Zone']
	],
	museum: [
		['博物馆', 'Museum'],
		['文化馆', 'Cultural Centre']
	],
	government: [
		['服务局', 'Service Bureau'],
		['促进中心', 'Promotion Office']
	],
	enterprise: [
		['有限公司', 'Co., Ltd.'],
		['集团', 'Group'],
		['股份有限公司', 'Corporation']
	],
	other: [
		['基金会', 'Foundation'],
		['服务中心', 'Service Centre']
	]
};

/** Gives names that all say 示例 (“Example”), none of them twice and none of those taken. */
export function namer(random: Random, taken: readonly string[] = []): (place: { zh: string; en: string }, kind: MemberKind) => Bilingual {
	const given = new Set(taken);
	return (place, kind) => {
		for (;;) {
			const [field, fieldEn] = random.pick(FIELDS);
			const [ending, endingEn] = random.pick(ENDINGS[kind]);
			const zh = `${place.zh}示例${field}${ending}`;
			if (given.has(zh)) continue;
			given.add(zh);
			return { zh, en: `Example ${fieldEn} ${endingEn} (${place.en})` };
		}
	};
}

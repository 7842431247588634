import type { MemberKind } from '../member.ts';
import type { Role } from '../membership.ts';
import type { Stage } from '../prospect.ts';
import type { Basis } from '../record.ts';
import { sameness } from './text.ts';

/** The words for each of a set of codes: the first two, Chinese and English, are those that exports write. */
export type Words<Code extends string = string> = Readonly<Record<Code, readonly [zh: string, en: string, ...others: string[]]>>;

export const KIND_WORDS: Words<MemberKind> = {
	institute: ['研究院所', 'Research institute', '研究院', '研究所', '科研院所', '科研机构', '院所', 'Institute', 'Research institutes'],
	university: ['高校', 'University', '大学', '学院', '高等院校', '高等学校', '院校', 'Universities', 'College'],
	association: ['协会商会', 'Association', '协会', '商会', '学会', '行业协会', '联合会', '促进会', '社会组织', '社会团体', '社团', 'Associations', 'Chamber'],
	think_tank: ['智库', 'Think tank', '智库机构', 'Think tanks', 'Thinktank'],
	park: ['园区', 'Park', '开发区', '产业园', '产业园区', '科技园', '科创园', '高新区', '经开区', 'Parks'],
	museum: ['文博场馆', 'Museum', '博物馆', '文博', '场馆', '美术馆', '纪念馆', 'Museums'],
	government: ['政府部门', 'Government body', '政府', '机关', '党政机关', '政府机构', 'Government', 'Government bodies'],
	enterprise: ['企业', 'Enterprise', '公司', '集团', '企业单位', 'Enterprises', 'Company'],
	other: ['其他', 'Other', '其它', 'Others']
};

export const BASIS_WORDS: Words<Basis> = {
	stated: ['来源明确说明', 'stated by a source', '明确', '有来源'],
	by_name: ['依据机构名称', 'follows from the name', '依名称', '按名称'],
	related: ['依据关联机构的所在地', 'stated for a related body', '关联机构', '依关联机构'],
	unknown: ['未见来源说明', 'no source found', '无来源', '不明']
};

export const ROLE_WORDS: Words<Role> = {
	initiator: ['发起单位', 'Initiator', '发起', '发起方', '创始单位'],
	rotating_chair: ['轮值主席单位', 'Rotating chair', '轮值主席', '轮值单位', '主席单位']
};

export const STAGE_WORDS: Words<Stage> = {
	identified: ['已识别', 'Identified', '意向', '线索', '待联系'],
	contacted: ['已联系', 'Contacted', '已接触', '接洽'],
	visited: ['已走访', 'Visited', '已拜访', '走访'],
	negotiating: ['洽谈中', 'Negotiating', '洽谈', '谈判', '商谈中', '磋商'],
	approved: ['已通过', 'Approved', '已批准', '同意加入', '待加盟'],
	converted: ['已加盟', 'Converted', '已转为成员', '已加入', 'Joined'],
	lost: ['已流失', 'Lost', '未成', '放弃', '终止', '婉拒']
};

/** Coordinate systems of pasted coordinates. */
export const DATUMS = ['wgs84', 'gcj02', 'bd09'] as const;
export type Datum = (typeof DATUMS)[number];

export const DATUM_WORDS: Words<Datum> = {
	wgs84: ['WGS-84', 'WGS-84', 'CGCS2000', '国家2000', '天地图', 'GPS', 'EPSG:4326', '大地2000'],
	gcj02: ['GCJ-02', 'GCJ-02', '高德', '腾讯', '火星坐标', '火星坐标系', 'Amap'],
	bd09: ['BD-09', 'BD-09', '百度', '百度坐标', 'Baidu', 'BD09LL']
};

const read = new WeakMap<Words, ReadonlyMap<string, string>>();

/** The code that a word stands for, by any of its words or itself; null for none. */
export function codeOf(words: Words, text: string): string | null {
	let known = read.get(words);
	if (!known) {
		known = new Map(Object.entries(words).flatMap(([code, list]) => [code, ...list].map((word) => [sameness(word), code] as const)));
		read.set(words, known);
	}
	return known.get(sameness(text)) ?? null;
}

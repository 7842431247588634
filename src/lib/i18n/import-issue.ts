import { columnsOf, IMPORT_TYPES, type Column, type ImportType } from '#domain/import/column.ts';
import type { Issue, IssueCode } from '#domain/import/issue.ts';
import type { Likeness } from '#domain/import/register.ts';
import type { RowResult } from '#domain/import/result.ts';
import type { Locale } from '#domain/locale.ts';
import { messages } from './messages.ts';

type Say = (detail: string) => string;

/** A place that a detail names in both languages, Chinese first: `苏州市吴江区|Wujiang, Suzhou`. */
const placeIn = (detail: string, language: 0 | 1): string => detail.split('|')[language] ?? detail;

const zh: Record<IssueCode, Say> = {
	missing: () => '必填，不能为空',
	joined_missing: () => '缺少加盟日期；若只知道不晚于某日，可填「不晚于2024-03-05」',
	fault_error: (text) => `单元格是公式错误 ${text}，请改为实际内容`,
	fault_formula: () => '公式没有结果值，请粘贴为数值后再传',
	too_long: (most) => (/^\d+$/.test(most) ? `超过 ${most} 个字` : '内容过长'),
	date: (text) => `「${text}」不是可识别的日期；可写 2024-03-05、2024年3月、2024`,
	date_ambiguous: (text) => `「${text}」可作两种理解，请写成 2024-03-05 或 2024年3月`,
	date_unknown: () => '日期不能为未知',
	day_needed: (text) => `「${text}」须精确到日`,
	choice: (text) => `「${text}」不在可选范围内`,
	place_unknown: (text) => `未识别「${text}」，请填三省一市的城市或区县名称`,
	place_ambiguous: (text) => `「${text}」对应不止一处，请写明所在城市或现行名称`,
	place_province: (text) => `「${text}」只到省，请写到市`,
	place_outside: (text) => `「${text}」不在三省一市`,
	district_outside_city: () => '区县不属于所填城市',
	number: (text) => `「${text}」不是有效的度数`,
	probability: (text) => `「${text}」不是 0 至 100% 之间的数`,
	coordinates_half: () => '经度、纬度须同时填写',
	datum_missing: () => '请注明坐标系（WGS-84、GCJ-02 或 BD-09）',
	point_elsewhere: (detail) => `坐标位于${placeIn(detail, 0)}，与所填城市、区县不符，请核对坐标与坐标系；确认无误的，导入后在记录页填写`,
	point_nowhere: () => '坐标不在三省一市的任何区县内，请核对坐标与坐标系',
	url: (text) => `「${text}」不是有效的网址`,
	credit_code: (text) => `「${text}」不是有效的统一社会信用代码（18 位，含校验码）`,
	id: (text) => `「${text}」不是有效的编号`,
	event_unknown: (text) => `没有名为「${text}」的批次或活动，请先登记该活动`,
	source_unknown: (text) => `没有名为「${text}」的来源，请先登记该来源`,
	person_unknown: (text) => `没有名为「${text}」的人员，或有重名`,
	membership_unknown: (text) => `资格编号 ${text} 属于另一家单位`,
	membership_unclear: () => '该单位有多段成员资格，请填加盟日期或成员资格编号以指明是哪一段',
	membership_overlap: () => '与该单位的另一段成员资格时间重叠',
	left_before_joined: () => '退出日期早于加盟日期',
	basis_without_place: () => '有地点而无依据，或有依据而无地点',
	retired: () => '该记录已停用；请先恢复，或删去编号作为新记录导入',
	same_as_line: (line) => `与第 ${line} 行重复`,
	contradicts_line: (line) => `与第 ${line} 行对同一单位的说法不一致`,
	stage_before_noted: () => '阶段开始日期早于登记日期',
	converts_elsewhere: () => '「已加盟」须在意向单位页面办理，不能通过导入更改',
	invalid: (text) => (text ? `「${text}」无效` : '内容无效')
};

const en: Record<IssueCode, Say> = {
	missing: () => 'required, must not be empty',
	joined_missing: () => 'no joining date; where only a limit is known, write “<=2024-03-05”',
	fault_error: (text) => `the cell is a formula error, ${text}; enter the value`,
	fault_formula: () => 'the formula has no result; paste it as a value',
	too_long: (most) => (/^\d+$/.test(most) ? `longer than ${most} characters` : 'too long'),
	date: (text) => `“${text}” is no date that can be read; write 2024-03-05, 2024-03 or 2024`,
	date_ambiguous: (text) => `“${text}” can be read in two ways; write 2024-03-05 or 2024-03`,
	date_unknown: () => 'the date must not be unknown',
	day_needed: (text) => `“${text}” must name a day`,
	choice: (text) => `“${text}” is not one of the choices`,
	place_unknown: (text) => `“${text}” is no known city or district of the region`,
	place_ambiguous: (text) => `“${text}” names more than one place; add the city, or use the present name`,
	place_province: (text) => `“${text}” is a province; name the city`,
	place_outside: (text) => `“${text}” lies outside the region`,
	district_outside_city: () => 'the district is not in that city',
	number: (text) => `“${text}” is no number of degrees`,
	probability: (text) => `“${text}” is not between 0 and 100%`,
	coordinates_half: () => 'longitude and latitude go together',
	datum_missing: () => 'name the coordinate system (WGS-84, GCJ-02 or BD-09)',
	point_elsewhere: (detail) => `the point lies in ${placeIn(detail, 1)}, not in the city and district of the row; check the coordinates and their datum, or enter them on the page of the record, where they can be confirmed`,
	point_nowhere: () => 'the point lies in none of our districts; check the coordinates and their datum',
	url: (text) => `“${text}” is no web address`,
	credit_code: (text) => `“${text}” is no unified social credit code (18 signs with a check digit)`,
	id: (text) => `“${text}” is no identifier`,
	event_unknown: (text) => `there is no batch or event named “${text}”; record it first`,
	source_unknown: (text) => `there is no source named “${text}”; record it first`,
	person_unknown: (text) => `there is no person named “${text}”, or more than one`,
	membership_unknown: (text) => `membership ${text} belongs to another organisation`,
	membership_unclear: () => 'this organisation joined more than once; give the joining date or the membership ID',
	membership_overlap: () => 'overlaps another membership of this organisation',
	left_before_joined: () => 'left before it joined',
	basis_without_place: () => 'a place without a basis, or a basis without a place',
	retired: () => 'this record is retired; restore it first, or remove the ID to import it as a new one',
	same_as_line: (line) => `the same as line ${line}`,
	contradicts_line: (line) => `contradicts what line ${line} says of the same organisation`,
	stage_before_noted: () => 'came to its stage before it was noted',
	converts_elsewhere: () => 'becoming a member is done on the page of the prospect, not by an import',
	invalid: (text) => (text ? `“${text}” is not valid` : 'not valid')
};

const likenessZh: Record<Likeness, string> = {
	name_elsewhere: '名称相同，所在城市不同',
	name_twice: '名称相同的不止一家',
	other_code: '名称相同，信用代码不同',
	code_other_name: '信用代码相同，名称不同',
	alias: '名称与别名相同',
	english: '英文名称相同',
	pinyin: '名称读音相同',
	core: '名称主体相同'
};
const likenessEn: Record<Likeness, string> = {
	name_elsewhere: 'same name in another city',
	name_twice: 'more than one of this name',
	other_code: 'same name, other credit code',
	code_other_name: 'same credit code, other name',
	alias: 'the name is an alias',
	english: 'same English name',
	pinyin: 'the names sound the same',
	core: 'the names differ in their endings only'
};

/** Words of what is wrong with cells and rows of an import, and of why a row may be a duplicate. */
export const issueText = messages({
	'zh-CN': {
		issues: zh,
		likeness: likenessZh,
		duplicate: (names: string) => `可能与已有记录重复：${names}`,
		skipped: '已决定不导入',
		join: '；',
		columnAndIssue: (column: string, text: string) => `${column}：${text}`
	},
	en: {
		issues: en,
		likeness: likenessEn,
		duplicate: (names: string) => `may be a record that exists: ${names}`,
		skipped: 'left out by decision',
		join: '; ',
		columnAndIssue: (column: string, text: string) => `${column}: ${text}`
	}
});

const columns = new Map<string, Column>(IMPORT_TYPES.toReversed().flatMap((type) => columnsOf(type).map((column) => [column.id, column] as const)));

/** The name of a column of an import. */
export function columnName(id: string, locale: Locale, type?: ImportType): string {
	const column = (type && columnsOf(type).find((each) => each.id === id)) ?? columns.get(id);
	return column ? (locale === 'en' ? column.en : column.zh) : id;
}

/** What is wrong, with the column it is wrong in. */
export function issueMessage({ column, code, detail }: Issue, locale: Locale): string {
	const t = issueText[locale];
	const text = t.issues[code](detail);
	return column === null ? text : t.columnAndIssue(columnName(column, locale), text);
}

/** Everything that is to be said of a row, in one line. */
export function rowMessage({ state, issues, candidates, decision }: Pick<RowResult, 'state' | 'issues' | 'candidates' | 'decision'>, locale: Locale): string {
	const t = issueText[locale];
	if (state !== 'duplicate') return issues.map((each) => issueMessage(each, locale)).join(t.join);
	if (decision === 'skip') return t.skipped;
	return t.duplicate(candidates.map(({ id, why }) => `${id} (${t.likeness[why]})`).join(t.join));
}

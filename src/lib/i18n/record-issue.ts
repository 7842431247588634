import type { Locale } from '#domain/locale.ts';
import { messages } from './messages.ts';

/** What is wrong with a field of a record's form, by code. */
const issueText = messages({
	'zh-CN': {
		empty: '此项必填。',
		too_long: '内容过长，最多 {limit} 个字符。',
		choice: '请从列表中选择。',
		invalid: '内容格式有误。',
		id: '编号格式有误。',
		duplicate: '有重复的条目。',
		basis_without_place: '填了城市须说明依据；城市不详的，依据请选「未见来源说明」。',
		district_outside_city: '该区县不属于所填城市。',
		adcode: '行政区划代码有误。',
		url: '网址须以 http:// 或 https:// 开头。',
		credit_code: '统一社会信用代码为 18 位数字与大写字母（不含 I、O、S、V、Z）。',
		credit_code_check: '校验位不符，请核对是否抄录有误。',
		day: '请填写完整日期，如 2024-03-05。',
		partial_day: '日期写作 2024-03-05、2024-03 或 2024。',
		day_and_none: '已填日期，又选了「没有此日期」，请改其一。',
		day_and_unknown: '已填日期，又选了「不详」，请改其一。',
		unbounded: '须至少填写年份，或「不晚于」某日。',
		left_before_joined: '退出日期早于加盟日期。',
		ended_before_since: '结束日期早于起始日期。',
		number: '请填写整数。',
		too_large: '数字过大。',
		point: '坐标写作「经度, 纬度」，如 120.301, 31.575。',
		datum: '坐标系请从列表中选择。',
		reference: '没有找到这条记录。请输入名称后从建议中选择，或填写编号。',
		reference_several: '有多条记录与之相符，请选其一。',
		reference_missing: '所指的记录不存在。',
		source_missing: '选了字段，还须填写来源。',
		overlap: '该单位在此期间已有另一项成员资格。',
		choose: '双方都改了这一项，请选择保留哪一个。'
	},
	en: {
		empty: 'This field is needed.',
		too_long: 'Too long: at most {limit} characters.',
		choice: 'Please choose from the list.',
		invalid: 'This is not well formed.',
		id: 'This is no identifier.',
		duplicate: 'Something stands here twice.',
		basis_without_place: 'A city needs a word on how it is known; without a city choose “no source found”.',
		district_outside_city: 'This district does not lie in that city.',
		adcode: 'This is no administrative code.',
		url: 'A web address begins with http:// or https://.',
		credit_code: 'A unified social credit code has 18 digits and capital letters (no I, O, S, V, Z).',
		credit_code_check: 'The check digit does not fit: please compare it with the original.',
		day: 'Please give a whole date such as 2024-03-05.',
		partial_day: 'Write a date as 2024-03-05, 2024-03 or 2024.',
		day_and_none: 'There is a date here, and “no such date” is chosen: change one of them.',
		day_and_unknown: 'There is a date here, and “not known” is chosen: change one of them.',
		unbounded: 'At least a year, or “not after” a day, is needed.',
		left_before_joined: 'It would leave before it joined.',
		ended_before_since: 'It would end before it begins.',
		number: 'Please give a whole number.',
		too_large: 'This number is too large.',
		point: 'Write coordinates as longitude, latitude, such as 120.301, 31.575.',
		datum: 'Please choose the datum from the list.',
		reference: 'No such record was found. Type a name and choose a suggestion, or give the identifier.',
		reference_several: 'Several records fit: please choose one.',
		reference_missing: 'The record named here does not exist.',
		source_missing: 'A field is chosen, but no source.',
		overlap: 'The member has another membership during this time.',
		choose: 'Both of you changed this field: choose which to keep.'
	}
});

/** A code in words; codes that are not known are told apart by themselves. */
export function issueWords({ code, limit }: { readonly code: string; readonly limit?: number | undefined }, locale: Locale): string {
	const t = issueText[locale];
	const words = Object.hasOwn(t, code) ? t[code as keyof typeof t] : `${t.invalid}（${code}）`;
	return words.replace('{limit}', String(limit ?? ''));
}

import type { TargetField, TargetIssue } from '#domain/target-form.ts';
import { messages } from './messages.ts';

const fieldsZh: Record<TargetField, string> = {
	nameZh: '名称',
	nameEn: '英文名称',
	metric: '指标',
	province: '省市',
	city: '城市',
	group: '都市圈与片区',
	kind: '成员类别',
	start: '起始日',
	startValue: '起始值',
	due: '到期日',
	value: '目标值',
	partOf: '所属总目标',
	internalNote: '内部备注',
	reason: '修改原因'
};
const fieldsEn: Record<TargetField, string> = {
	nameZh: 'Name in Chinese',
	nameEn: 'Name in English',
	metric: 'Metric',
	province: 'Province',
	city: 'City',
	group: 'Region group',
	kind: 'Kind of member',
	start: 'Start',
	startValue: 'Value at the start',
	due: 'Due day',
	value: 'Value',
	partOf: 'Part of',
	internalNote: 'Internal note',
	reason: 'Reason'
};
const issuesZh: Record<TargetIssue, string> = {
	empty: '请填写这一项。',
	too_long: '文字过长。',
	choice: '请从列表中选择。',
	day: '请填写日历上存在的日期，如 2026-12-31。',
	number: '请填写数字，如 40。',
	negative: '不能小于 0。',
	whole: '请填写整数；覆盖率才用百分比。',
	percent: '覆盖率应在 0 至 100 之间。',
	too_large: '数值过大，请核对。',
	due_before_start: '到期日应晚于起始日。',
	too_far: '到期日不能晚于 2100 年。',
	projects_have_no_kind: '项目不分成员类别：请不选类别，或换用其他指标。',
	no_such_scope: '所选范围没有共同的地区，或片区已不存在。请减少条件或另选。',
	part_of_itself: '目标不能属于自己或自己的部分。',
	no_such_whole: '所选的总目标已不存在。',
	choose: '请选择采用哪一方的内容。'
};
const issuesEn: Record<TargetIssue, string> = {
	empty: 'Please fill this in.',
	too_long: 'This text is too long.',
	choice: 'Please choose from the list.',
	day: 'Please give a day of the calendar, such as 2026-12-31.',
	number: 'Please give a number, such as 40.',
	negative: 'Must not be below 0.',
	whole: 'Please give a whole number; only a coverage rate is a percentage.',
	percent: 'A coverage rate lies between 0 and 100.',
	too_large: 'This number is too large; please check it.',
	due_before_start: 'The due day must come after the start.',
	too_far: 'The due day cannot lie after 2100.',
	projects_have_no_kind: 'Projects have no kind of member: choose none, or another metric.',
	no_such_scope: 'The places chosen have nothing in common, or the group no longer exists. Please choose fewer or others.',
	part_of_itself: 'A target cannot be a part of itself or of its own parts.',
	no_such_whole: 'The target chosen as the whole no longer exists.',
	choose: 'Choose which of the two to keep.'
};

/** Words of the form of a target. */
export const targetFormText = messages({
	'zh-CN': {
		add: '新增目标',
		edit: '修改目标',
		fields: fieldsZh,
		issues: issuesZh,
		scope: '范围',
		scopeHint: '不选即为三省一市全部；选了几项，取共同的部分。',
		any: '不限',
		none: '无',
		optional: '可不填',
		valueHint: '成员、城市、项目填整数；覆盖率填百分比，如 90。',
		startValueHint: '不填则按登记：起始日结束时的数。',
		reasonHint: '写入修改记录，如「秘书处会议通过」。',
		noteHint: '只有登录人员可见。',
		save: '保存',
		cancel: '取消',
		wrong: (n: string) => `有 ${n} 处需要修改，已填内容均保留。`,
		blank: '空',
		gone: '这个目标已停用，要修改请先恢复。',
		retire: '停用',
		retireHint: '停用后不再列出，记录与修改历史保留，可随时恢复。',
		restore: '恢复',
		saved: '已保存。'
	},
	en: {
		add: 'New target',
		edit: 'Edit target',
		fields: fieldsEn,
		issues: issuesEn,
		scope: 'Scope',
		scopeHint: 'None chosen means all 41 cities; of several, what they have in common.',
		any: 'any',
		none: 'none',
		optional: 'optional',
		valueHint: 'A whole number of members, cities or projects; a percentage for a coverage rate, such as 90.',
		startValueHint: 'Left open: what the record says of the end of the start day.',
		reasonHint: 'Kept in the history, such as “agreed by the secretariat”.',
		noteHint: 'Seen by signed-in people only.',
		save: 'Save',
		cancel: 'Cancel',
		wrong: (n: string) => (n === '1' ? 'One field needs attention; what you typed is kept.' : `${n} fields need attention; what you typed is kept.`),
		blank: 'empty',
		gone: 'This target is retired; restore it before changing it.',
		retire: 'Retire',
		retireHint: 'A retired target is listed no more; its record and history are kept, and it can be restored at any time.',
		restore: 'Restore',
		saved: 'Saved.'
	}
});

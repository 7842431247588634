import type { Locale } from '#domain/locale.ts';
import type { MemberKind } from '#domain/member.ts';
import type { EventKind } from '#domain/event.ts';
import type { Role } from '#domain/membership.ts';
import type { ProjectCategory, ProjectStatus } from '#domain/project.ts';
import type { Stage } from '#domain/prospect.ts';
import type { Basis, RecordType } from '#domain/record.ts';
import type { Qualifier, ReportedMetric } from '#domain/reported-total.ts';
import type { TargetMetric } from '#domain/target.ts';
import { eventText } from './event.ts';
import { figureText } from './figure.ts';
import { memberText } from './member.ts';
import { messages } from './messages.ts';
import { projectText } from './project.ts';
import { prospectText } from './prospect.ts';
import { prospectFormText } from './prospect-form.ts';
import { targetText } from './target.ts';
import { targetFormText } from './target-form.ts';

const typesZh: Record<RecordType, string> = {
	member: '成员单位',
	membership: '成员资格',
	event: '活动',
	project: '合作项目',
	partner: '域外伙伴',
	source: '来源',
	reported_total: '公布口径',
	region_group: '都市圈与片区',
	prospect: '意向单位',
	target: '拓展目标'
};
const typesEn: Record<RecordType, string> = {
	member: 'Members',
	membership: 'Memberships',
	event: 'Events',
	project: 'Projects',
	partner: 'Outside partners',
	source: 'Sources',
	reported_total: 'Reported totals',
	region_group: 'Region groups',
	prospect: 'Prospects',
	target: 'Targets'
};
const typeEn: Record<RecordType, string> = {
	member: 'member',
	membership: 'membership',
	event: 'event',
	project: 'project',
	partner: 'partner',
	source: 'source',
	reported_total: 'reported total',
	region_group: 'region group',
	prospect: 'prospect',
	target: 'target'
};

/** Fields that are called the same wherever they stand; a type's own come after and win. */
const commonZh = {
	name: '名称',
	title: '名称',
	aliases: '别名',
	kind: '类别',
	kindBasis: '类别依据',
	city: '城市',
	cityBasis: '城市依据',
	district: '区县',
	districtBasis: '区县依据',
	point: '坐标',
	website: '网站',
	creditCode: '统一社会信用代码',
	memberId: '成员单位',
	eventId: '批次（经由活动）',
	joined: '加盟日期',
	joinedBasis: '加盟日期依据',
	left: '退出日期',
	roles: '担任',
	short: '简称',
	held: '时间',
	venue: '会场',
	summary: '概要',
	category: '类型',
	status: '状态',
	since: '起始',
	signed: '签约',
	ended: '结束',
	amountCny: '金额（元）',
	byAlliance: '联盟自身是参与方',
	cities: '涉及城市',
	memberIds: '参与成员',
	partnerIds: '域外伙伴',
	seat: '所在地',
	seatBasis: '所在地依据',
	publisher: '发布者',
	published: '发布日期',
	url: '网址',
	metric: '所指',
	on: '公布日期',
	qualifier: '限定词',
	value: '公布数字',
	isPublic: '对外公开',
	asOf: '范围划定时间',
	areas: '所含城市与区县',
	remark: '说明（公开）',
	internalNote: '内部备注',
	citations: '来源'
};
const commonEn: Record<keyof typeof commonZh, string> = {
	name: 'Name',
	title: 'Title',
	aliases: 'Also known as',
	kind: 'Kind',
	kindBasis: 'Kind known by',
	city: 'City',
	cityBasis: 'City known by',
	district: 'District',
	districtBasis: 'District known by',
	point: 'Coordinates',
	website: 'Website',
	creditCode: 'Unified social credit code',
	memberId: 'Member',
	eventId: 'Batch (event)',
	joined: 'Joined',
	joinedBasis: 'Date known by',
	left: 'Left',
	roles: 'Offices',
	short: 'Short form',
	held: 'Date',
	venue: 'Venue',
	summary: 'Summary',
	category: 'Category',
	status: 'Status',
	since: 'Since',
	signed: 'Signed',
	ended: 'Ended',
	amountCny: 'Amount (yuan)',
	byAlliance: 'The alliance itself is a party',
	cities: 'Cities',
	memberIds: 'Members taking part',
	partnerIds: 'Outside partners',
	seat: 'Seat',
	seatBasis: 'Seat known by',
	publisher: 'Publisher',
	published: 'Published',
	url: 'Web address',
	metric: 'What it counts',
	on: 'Published on',
	qualifier: 'Qualifier',
	value: 'Number',
	isPublic: 'Shown to the public',
	asOf: 'Scope laid down',
	areas: 'Cities and districts',
	remark: 'Note (public)',
	internalNote: 'Internal note',
	citations: 'Sources'
};
type OwnLabels = Readonly<Partial<Record<RecordType, Readonly<Record<string, string>>>>>;
const pursuits = (locale: Locale): OwnLabels => ({
	prospect: prospectFormText[locale].fields,
	target: { ...targetFormText[locale].fields, scope: targetFormText[locale].scope }
});
const ownZh: OwnLabels = {
	event: { title: '标题', city: '所在城市' },
	source: { title: '标题' },
	member: { city: '所在城市', district: '所在区县' },
	...pursuits('zh-CN')
};

const qualifiersZh: Record<Qualifier, string> = { exact: '确数', nearly: '近', about: '约', over: '超' };
const qualifiersEn: Record<Qualifier, string> = { exact: 'exact', nearly: 'nearly', about: 'about', over: 'over' };
const changesZh = { create: '新建', update: '修改', retire: '停用', restore: '恢复' };
const changesEn = { create: 'Created', update: 'Changed', retire: 'Retired', restore: 'Restored' };

/** Words of records, their fields and what happens to them. */
export const recordText = messages({
	'zh-CN': {
		types: typesZh,
		type: typesZh,
		fields: commonZh as Readonly<Record<string, string>>,
		own: ownZh,
		qualifiers: qualifiersZh,
		changes: changesZh,
		yes: '是',
		no: '否',
		blank: '（空）',
		unknownPlace: '待核实',
		whole: '整条记录',
		datum: 'WGS-84',
		total: (metric: string, on: string) => `${metric} · ${on}`
	},
	en: {
		types: typesEn,
		type: typeEn,
		fields: commonEn as Readonly<Record<string, string>>,
		own: pursuits('en'),
		qualifiers: qualifiersEn,
		changes: changesEn,
		yes: 'yes',
		no: 'no',
		blank: '(blank)',
		unknownPlace: 'not verified',
		whole: 'The record as a whole',
		datum: 'WGS-84',
		total: (metric: string, on: string) => `${metric} · ${on}`
	}
});

/** What a field is called in a type's form. */
export function fieldLabel(type: RecordType, field: string, locale: Locale): string {
	const t = recordText[locale];
	return t.own[type]?.[field] ?? t.fields[field] ?? field;
}

/** What a choice of a field is called. */
export function choiceLabel(type: RecordType, field: string, choice: string, locale: Locale): string {
	const member = memberText[locale];
	if (field.endsWith('Basis')) return member.basis[choice as Basis] ?? choice;
	if (field === 'roles') return member.roles[choice as Role] ?? choice;
	if (field === 'kind') return (type === 'event' ? eventText[locale].kinds[choice as EventKind] : member.kind[choice as MemberKind]) ?? choice;
	if (field === 'category') return projectText[locale].categories[choice as ProjectCategory] ?? choice;
	if (field === 'status') return projectText[locale].statuses[choice as ProjectStatus] ?? choice;
	if (field === 'qualifier') return recordText[locale].qualifiers[choice as Qualifier] ?? choice;
	if (field === 'stage') return prospectText[locale].stages[choice as Stage] ?? choice;
	if (field === 'metric' && type === 'target') return targetText[locale].metrics[choice as TargetMetric] ?? choice;
	if (field === 'metric') return figureText[locale].metrics[choice as ReportedMetric] ?? choice;
	return choice;
}

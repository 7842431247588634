import type { ProjectCategory, ProjectStatus } from '#domain/project.ts';
import { messages } from './messages.ts';

const categoriesZh: Record<ProjectCategory, string> = {
	agreement: '合作协议',
	exchange: '友好交流',
	research: '课题研究',
	matchmaking: '对接走访',
	think_tank: '智库协作',
	industry: '产业合作',
	other: '其他'
};
const categoriesEn: Record<ProjectCategory, string> = {
	agreement: 'Agreement',
	exchange: 'Exchange',
	research: 'Research',
	matchmaking: 'Matchmaking',
	think_tank: 'Think-tank work',
	industry: 'Industry',
	other: 'Other'
};
const statusesZh: Record<ProjectStatus | 'unknown', string> = {
	intention: '意向',
	signed: '已签约',
	active: '进行中',
	completed: '已完成',
	ended: '已终止',
	unknown: '进展未报道'
};
const statusesEn: Record<ProjectStatus | 'unknown', string> = {
	intention: 'Intention',
	signed: 'Signed',
	active: 'Active',
	completed: 'Completed',
	ended: 'Ended',
	unknown: 'Progress not reported'
};

/** Words of projects and partners. */
export const projectText = messages({
	'zh-CN': {
		project: '合作项目',
		projects: '合作项目',
		categories: categoriesZh,
		statuses: statusesZh,
		statusUnknown: '未报道',
		category: '类型',
		status: '状态',
		since: '起始',
		signed: '签约',
		ended: '结束',
		amount: '金额',
		cities: '涉及城市',
		members: '参与成员',
		partners: '域外伙伴',
		parties: '参与方',
		byAlliance: '联盟',
		count: (n: string) => `${n} 项`,
		listTitle: '合作项目',
		searchLabel: '按名称、拼音或首字母查找项目',
		noneHere: (place: string) => `${place}尚无登记的合作项目。`,
		noneMatch: '没有符合筛选条件的项目。',
		noCity: '未说明城市',
		timeline: '项目时间',
		reach: '项目连接的城市',
		seat: '所在地',
		partnerList: '域外伙伴',
		partnerHint: '联盟以外、参与合作项目的机构'
	},
	en: {
		project: 'Project',
		projects: 'Projects',
		categories: categoriesEn,
		statuses: statusesEn,
		statusUnknown: 'Not reported',
		category: 'Category',
		status: 'Status',
		since: 'Since',
		signed: 'Signed',
		ended: 'Ended',
		amount: 'Amount',
		cities: 'Cities',
		members: 'Members taking part',
		partners: 'Outside partners',
		parties: 'Parties',
		byAlliance: 'The alliance',
		count: (n: string) => (n === '1' ? '1 project' : `${n} projects`),
		listTitle: 'Projects',
		searchLabel: 'Find a project by name, pinyin or initials',
		noneHere: (place: string) => `No recorded project in ${place} yet.`,
		noneMatch: 'No project fits these filters.',
		noCity: 'no city stated',
		timeline: 'Projects over time',
		reach: 'Cities its projects reach',
		seat: 'Seat',
		partnerList: 'Outside partners',
		partnerHint: 'Organisations outside the alliance that take part in projects'
	}
});

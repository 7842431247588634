import type { ReportedMetric } from '#domain/reported-total.ts';
import { messages } from './messages.ts';

/** The figures that open to their definition. */
export const FIGURES = ['members', 'reported', 'cities', 'provinces', 'projects', 'unplaced'] as const;
export type FigureId = (typeof FIGURES)[number];

type Definition = { title: string; definition: string; formula: string };

const zh: Record<FigureId, Definition> = {
	members: {
		title: '登记成员',
		definition: '登记册中在该日具有成员资格的单位。自加盟之日起计入，自退出之日起不再计入；只知月份或年份的，按最晚可能的一天计。所在城市待核实的成员同样计入。',
		formula: '成员数 = 该日有效的成员资格数（一家单位同一时间至多一项）'
	},
	reported: {
		title: '公布口径',
		definition: '媒体或文件公布的数字，连同其限定词（如「近」）原样列出。公布的数字不与登记数相加，也不互相修正。',
		formula: '照录，不作计算'
	},
	cities: {
		title: '覆盖城市',
		definition: '在该日至少有一家登记成员的城市。所在城市待核实的成员不计入任何城市。',
		formula: '覆盖城市数 ÷ 三省一市全部 41 座城市'
	},
	provinces: {
		title: '覆盖省市',
		definition: '辖区内至少有一座城市已覆盖的省、直辖市。',
		formula: '覆盖省市数 ÷ 4（上海、江苏、浙江、安徽）'
	},
	projects: {
		title: '合作项目',
		definition: '登记册中在该日已知开始、签约或表达意向的合作项目。进展无人报道的，状态列为「进展未报道」，不作推断。',
		formula: '项目数 = 各状态项目数之和'
	},
	unplaced: {
		title: '地点待核实',
		definition: '登记成员中，没有来源说明其所在城市的单位。计入总数，列于此处，不上图。',
		formula: '登记成员数 − 各城市成员数之和'
	}
};

const en: Record<FigureId, Definition> = {
	members: {
		title: 'Members recorded',
		definition:
			'Organisations in the register whose membership holds on the day. A member counts from the day it joined and no longer on the day it left; where only a month or a year is known, from the last day it can have been. Members without a verified city count too.',
		formula: 'members = memberships that hold on the day (one organisation has at most one at a time)'
	},
	reported: {
		title: 'Reported total',
		definition:
			'Numbers that newspapers or documents published, given as they stand with their qualifier (such as “nearly”). They are never added to the recorded figures, and neither corrects the other.',
		formula: 'quoted, not computed'
	},
	cities: {
		title: 'Cities covered',
		definition: 'Cities with at least one recorded member on the day. Members without a verified city count for no city.',
		formula: 'cities covered ÷ all 41 cities of the three provinces and Shanghai'
	},
	provinces: {
		title: 'Provinces covered',
		definition: 'Province-level units in which at least one city is covered.',
		formula: 'provinces covered ÷ 4 (Shanghai, Jiangsu, Zhejiang, Anhui)'
	},
	projects: {
		title: 'Projects',
		definition:
			'Projects in the register known to have begun, been signed or been voiced as an intention by the day. Where nobody reported progress, the status says so; nothing is inferred.',
		formula: 'projects = sum over all statuses'
	},
	unplaced: {
		title: 'Location not verified',
		definition: 'Recorded members whose city no source states. They count in totals, are listed here, and are on no map.',
		formula: 'members recorded − sum of members over all cities'
	}
};

const metricsZh: Record<ReportedMetric, string> = { members: '成员单位', joined_cities: '当日加盟单位所在城市', provinces: '覆盖省市', initiators: '发起单位' };
const metricsEn: Record<ReportedMetric, string> = { members: 'members', joined_cities: 'cities whose bodies joined that day', provinces: 'province-level units with members', initiators: 'initiating bodies' };

/** Words of the pages that say what a figure means. */
export const figureText = messages({
	'zh-CN': {
		definitions: zh,
		definition: '定义',
		formula: '算法',
		value: '数值',
		records: '计入的记录',
		sources: '所列记录的来源',
		covered: '已覆盖',
		white: '空白点',
		metrics: metricsZh,
		metric: '所指',
		day: '日期',
		number: '公布数字',
		source: '来源',
		changed: '最近登记变更',
		knownBy: '按何日的记录',
		knownHint: '选一日，即按该日结束时已有的记录计算；留空则按现有记录',
		show: '查看'
	},
	en: {
		definitions: en,
		definition: 'Definition',
		formula: 'Formula',
		value: 'Value',
		records: 'Records counted',
		sources: 'Sources of the records listed',
		covered: 'Covered',
		white: 'White spaces',
		metrics: metricsEn,
		metric: 'What it counts',
		day: 'Date',
		number: 'Published number',
		source: 'Source',
		changed: 'Records last changed',
		knownBy: 'As recorded by',
		knownHint: 'the figure as it stood in the records at the end of a day; left empty: as recorded now',
		show: 'Show'
	}
});

import { messages } from './messages.ts';

/** The figures of the page of a province, city, district or region group. */
export const AREA_FIGURES = ['members', 'cities', 'areas', 'projects', 'districts', 'neighbours'] as const;
export type AreaFigureId = (typeof AREA_FIGURES)[number];

type Definition = { readonly definition: string; readonly formula: string };

const zh: Record<AreaFigureId, Definition> = {
	members: {
		definition: '登记册中在该日具有成员资格、所在地核实在本地的单位。自加盟之日起计入，自退出之日起不再计入；只知月份或年份的，按最晚可能的一天计。',
		formula: '成员数 = 本地单位在该日有效的成员资格数（一家单位同一时间至多一项）'
	},
	cities: { definition: '范围内在该日至少有一家登记成员的城市。', formula: '覆盖城市数 ÷ 范围内全部城市数' },
	areas: {
		definition: '范围内在该日至少有一家登记成员的市与区县。只有部分区县属于本范围的城市，只看这些区县。',
		formula: '覆盖市县数 ÷ 范围内全部市县数'
	},
	projects: {
		definition: '登记册中涉及本地城市，且在该日已知开始、签约或表达意向的合作项目。进展无人报道的，状态列为「进展未报道」，不作推断。',
		formula: '项目数 = 各状态项目数之和'
	},
	districts: {
		definition: '在该日至少有一家登记成员的区县。区县待核实的成员计入本市，不计入任何区县。',
		formula: '有成员的区县数 ÷ 本市全部区县数'
	},
	neighbours: {
		definition: '与本地接壤、在该日至少有一家登记成员的同级地区，只看三省一市之内。',
		formula: '已覆盖的相邻地区数 ÷ 全部相邻地区数'
	}
};

const en: Record<AreaFigureId, Definition> = {
	members: {
		definition:
			'Organisations in the register whose membership holds on the day and whose verified place is here. A member counts from the day it joined and no longer on the day it left; where only a month or a year is known, from the last day it can have been.',
		formula: 'members = memberships of organisations here that hold on the day (one organisation has at most one at a time)'
	},
	cities: { definition: 'Cities within that have at least one recorded member on the day.', formula: 'cities covered ÷ all cities within' },
	areas: {
		definition: 'Cities and districts within that have at least one recorded member on the day. Of a city that belongs only in part, its districts within are looked at.',
		formula: 'areas covered ÷ all cities and districts within'
	},
	projects: {
		definition:
			'Projects in the register that name a city here and are known to have begun, been signed or been voiced as an intention by the day. Where nobody reported progress, the status says so; nothing is inferred.',
		formula: 'projects = sum over all statuses'
	},
	districts: {
		definition: 'Districts with at least one recorded member on the day. Members without a verified district count for the city and for no district.',
		formula: 'districts with members ÷ all districts of the city'
	},
	neighbours: {
		definition: 'Areas of the same level that border on this one and have at least one recorded member on the day, within the three provinces and Shanghai.',
		formula: 'neighbours covered ÷ all neighbours'
	}
};

/** What the figures of an area mean, and how they are computed. */
export const areaFigureText = messages({ 'zh-CN': zh, en });

import type { Metric } from '#domain/metric.ts';
import { messages } from './messages.ts';

type Words = {
	/** In the switch, above a column. */
	readonly name: string;
	readonly column: string;
	/** Beside the map's title: what is shaded. */
	readonly hint: string;
	/** In the legend and wherever there is none, which for a date is not the number 0. */
	readonly none: string;
	/** A value with its unit: 成员 7 家. `n` is written already. */
	readonly value: (n: string) => string;
	/** A class of the legend, both ends written; `to` null: open upwards; equal: one value. */
	readonly range: (from: string, to: string | null) => string;
};

const countZh = (from: string, to: string | null): string => (to === null ? `${from} 及以上` : from === to ? from : `${from}–${to}`);
const countEn = (from: string, to: string | null): string => (to === null ? `${from} or more` : from === to ? from : `${from}–${to}`);

const zh: Record<Metric, Words> = {
	members: { name: '成员', column: '成员', hint: '各市登记成员数，圆点为类别构成', none: '0', value: (n) => `成员 ${n} 家`, range: countZh },
	projects: { name: '合作项目', column: '项目', hint: '涉及各市的合作项目数', none: '0', value: (n) => `合作项目 ${n} 项`, range: countZh },
	reached: { name: '项目连接的城市', column: '连接城市', hint: '各市经合作项目连接的其他城市数', none: '0', value: (n) => `经合作项目连接 ${n} 座城市`, range: countZh },
	newest: {
		name: '最近加盟年份',
		column: '最近加盟',
		hint: '各市最近一次有成员加盟的年份，其后退出的也计',
		none: '从未有成员加盟',
		value: (n) => `最近一次加盟在 ${n} 年`,
		range: (from, to) => (to === null ? `${from} 年起` : from === to ? `${from} 年` : `${from}–${to} 年`)
	},
	since: {
		name: '距最近加盟年数',
		column: '距今年数',
		hint: '距各市最近一次加盟的整年数，按月计',
		none: '从未有成员加盟',
		value: (n) => (n === '0' ? '最近一次加盟不满 1 年' : `距最近一次加盟 ${n} 年`),
		range: (from, to) => (to === null ? `${from} 年及以上` : from === to ? (from === '0' ? '不满 1 年' : `${from} 年`) : `${from}–${to} 年`)
	}
};

const en: Record<Metric, Words> = {
	members: { name: 'Members', column: 'Members', hint: 'recorded members by city; circles show kinds', none: '0', value: (n) => (n === '1' ? '1 member' : `${n} members`), range: countEn },
	projects: { name: 'Projects', column: 'Projects', hint: 'projects that name the city', none: '0', value: (n) => (n === '1' ? '1 project' : `${n} projects`), range: countEn },
	reached: {
		name: 'Cities reached by projects',
		column: 'Cities reached',
		hint: 'other cities that projects link the city to',
		none: '0',
		value: (n) => (n === '1' ? 'linked to 1 city by projects' : `linked to ${n} cities by projects`),
		range: countEn
	},
	newest: {
		name: 'Newest join (year)',
		column: 'Newest join',
		hint: 'year in which a member last joined, those that have left since included',
		none: 'nobody has joined',
		value: (n) => `newest join in ${n}`,
		range: (from, to) => (to === null ? `${from} on` : from === to ? from : `${from}–${to}`)
	},
	since: {
		name: 'Years since the last join',
		column: 'Years since',
		hint: 'whole years since a member last joined, counted by months',
		none: 'nobody has joined',
		value: (n) => (n === '0' ? 'last join less than a year ago' : n === '1' ? 'last join 1 year ago' : `last join ${n} years ago`),
		range: (from, to) => (to === null ? `${from} years or more` : from === to ? (from === '0' ? 'less than 1 year' : from === '1' ? '1 year' : `${from} years`) : `${from}–${to} years`)
	}
};

/** Words of what a map shades, and of how its values become classes. */
export const metricText = messages({
	'zh-CN': {
		metric: '地图指标',
		metrics: zh,
		unknown: '情况未知',
		never: '—',
		methods: { fixed: '按固定档次分级', each: '每个数值一档', quantile: '按分位数分级', equal: '等距分级', own: '按自定界限分级' },
		classes: '分级',
		choices: { usual: '自动', quantile: '分位数', equal: '等距', own: '自定' },
		own: '自定界限',
		ownHint: '一至四个递增的整数，以逗号分隔，如 1,5,10,20',
		apply: '应用'
	},
	en: {
		metric: 'Map shows',
		metrics: en,
		unknown: 'not known',
		never: '—',
		methods: { fixed: 'fixed classes', each: 'a class for each value', quantile: 'classes by quantile', equal: 'classes of equal width', own: 'classes by own limits' },
		classes: 'Classes',
		choices: { usual: 'Usual', quantile: 'Quantile', equal: 'Equal', own: 'Own' },
		own: 'Own limits',
		ownHint: 'one to four rising whole numbers with commas between, such as 1,5,10,20',
		apply: 'Apply'
	}
});

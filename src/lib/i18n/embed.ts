import type { EmbedName, Hideable } from '#domain/embed.ts';
import { messages } from './messages.ts';

const namesZh: Record<EmbedName, string> = { map: '成员分布', growth: '成员增长', city: '城市成员', stats: '主要数字', members: '成员名录' };
const namesEn: Record<EmbedName, string> = { map: 'Where the members are', growth: 'How membership grew', city: 'Members of a city', stats: 'Key figures', members: 'Members' };
const hideZh: Record<Hideable, string> = { title: '标题', sentence: '概述', legend: '图例', names: '地名', table: '数据表', time: '时间轴与缩放', link: '查看全图的链接' };
const hideEn: Record<Hideable, string> = { title: 'title', sentence: 'sentence', legend: 'legend', names: 'names of places', table: 'table', time: 'time slider and zoom', link: 'link to the full view' };

/** Words of embeds. */
export const embedText = messages({
	'zh-CN': {
		names: namesZh,
		hideable: hideZh,
		ofCity: (city: string) => `${city}成员分布`,
		full: { map: '打开完整地图', growth: '打开完整图表', city: '打开城市页面', stats: '打开总览', members: '查看全部成员' } satisfies Record<EmbedName, string>,
		newTab: '（在新标签页打开）',
		table: '数据表',
		area: '地区',
		members: '成员',
		projects: '项目',
		cityList: '成员名单',
		membersAll: (n: string) => `全部 ${n} 家`,
		membersShown: (shown: string, all: string) => `列出 ${shown} 家，共 ${all} 家`,
		noMembers: '这一天尚无登记成员。',
		noGrowth: '暂无登记成员，尚无增长可绘。',
		nothing: '没有符合条件的成员。',
		asOf: (day: string) => `数据截至 ${day}`,
		knownBy: (day: string) => `按 ${day} 已有的记录`,
		source: '来源',
		sources: (n: string) => `公开报道 ${n} 份`,
		approval: (number: string) => `审图号：${number}`,
		scan: '扫码查看完整页面与来源',
		demo: '演示数据，均为虚构',
		frozen: (day: string) => `冻结于 ${day}，内容不再变化`,
		script: { time: '按时间查看', timeLabel: '日期', zoomIn: '放大', zoomOut: '缩小', zoomReset: '还原', failed: '其他日期暂时读不到，点此重试' },
		missing: '没有这个嵌入视图。',
		missingHint: '可用的视图：map、growth、city/行政区划代码、stats、members。',
		noCity: (code: string) => `区划代码 ${code} 不是三省一市的城市。`
	},
	en: {
		names: namesEn,
		hideable: hideEn,
		ofCity: (city: string) => `Members in ${city}`,
		full: { map: 'Open the full map', growth: 'Open the full chart', city: 'Open the city’s page', stats: 'Open the dashboard', members: 'See all members' } satisfies Record<EmbedName, string>,
		newTab: ' (opens in a new tab)',
		table: 'Table',
		area: 'Area',
		members: 'Members',
		projects: 'Projects',
		cityList: 'Members',
		membersAll: (n: string) => `All ${n}`,
		membersShown: (shown: string, all: string) => `${shown} of ${all} shown`,
		noMembers: 'No member was recorded by this day.',
		noGrowth: 'No member is recorded, so there is no growth to draw.',
		nothing: 'No member fits.',
		asOf: (day: string) => `Data as of ${day}`,
		knownBy: (day: string) => `as recorded by ${day}`,
		source: 'Source',
		sources: (n: string) => (n === '1' ? '1 publication' : `${n} publications`),
		approval: (number: string) => `Map approval ${number}`,
		scan: 'Scan for the full page and its sources',
		demo: 'Demonstration data, all invented',
		frozen: (day: string) => `Frozen on ${day}; it does not change any more`,
		script: { time: 'Move through time', timeLabel: 'Day', zoomIn: 'Zoom in', zoomOut: 'Zoom out', zoomReset: 'Whole map', failed: 'Other days cannot be read right now: try again' },
		missing: 'There is no such embed.',
		missingHint: 'These exist: map, growth, city/CODE, stats, members.',
		noCity: (code: string) => `${code} is the code of none of the 41 cities.`
	}
});

import { messages } from './messages.ts';

/** Words of what filters a page. */
export const filterText = messages({
	'zh-CN': {
		filters: '筛选',
		chosen: '已选筛选条件',
		kind: '成员类别',
		province: '省市',
		city: '城市',
		group: '都市圈与片区',
		category: '项目类型',
		status: '项目状态',
		any: '全部',
		apply: '筛选',
		clear: '全部清除',
		remove: (text: string) => `取消筛选：${text}`,
		/** The small control beside a row that drills down. */
		only: '只看',
		onlyThis: (text: string) => `只看${text}`,
		off: '取消',
		outline: '圈出',
		outlineThis: (text: string) => `在地图上圈出${text}`,
		outlineOff: (text: string) => `取消圈出${text}`,
		kindHint: '成员按类别筛选，项目不受影响',
		outside: (name: string) => `${name}：不在所选范围内`,
		outsideShort: '不在所选范围内',
		empty: '所选条件没有共同的范围，请取消其中一项。'
	},
	en: {
		filters: 'Filter',
		chosen: 'Filters in force',
		kind: 'Kind of member',
		province: 'Province',
		city: 'City',
		group: 'Region group',
		category: 'Project category',
		status: 'Project status',
		any: 'All',
		apply: 'Filter',
		clear: 'Clear all',
		remove: (text: string) => `Remove the filter ${text}`,
		only: 'only',
		onlyThis: (text: string) => `Show only ${text}`,
		off: 'remove',
		outline: 'outline',
		outlineThis: (text: string) => `Outline ${text} on the map`,
		outlineOff: (text: string) => `Remove the outline of ${text}`,
		kindHint: 'the kind filters members, not projects',
		outside: (name: string) => `${name}: outside the selection`,
		outsideShort: 'outside the selection',
		empty: 'The places chosen have nothing in common: remove one of them.'
	}
});

import { messages } from './messages.ts';

/** Words of the search page. */
export const searchText = messages({
	'zh-CN': {
		label: '查找地区、成员、项目、活动',
		found: (n: string) => `找到 ${n} 条`,
		types: { place: '地区', group: '都市圈与片区', member: '成员单位', project: '合作项目', event: '活动', partner: '域外伙伴' }
	},
	en: {
		label: 'Find places, members, projects, events',
		found: (n: string) => `${n} results`,
		types: { place: 'Places', group: 'Region groups', member: 'Members', project: 'Projects', event: 'Events', partner: 'Outside partners' }
	}
});

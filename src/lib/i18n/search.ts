import { messages } from './messages.ts';

/** Words of the search page. */
export const searchText = messages({
	'zh-CN': {
		label: '查找地区、成员、项目、活动',
		suggestions: '建议',
		all: '查看全部结果',
		close: '关闭搜索',
		failed: '暂时无法给出建议，请按回车打开搜索页。',
		found: (n: string) => `找到 ${n} 条`,
		types: { place: '地区', group: '都市圈与片区', member: '成员单位', project: '合作项目', event: '活动', partner: '域外伙伴' }
	},
	en: {
		label: 'Find places, members, projects, events',
		suggestions: 'Suggestions',
		all: 'See all results',
		close: 'Close search',
		failed: 'Suggestions cannot be had right now: press Enter for the search page.',
		found: (n: string) => (n === '1' ? '1 result' : `${n} results`),
		types: { place: 'Places', group: 'Region groups', member: 'Members', project: 'Projects', event: 'Events', partner: 'Outside partners' }
	}
});

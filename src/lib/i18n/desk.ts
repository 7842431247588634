import type { Revision } from '#domain/record.ts';
import { messages } from './messages.ts';

const changes = {
	'zh-CN': { create: '新增', update: '修改', retire: '停用', restore: '恢复' },
	en: { create: 'made', update: 'changed', retire: 'retired', restore: 'restored' }
} satisfies Record<string, Record<Revision['change'], string>>;

/** Words of the desk's first page: what is due, and what was recorded last. */
export const deskText = messages({
	'zh-CN': {
		title: '今日',
		targets: '落后或有风险的目标',
		targetsNone: '没有落后或有风险的目标。',
		imports: '等待处理的导入',
		overdue: '逾期的下一步',
		overdueNone: '没有逾期的下一步。',
		soon: '今天与未来七天',
		soonNone: '未来七天没有约定的下一步。',
		stalled: '停滞的意向单位',
		stalledNone: '没有停滞的意向单位。',
		items: (n: string) => `${n} 项`,
		more: (n: string) => `另有 ${n} 项`,
		days: (n: string) => `在此阶段 ${n} 天`,
		nobody: '无人负责',
		noStep: '未写明下一步',
		latest: '最近登记',
		latestNone: '尚无登记。',
		batch: '成批登记',
		count: (what: string, n: string) => `${what} ${n} 条`,
		by: (name: string, moment: string) => `${name}，${moment}`,
		changes: changes['zh-CN']
	},
	en: {
		title: 'Today',
		targets: 'Targets behind or at risk',
		targetsNone: 'No target is behind or at risk.',
		imports: 'Imports that wait for somebody',
		overdue: 'Overdue next steps',
		overdueNone: 'No next step is overdue.',
		soon: 'Today and the next seven days',
		soonNone: 'No next step falls in the next seven days.',
		stalled: 'Stalled prospects',
		stalledNone: 'No prospect is stalled.',
		items: (n: string) => (n === '1' ? '1 item' : `${n} items`),
		more: (n: string) => `${n} more`,
		days: (n: string) => (n === '1' ? '1 day at this stage' : `${n} days at this stage`),
		nobody: 'nobody in charge',
		noStep: 'no next step written down',
		latest: 'Recorded last',
		latestNone: 'Nothing has been recorded yet.',
		batch: 'Recorded together',
		count: (what: string, n: string) => `${n} × ${what}`,
		by: (name: string, moment: string) => `${name}, ${moment}`,
		changes: changes.en
	}
});

import { messages } from './messages.ts';

/** Words of the wall. */
export const wallText = messages({
	'zh-CN': {
		wall: '大屏',
		live: '实时',
		stale: (time: string) => `数据停于 ${time}`,
		/** For those who do not see the dot. */
		status: '数据状态',
		turn: (n: string, of: string) => `${n} / ${of}`,
		turnOf: (n: string, of: string) => `第 ${n} 屏，共 ${of} 屏`,
		controls: '播放控制',
		previous: '上一屏',
		next: '下一屏',
		pause: '暂停',
		resume: '继续播放',
		paused: '已暂停',
		fullscreen: '全屏',
		leave: '回到网站',
		phone: '扫码在手机上查看',
		members: (total: string) => `成员单位 ${total} 家`,
		noMembers: '暂无登记成员',
		cities: (n: string) => `有成员的城市 ${n} 座`,
		events: (total: string) => `活动 ${total} 场`,
		noEvents: '尚无登记的活动',
		failed: '这一屏暂时无法显示，稍后会自动重试。',
		demo: '演示数据，均为虚构示例',
		asOf: (day: string) => `截至${day}`,
		known: (day: string) => `按${day}已有的记录`
	},
	en: {
		wall: 'Wall',
		live: 'Live',
		stale: (time: string) => `Stale since ${time}`,
		status: 'State of the data',
		turn: (n: string, of: string) => `${n} / ${of}`,
		turnOf: (n: string, of: string) => `View ${n} of ${of}`,
		controls: 'Playback',
		previous: 'Previous view',
		next: 'Next view',
		pause: 'Pause',
		resume: 'Resume',
		paused: 'Paused',
		fullscreen: 'Full screen',
		leave: 'Back to the site',
		phone: 'Open on your phone',
		members: (total: string) => (total === '1' ? '1 member' : `${total} members`),
		noMembers: 'No recorded member yet',
		cities: (n: string) => (n === '1' ? '1 city with members' : `${n} cities with members`),
		events: (total: string) => (total === '1' ? '1 event' : `${total} events`),
		noEvents: 'No recorded event yet',
		failed: 'This view cannot be shown right now; it will be tried again by itself.',
		demo: 'Demonstration data, all invented',
		asOf: (day: string) => `As of ${day}`,
		known: (day: string) => `as recorded by ${day}`
	}
});

import { messages } from './messages.ts';

/** Words of the error pages. */
export const errorText = messages({
	'zh-CN': {
		missingTitle: '没有这个页面',
		missing: (path: string) => `地址 ${path} 没有对应的内容，可能是代码或编号有误。`,
		badTitle: '这个请求无法理解',
		bad: '地址或提交的内容有误，请检查后重试。',
		signInTitle: '请先登录',
		signIn: '此处仅供登录的工作人员使用。登录可能已过期，请重新登录。',
		signInLink: '登录',
		forbiddenTitle: '您的权限不足',
		forbidden: '您的账户不能使用这一页。如工作需要，请管理员调整权限。',
		busyTitle: '尝试次数过多',
		busy: '请过几分钟再试。',
		desk: '回到工作台',
		failedTitle: '页面暂时无法显示',
		failed: '服务器处理这一请求时出错，记录未受影响。请稍后再试。',
		number: (id: string) => `错误编号：${id}。`,
		suggestions: '您要找的可能是',
		all: (list: string) => `全部${list}`,
		home: '回到覆盖总览',
		search: '搜索'
	},
	en: {
		missingTitle: 'There is no such page',
		missing: (path: string) => `Nothing stands at ${path}; the code or identifier may be mistyped.`,
		badTitle: 'This request makes no sense',
		bad: 'The address or what was sent is malformed. Please check it and try again.',
		signInTitle: 'Please sign in',
		signIn: 'This is for staff who are signed in. Your session may have ended; please sign in again.',
		signInLink: 'Sign in',
		forbiddenTitle: 'Your role does not allow this',
		forbidden: 'Your account may not use this page. If your work needs it, ask an administrator.',
		busyTitle: 'Too many tries',
		busy: 'Please try again in a few minutes.',
		desk: 'Back to the desk',
		failedTitle: 'This page cannot be shown right now',
		failed: 'The server failed while answering; the record is not affected. Please try again in a moment.',
		number: (id: string) => ` Error number: ${id}.`,
		suggestions: 'You may be looking for',
		all: (list: string) => `All ${list.toLowerCase()}`,
		home: 'Back to the overview',
		search: 'Search'
	}
});

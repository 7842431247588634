import type { Locale } from '#domain/locale.ts';
import { messages } from './messages.ts';
import { formatNumber } from './number.ts';

/** Words of signing in and of one's own account. */
export const accountText = messages({
	'zh-CN': {
		signIn: '登录',
		signInHint: '供联盟工作人员使用。账户由管理员邀请开通。',
		email: '电子邮箱',
		password: '密码',
		forgotten: '忘记密码？请管理员为您生成重设链接。',
		refused: {
			credentials: '邮箱或密码不对。请核对后再试。',
			code: '验证码不对。请核对后再试。',
			expired: '登录已超时，请重新输入邮箱和密码。'
		},
		tries: (minutes: string) => `尝试次数过多，请约 ${minutes} 分钟后再试。`,
		missing: '请填写此项。',
		codeTitle: '输入验证码',
		codeHint: '打开手机上的身份验证器，输入当前显示的 6 位数字。',
		code: '验证码',
		recoveryTitle: '使用恢复码',
		recoveryHint: '手机不在身边时，可用一个恢复码代替；每个恢复码只能使用一次。',
		recovery: '恢复码',
		confirm: '确认',
		startOver: '重新登录',
		signedInAs: (name: string) => `您已以「${name}」的身份登录。`,
		toDesk: '进入工作台'
	},
	en: {
		signIn: 'Sign in',
		signInHint: 'For the alliance’s staff. Accounts are opened by an administrator’s invitation.',
		email: 'E-mail address',
		password: 'Password',
		forgotten: 'Forgot your password? Ask an administrator for a link that sets a new one.',
		refused: {
			credentials: 'E-mail address or password is not right. Please check both and try again.',
			code: 'The code is not right. Please check it and try again.',
			expired: 'The sign-in took too long. Please enter e-mail address and password again.'
		},
		tries: (minutes: string) => `Too many tries. Please try again in about ${minutes} min.`,
		missing: 'Please fill this in.',
		codeTitle: 'Enter your code',
		codeHint: 'Open the authenticator on your phone and enter the six digits it shows now.',
		code: 'Code',
		recoveryTitle: 'Use a recovery code',
		recoveryHint: 'Without your phone at hand, one recovery code will do; each is good once.',
		recovery: 'Recovery code',
		confirm: 'Confirm',
		startOver: 'Start over',
		signedInAs: (name: string) => `You are signed in as ${name}.`,
		toDesk: 'Go to the desk'
	}
});

/** Why a sign-in was refused, in words. */
export function refusalText(refused: { refused: 'credentials' | 'code' | 'expired' } | { refused: 'tries'; retryAfter: number }, locale: Locale): string {
	const t = accountText[locale];
	return refused.refused === 'tries' ? t.tries(formatNumber(Math.max(1, Math.ceil(refused.retryAfter / 60)), locale)) : t.refused[refused.refused];
}

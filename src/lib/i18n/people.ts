import type { Locale } from '#domain/locale.ts';
import { PASSWORD_LENGTH } from '#domain/person.ts';
import { messages } from './messages.ts';

/** Words of people, of the links that make accounts, and of what is wrong with what was filled in. */
export const peopleText = messages({
	'zh-CN': {
		title: '人员',
		count: (n: string) => `${n} 人`,
		name: '姓名',
		email: '电子邮箱',
		role: '权限',
		factor: '两步验证',
		factorOn: '已开启',
		factorOff: '未开启',
		lastSeen: '最近使用',
		never: '尚未使用',
		since: '开通',
		state: '状态',
		active: '在用',
		deactivated: (day: string) => `${day}停用`,
		you: '本人',
		invite: '邀请',
		inviteHint: '生成一个一次性链接，请自行转交本人；系统不发送邮件。链接七天内有效。',
		inviteName: '姓名（供您辨认，本人可更改）',
		makeLink: '生成邀请链接',
		open: '尚未使用的链接',
		openNone: '没有尚未使用的链接。',
		purpose: { setup: '初始设置', invite: '邀请', password: '重设密码' },
		until: (moment: string) => `${moment}前有效`,
		withdraw: '撤回',
		withdrawOf: (label: string) => `撤回给${label}的链接`,
		withdrawn: '链接已撤回。',
		fresh: { setup: '', invite: (label: string) => `给${label}的邀请链接`, password: (label: string) => `${label}的重设密码链接` },
		freshHint: (moment: string) => `只显示这一次，只能使用一次，${moment}前有效。请通过可靠的渠道转交本人。`,
		copy: '复制链接',
		copied: '已复制',
		giveRole: '更改权限',
		save: '保存',
		password: '重设密码',
		passwordHint: '忘记密码时，生成一个 24 小时内有效的一次性链接。使用后，此人在其他设备上的登录全部结束。',
		makePasswordLink: '生成重设密码链接',
		resetFactor: '关闭两步验证',
		resetFactorHint: '手机遗失且没有恢复码时使用。此人的登录全部结束，下次登录只需密码。',
		deactivate: '停用',
		deactivateHint: '此人立即退出登录，不能再进入；其所做的记录与历史保留。',
		reactivate: '重新启用',
		done: '已完成。',
		last: '这是唯一的管理员。请先让另一人成为管理员。',
		same: '没有变化。'
	},
	en: {
		title: 'People',
		count: (n: string) => (n === '1' ? '1 person' : `${n} people`),
		name: 'Name',
		email: 'E-mail address',
		role: 'Role',
		factor: 'Second factor',
		factorOn: 'on',
		factorOff: 'off',
		lastSeen: 'Last used',
		never: 'not yet',
		since: 'Since',
		state: 'State',
		active: 'active',
		deactivated: (day: string) => `deactivated ${day}`,
		you: 'you',
		invite: 'Invite',
		inviteHint: 'Makes a link that is good once, for you to hand on; no e-mail is sent. It is good for seven days.',
		inviteName: 'Name (for you to tell whose it is; the person may change it)',
		makeLink: 'Make an invitation link',
		open: 'Links not used yet',
		openNone: 'No link is waiting to be used.',
		purpose: { setup: 'Set-up', invite: 'Invitation', password: 'New password' },
		until: (moment: string) => `good until ${moment}`,
		withdraw: 'Withdraw',
		withdrawOf: (label: string) => `Withdraw the link for ${label}`,
		withdrawn: 'The link has been withdrawn.',
		fresh: { setup: '', invite: (label: string) => `Invitation link for ${label}`, password: (label: string) => `Link for a new password of ${label}` },
		freshHint: (moment: string) => `Shown this once, good once, until ${moment}. Hand it on by a channel you trust.`,
		copy: 'Copy the link',
		copied: 'Copied',
		giveRole: 'Change the role',
		save: 'Save',
		password: 'New password',
		passwordHint: 'For a forgotten password: a link that is good once, for 24 hours. Once it is used, the person is signed out everywhere else.',
		makePasswordLink: 'Make a link for a new password',
		resetFactor: 'Take the second factor away',
		resetFactorHint: 'For a lost phone without recovery codes. The person is signed out everywhere; the password alone is enough the next time.',
		deactivate: 'Deactivate',
		deactivateHint: 'The person is signed out at once and cannot come back in; records and history by the person remain.',
		reactivate: 'Activate again',
		done: 'Done.',
		last: 'This is the only administrator. Make somebody else one first.',
		same: 'Nothing has changed.'
	}
});

const COMPLAINTS: Record<Locale, Readonly<Record<string, string>>> = {
	'zh-CN': {
		empty: '请填写此项。',
		too_long: '太长了。',
		too_short: `至少 ${PASSWORD_LENGTH.least} 个字符。`,
		too_simple: '太简单了，请用更多不同的字符。',
		email: '这不是一个邮箱地址。',
		taken: '这个邮箱已有账户。',
		differs: '两次输入的密码不一致。',
		same: '新密码与现在的密码相同。',
		wrong: '不对，请核对后再试。',
		role: '请选择权限。',
		url: '这不是一个网址。',
		approval: '审图号应含编号数字，如苏S(2026)001号。'
	},
	en: {
		empty: 'Please fill this in.',
		too_long: 'This is too long.',
		too_short: `At least ${PASSWORD_LENGTH.least} characters.`,
		too_simple: 'This is too simple: use more different characters.',
		email: 'This is no e-mail address.',
		taken: 'This address has an account already.',
		differs: 'The two passwords differ.',
		same: 'This is the password you have now.',
		wrong: 'This is not right. Please check it and try again.',
		role: 'Please choose a role.',
		url: 'This is no web address.',
		approval: 'An approval number has digits in it, such as 苏S(2026)001号.'
	}
};

/** What is wrong with a field, in words; null where nothing is. */
export function complaintText(code: string | null | undefined, locale: Locale): string | null {
	if (!code) return null;
	return COMPLAINTS[locale][code] ?? (locale === 'en' ? 'This does not fit.' : '此项填写有误。');
}

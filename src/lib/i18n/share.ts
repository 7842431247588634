import { messages } from './messages.ts';

/** Words of share links and of a private installation. */
export const shareText = messages({
	'zh-CN': {
		title: '分享链接',
		ask: '这个链接设有密码。',
		password: '密码',
		open: '打开',
		wrong: '密码不对，请核对后再试。',
		privateTitle: '此站点未公开',
		privateText: '本站内容仅供内部使用。如需查看，请向联盟索取分享链接。'
	},
	en: {
		title: 'Shared link',
		ask: 'This link is protected by a password.',
		password: 'Password',
		open: 'Open',
		wrong: 'The password is not right. Please check it and try again.',
		privateTitle: 'This site is not public',
		privateText: 'Its content is for internal use. To see it, ask the alliance for a share link.'
	}
});

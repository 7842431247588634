import type { Locale } from '#domain/locale.ts';
import type { Role } from '#domain/role.ts';
import { messages } from './messages.ts';

/** One entry of the navigation of signed-in work. */
export type StaffPage = {
	/** Its address without language; everything below it belongs to it. */
	readonly path: string;
	/** The least role that sees it. */
	readonly needs: Role;
	readonly text: Readonly<Record<Locale, string>>;
};

/** The navigation of signed-in work, in order: daily work first, what administrators keep last. */
export const STAFF_PAGES: readonly StaffPage[] = [
	{ path: '/staff', needs: 'viewer', text: { 'zh-CN': '今日', en: 'Today' } },
	{ path: '/staff/records', needs: 'viewer', text: { 'zh-CN': '记录', en: 'Records' } },
	{ path: '/staff/changes', needs: 'viewer', text: { 'zh-CN': '改动', en: 'Changes' } },
	{ path: '/staff/prospects', needs: 'viewer', text: { 'zh-CN': '意向单位', en: 'Prospects' } },
	{ path: '/staff/next', needs: 'viewer', text: { 'zh-CN': '空白点', en: 'Where next' } },
	{ path: '/staff/what-if', needs: 'viewer', text: { 'zh-CN': '情景推演', en: 'What if' } },
	{ path: '/staff/playlists', needs: 'editor', text: { 'zh-CN': '大屏播放列表', en: 'Playlists' } },
	{ path: '/staff/shares', needs: 'editor', text: { 'zh-CN': '分享链接', en: 'Share links' } },
	{ path: '/staff/embeds', needs: 'viewer', text: { 'zh-CN': '嵌入', en: 'Embeds' } },
	{ path: '/staff/import', needs: 'editor', text: { 'zh-CN': '导入导出', en: 'Import' } },
	{ path: '/staff/targets', needs: 'viewer', text: { 'zh-CN': '目标', en: 'Targets' } },
	{ path: '/staff/people', needs: 'admin', text: { 'zh-CN': '人员', en: 'People' } },
	{ path: '/staff/settings', needs: 'admin', text: { 'zh-CN': '设置', en: 'Settings' } }
];

/** Words of the frame around signed-in work. */
export const staffText = messages({
	'zh-CN': {
		title: '工作台',
		nav: '工作台导航',
		publicSite: '公开页面',
		account: (name: string) => `${name}的账户`,
		signOut: '退出登录',
		unsaved: '有改动尚未保存。确定离开吗？',
		roles: { viewer: '查看', editor: '编辑', admin: '管理' },
		roleHints: {
			viewer: '可查看目标与意向单位，不作改动',
			editor: '可登记与修改各类记录',
			admin: '另可管理人员与设置'
		}
	},
	en: {
		title: 'Desk',
		nav: 'Desk',
		publicSite: 'Public pages',
		account: (name: string) => `Account of ${name}`,
		signOut: 'Sign out',
		unsaved: 'There are changes that are not saved. Leave anyway?',
		roles: { viewer: 'Viewer', editor: 'Editor', admin: 'Administrator' },
		roleHints: {
			viewer: 'sees targets and prospects, changes nothing',
			editor: 'records and changes records',
			admin: 'also keeps people and settings'
		}
	}
});

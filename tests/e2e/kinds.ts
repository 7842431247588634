/** One page of every kind, by its address in Chinese. */
export const KINDS = [
	'/',
	'/provinces/320000',
	'/cities/320200',
	'/districts/320214',
	'/groups/yrd_core_27',
	'/members',
	'/members/hongdou-jituan',
	'/projects',
	'/projects/yanjiu-keti-2021',
	'/events',
	'/events/liuchengshi-jiameng-2023',
	'/partners',
	'/partners/guoji-shinei-gaoerfu-xiehui',
	'/sources',
	'/sources/wuxi-ribao-2023-09-27',
	'/figures/members',
	'/figures/reported',
	'/figures/cities',
	'/open-data',
	'/search?q=wuxi',
	'/cities/320500',
	'/?at=2019-12-31',
	'/cities/999999'
] as const;

export const LOCALES = ['zh-CN', 'en'] as const;

/** A page's address in a language. */
export function inLanguage(path: string, locale: (typeof LOCALES)[number]): string {
	if (locale === 'zh-CN') return path;
	return path === '/' || path.startsWith('/?') ? `/en${path.slice(1)}` : `/en${path}`;
}

/**
 * Every way into the server that is for everybody, by its route, its action (`route?/name`) or its method (`POST route`).
 * A new one outside /staff fails the test of rights until it stands here; those below /staff say themselves whom they are
 * for, by the role they require first of all.
 */
export const FOR_EVERYBODY: readonly string[] = [
	'/',
	'GET /api/v1/[...operation]',
	'OPTIONS /api/v1/[...operation]',
	'fallback /api/v1/[...operation]',
	'/cities/[code]',
	'/compare',
	'/districts/[code]',
	'GET /embed/[...path]',
	'POST /embed/seen',
	'/events',
	'/events/[id]',
	'/figures/[figure]',
	'/groups/[id]',
	'GET /healthz',
	'/links',
	'GET /live',
	'HEAD /live',
	'/login',
	'/login?/in',
	'/login?/out',
	'/login/code',
	'/login/code?/code',
	'/login/code?/recovery',
	'/members',
	'/members/[id]',
	'/partners',
	'/partners/[id]',
	'/projects',
	'/projects/[id]',
	'/provinces/[code]',
	'GET /readyz',
	'/search',
	'GET /search/suggest',
	'/setup/[token]',
	'/setup/[token]?/default',
	'GET /shapes/[shape]/[...view]',
	'OPTIONS /shapes/[shape]/[...view]',
	'fallback /shapes/[shape]/[...view]',
	'/share/[token]',
	'/share/[token]?/default',
	'/sources',
	'/sources/[id]',
	'/wall',
	'GET /wall/turns'
];

/** What only administrators may see and do: these routes and all below them. */
export const FOR_ADMINS: readonly string[] = ['/staff/people', '/staff/settings'];

/** What stands for the parameters of a route where any will do. */
export const EXAMPLES: Readonly<Record<string, string>> = {
	'/cities/[code]': '/cities/320200',
	'/districts/[code]': '/districts/320205',
	'/events/[id]': '/events/chengli-2020',
	'/figures/[figure]': '/figures/members',
	'/groups/[id]': '/groups/yrd_core_27',
	'/members/[id]': '/members/hongdou-jituan',
	'/partners/[id]': '/partners/guoji-shinei-gaoerfu-xiehui',
	'/projects/[id]': '/projects/yanjiu-keti-2021',
	'/provinces/[code]': '/provinces/320000',
	'/sources/[id]': '/sources/wuxi-ribao-2023-09-27'
};

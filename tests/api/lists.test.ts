import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CROWD, crowdFacts } from '#tests/records/crowd.ts';
import { filledDatabase, type FilledDatabase } from '#tests/records/filled.ts';
import { startServer, type RunningServer } from '#tests/server/start.ts';
import { ask, open } from './answer.ts';
import { all, only, section, words, type Element } from './document.ts';

let database: FilledDatabase;
let server: RunningServer;

beforeAll(async () => {
	database = await filledDatabase(crowdFacts);
	server = await startServer({ env: { DATABASE_URL: database.url } });
});
afterAll(async () => {
	await server?.stop();
	database?.remove();
});

/** The identifiers of the members that a page lists, in order. */
function listed(within: Element, folder = 'members'): string[] {
	const start = new RegExp(`^(?:/en)?/${folder}/([^?]+)`);
	return all(within, 'a').flatMap(({ attributes }) => start.exec(attributes.href ?? '')?.[1] ?? []);
}

const find = async (q: string, path = '/members'): Promise<string[]> =>
	listed(only(await open(server.origin, `${path}?q=${encodeURIComponent(q)}`), 'main'));

describe('the list of members', () => {
	test.each([
		...['红豆', '红豆集团', '  红豆  ', 'hongdou', 'HongDou', 'hongdoujituan', 'hdjt', 'HDJT', 'ｈｄｊｔ'],
		...['Hongdou Group', 'group hongdou', 'hodo']
	])('%j finds 红豆集团, and nothing else', async (q) => {
		expect(await find(q)).toEqual(['hongdou-jituan']);
		expect(await find(q, '/en/members')).toEqual(['hongdou-jituan']);
	});

	test('every word of a search must occur', async () => {
		expect(await find('无锡 研究')).toEqual(expect.arrayContaining(['wuxi-guojia-gaoxinqu-yanjiuyuan', 'wuxi-xinchanye-yanjiuhui']));
		expect(await find('无锡 hdjt')).toEqual([]);
	});

	test.each([
		['%', ['percent']],
		['100%', ['percent']],
		['_', ['underscore']],
		['甲_乙', ['underscore']],
		['甲%乙', []],
		['\\', ['backslash']],
		['丙_丁', []],
		['𠮷', ['rare']],
		["'", []],
		['"; drop table member; --', []]
	])('%j is taken literally', async (q, ids) => {
		expect(await find(q)).toEqual(ids);
	});

	test('nothing found is said, with the words that were looked for', async () => {
		expect(words(await open(server.origin, '/members?q=zzzz'))).toContain('没有与「zzzz」相符的记录');
		expect(words(await open(server.origin, '/en/members?q=zzzz'))).toContain('Nothing matches “zzzz”');
	});

	test.each([
		['5,000 letters', 'x'.repeat(5_000)],
		['1,500 characters', '红'.repeat(1_500)],
		['2,500 words', 'a+'.repeat(2_500)],
		['3,000 wildcards', '%25_%5C'.repeat(1_000)],
		['a null', '%00'],
		['half a character', '%ED%A0%BD'],
		['half an escape', '%E7%BA'],
		['pictures', '🏯'.repeat(60)]
	])('a text of %s is answered', async (_, q) => {
		for (const path of ['/members', '/projects', '/events', '/partners', '/search', '/en/search']) {
			const { status, page } = await ask(server.origin, `${path}?q=${q}`);
			expect(status, path).toBe(200);
			const field = only(page, 'input', ({ attributes }) => attributes.name === 'q');
			expect(field.attributes.value?.length ?? 0).toBeLessThanOrEqual(100);
		}
	});

	test('an address longer than a server takes is refused, and the next one answered', async () => {
		expect((await ask(server.origin, `/members?q=${'红'.repeat(5_000)}`)).status).toBe(431);
		expect(await find('hdjt')).toEqual(['hongdou-jituan']);
	});

	test.each([
		['/members', CROWD + 24],
		['/en/members', CROWD + 24],
		['/members?kind=enterprise', 86],
		['/members?q=zhongduo', CROWD],
		['/cities/320500', CROWD / 2],
		['/figures/members', CROWD + 24]
	])('%s is turned page by page: each member once, none left out (%i)', async (start, total) => {
		const seen: string[] = [];
		let path: string | undefined = start;
		for (let turns = 0; path && turns < 10; turns++) {
			const page: Element = await open(server.origin, path);
			const lists: Element[] = all(page, 'ol').filter((list) => listed(list).length > 0);
			expect(lists.length, path).toBe(1);
			const ids = listed(lists[0] as Element);
			expect(ids.length).toBeLessThanOrEqual(100);
			seen.push(...ids);
			path = all(page, 'a', ({ attributes }) => attributes.rel === 'next')[0]?.attributes.href;
		}
		expect(path).toBeUndefined();
		expect(new Set(seen).size).toBe(seen.length);
		expect(seen).toHaveLength(total);
	});

	test('a later page leads back to the first, and keeps the filter and the day', async () => {
		const first = await open(server.origin, '/members?kind=park&at=2024-06-01');
		expect(listed(only(first, 'main')).length).toBeLessThanOrEqual(100);
		const second = await open(server.origin, '/members?at=2024-06-01&theme=dark');
		const next = all(second, 'a', ({ attributes }) => attributes.rel === 'next')[0]?.attributes.href ?? '';
		expect(next).toMatch(/at=2024-06-01.*theme=dark.*after=/);
		const back = all(await open(server.origin, next), 'a', ({ attributes }) => attributes.href === '/members?at=2024-06-01&theme=dark');
		expect(back.length).toBeGreaterThan(0);
	});

	test.each([
		'kind=castle',
		'after=%00',
		'after=bm90aGluZw',
		'after=W10',
		'after=WyJhIiwiYiIsImMiXQ',
		'status=lost',
		'category=',
		'kind=park&kind=museum'
	])('%s is ignored or taken, never an error', async (query) => {
		for (const path of ['/members', '/projects', '/events'])
			expect((await ask(server.origin, `${path}?${query}`)).status, path).toBe(200);
	});

	test('a member that has left or not yet joined is not counted among those of the day', async () => {
		expect(await find('crowd')).toHaveLength(100);
		const before = await open(server.origin, '/members?at=2024-02-29');
		expect(listed(only(before, 'main'))).toHaveLength(20);
	});
});

describe('projects, events, sources, partners', () => {
	test('projects by status, by category and by words', async () => {
		const ids = async (query: string): Promise<string[]> => listed(only(await open(server.origin, `/projects?${query}`), 'main'), 'projects');
		expect(await ids('')).toHaveLength(9);
		expect(await ids('status=signed')).toHaveLength(3);
		expect(await ids('status=unknown')).toHaveLength(2);
		expect(await ids('category=research')).toEqual(['yanjiu-keti-2021']);
		expect(await ids('status=signed&category=research')).toEqual([]);
		expect(await ids('q=gaoerfu')).toEqual(['xieyi-guoji-shinei-gaoerfu-xiehui']);
		expect(await ids('q=golf')).toEqual(['xieyi-guoji-shinei-gaoerfu-xiehui']);
	});

	test('events by words, the newest first; all sources; all partners', async () => {
		expect(listed(only(await open(server.origin, '/events'), 'main'), 'events').slice(0, 1)).toEqual(['liuchengshi-jiameng-2023']);
		expect(listed(only(await open(server.origin, '/events?q=jiepai'), 'main'), 'events')).toEqual(['chengli-2020']);
		expect(new Set(listed(only(await open(server.origin, '/sources'), 'main'), 'sources')).size).toBeGreaterThanOrEqual(30);
		expect(listed(only(await open(server.origin, '/partners'), 'main'), 'partners')).toHaveLength(3);
	});
});

describe('search over everything', () => {
	const hits = async (q: string, locale = ''): Promise<string[]> =>
		all(only(await open(server.origin, `${locale}/search?q=${encodeURIComponent(q)}`), 'main'), 'a').map(({ attributes }) => attributes.href ?? '');

	test('places by name, pinyin and initials', async () => {
		expect(await hits('无锡')).toEqual(expect.arrayContaining(['/cities/320200', '/members/wuxi-qiyejia-xiehui']));
		expect(await hits('wuxi')).toContain('/cities/320200');
		expect(await hits('sz')).toEqual(expect.arrayContaining(['/cities/320500', '/cities/341300']));
		expect(await hits('xinwu')).toContain('/districts/320214');
		expect(await hits('anhui', '/en')).toContain('/en/provinces/340000');
	});

	test('groups, members, projects, events and partners', async () => {
		expect(await hits('苏锡常')).toContain('/groups/suxichang_metro');
		expect(await hits('hdjt')).toContain('/members/hongdou-jituan');
		expect(await hits('加盟')).toContain('/events/liuchengshi-jiameng-2023');
		const golf = await hits('高尔夫');
		expect(golf).toEqual(expect.arrayContaining(['/projects/xieyi-guoji-shinei-gaoerfu-xiehui', '/partners/guoji-shinei-gaoerfu-xiehui']));
	});

	test('says how many, is empty without a text, and bounded whatever is asked', async () => {
		expect(words(section(await open(server.origin, '/search?q=wuxi'), '地区'))).toContain('无锡');
		expect(await hits('')).toEqual([]);
		expect((await hits('zhongduo')).length).toBeLessThanOrEqual(100);
		expect((await hits('a')).length).toBeLessThanOrEqual(100);
	});
});

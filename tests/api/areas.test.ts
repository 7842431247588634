import { describe, expect, inject, test } from 'vitest';
import { ask, open } from './answer.ts';
import { all, only, rows, section, words, type Element } from './document.ts';

const origin = inject('origin');

/** The addresses of a section's links that begin so, in order. */
function links(within: Element, start: string): string[] {
	return all(within, 'a', ({ attributes }) => attributes.href?.startsWith(start) ?? false).map(({ attributes }) => attributes.href as string);
}

/** The row of an area's figures, each of which leads to its definition. */
function figuresOf(page: Element): Element {
	return only(page, 'dl', (dl) => links(dl, '#about-').length > 0);
}

describe('drilling down', () => {
	test('Wuxi lists its seven members and its agreements, with what is known of the districts', async () => {
		const page = await open(origin, '/cities/320200');
		const members = section(page, '成员');
		expect(links(members, '/members/').toSorted()).toEqual(
			[
				'hongdou-jituan',
				'ruisui-yinhang-wuxi-fenhang',
				'wuxi-guojia-gaoxinqu-yanjiuyuan',
				'wuxi-qiyejia-xiehui',
				'wuxi-wangzhuang-kechuang-zhongxin',
				'wuxi-xinchanye-yanjiuhui',
				'wuxi-xingzhou-gongye-yuanqu'
			].map((id) => `/members/${id}`)
		);
		expect(words(members)).toContain('锡山');
		expect(words(members)).toContain('区县待核实');
		const projects = words(section(page, '合作项目'));
		for (const partner of ['香港中华工商总会', '中国书画收藏家协会', '国际（室内）高尔夫协会']) expect(projects).toContain(partner);
		expect(projects).toContain('已签约');
		expect(links(page, '/events/')).toEqual(expect.arrayContaining(['/events/chengli-2020', '/events/liuchengshi-jiameng-2023']));
		const map = all(page, 'a', ({ attributes }) => /^\/districts\/3202\d\d$/.test(attributes.href ?? '') && attributes['aria-label'] !== undefined);
		expect(map.map(({ attributes }) => attributes['aria-label']).filter((label) => label?.startsWith('新吴区：成员 3 家'))).toHaveLength(1);
		expect(map).toHaveLength(7);
	});

	test('Chuzhou lists its three members, in English too', async () => {
		const ids = ['/members/chuzhou-jingkaiqu', '/members/chuzhou-langyaqu', '/members/zhongguo-jinsinanmu-bowuguan'];
		expect(links(section(await open(origin, '/cities/341100'), '成员'), '/members/').toSorted()).toEqual(ids);
		const english = await open(origin, '/en/cities/341100');
		expect(links(section(english, 'Members'), '/en/members/').toSorted()).toEqual(ids.map((id) => `/en${id}`));
		expect(words(only(english, 'h1'))).toBe('Chuzhou');
	});

	test('a city without members says so, and what lies around it', async () => {
		const page = await open(origin, '/cities/320500');
		expect(words(only(page, 'main'))).toMatch(/苏州市尚无登记成员/);
		const around = section(page, '相邻地区');
		expect(words(around)).toMatch(/无锡\s*7 家/);
		expect(words(around)).toMatch(/上海\s*2 家/);
	});

	test('the 27-city zone is 7 of 27, and lists all 27', async () => {
		const page = await open(origin, '/groups/yrd_core_27');
		expect(words(only(page, 'main')).replace(/\s/g, '')).toContain('7/27');
		const areas = all(only(page, 'section', ({ attributes }) => attributes['aria-labelledby'] === 'areas'), 'li');
		expect(areas).toHaveLength(27);
		expect(areas.filter((item) => /\d 家/.test(words(item)))).toHaveLength(7);
	});

	test('a group of districts counts districts', async () => {
		const page = await open(origin, '/groups/nanjing_metro_main');
		expect(words(only(page, 'main')).replace(/\s/g, '')).toMatch(/1\/23/);
	});

	test('a district lists its members and stands in its city', async () => {
		const page = await open(origin, '/districts/320214');
		expect(links(section(page, '成员'), '/members/')).toHaveLength(3);
		const trail = only(page, 'nav', ({ attributes }) => attributes['aria-label'] === '当前位置');
		expect(links(trail, '/')).toEqual(expect.arrayContaining(['/provinces/320000', '/cities/320200']));
	});

	test.each([
		['/cities/320200', ['7', '3', '2/7', '1/5']],
		['/provinces/320000', ['9', '3/13', '5']],
		['/groups/yrd_core_27', ['16', '7/27', '5']],
		['/groups/nanjing_metro_main', ['1', '1/23', '0']],
		['/en/districts/320205', ['1', '1/6']],
		['/cities/330300', ['0', '0', '0/12', '0/2']]
	])('every figure of %s opens to its definition, the records counted and their sources', async (path, values) => {
		const page = await open(origin, path);
		const figures = all(figuresOf(page), 'dd');
		expect(figures.map((dd) => words(all(dd, 'a')[0] as Element).replace(/[^\d/]/g, ''))).toEqual(values);
		const anchors = figures.map((dd) => (all(dd, 'a')[0] as Element).attributes.href?.slice(1));
		const about = only(page, 'section', ({ attributes }) => attributes['aria-labelledby'] === 'about');
		expect(all(about, 'dt').map(({ attributes }) => attributes.id)).toEqual(anchors);
		for (const definition of all(about, 'dd')) {
			expect(words(definition).length).toBeGreaterThan(30);
			const [records] = all(definition, 'a');
			expect(all(page, 'h2', ({ attributes }) => `#${attributes.id}` === records?.attributes.href), words(definition)).toHaveLength(1);
		}
		const sources = only(page, 'section', ({ attributes }) => attributes['aria-labelledby'] === 'sources');
		const language = path.startsWith('/en') ? '/en' : '';
		expect(links(sources, `${language}/sources/`).length > 0).toBe(values[0] !== '0');
	});

	test('a filter shortens its list and leaves the figures of the page alone', async () => {
		const page = await open(origin, '/cities/320200?kind=enterprise&status=signed&category=agreement');
		expect(links(section(page, '成员'), '/members/')).toHaveLength(3);
		expect(new Set(links(section(page, '合作项目'), '/projects/').filter((href) => /xieyi-/.test(href))).size).toBe(3);
		expect(words(all(figuresOf(page), 'dd')[0] as Element)).toMatch(/^7/);
		const none = await open(origin, '/cities/320200?status=completed');
		expect(words(section(none, '合作项目'))).toContain('没有符合筛选条件的项目');
	});

	test('a member, a project, an event and a source lead to each other', async () => {
		const member = await open(origin, '/members/xilian-gongye-yuanqu');
		expect(links(member, '/cities/320700').length).toBeGreaterThan(0);
		expect(links(member, '/projects/')).toEqual(expect.arrayContaining(['/projects/youhao-jiaoliu-xilian-yuanqu', '/projects/chanye-hezuo-lianyungang']));
		expect(links(member, '/sources/').length).toBeGreaterThan(0);
		expect(words(member)).toContain('2023年9月26日');
		const source = await open(origin, '/sources/wuxi-ribao-2023-09-27');
		expect(new Set(links(source, '/members/')).size).toBeGreaterThanOrEqual(8);
		expect(links(source, '/events/')).toEqual(expect.arrayContaining(['/events/liuchengshi-jiameng-2023']));
		const event = await open(origin, '/events/liuchengshi-jiameng-2023');
		expect(new Set(links(event, '/members/')).size).toBe(8);
	});

	test('what nobody reported is called so: no date, no status, no city', async () => {
		expect(words(await open(origin, '/events/lianyungang-kaocha'))).toContain('不晚于2023年9月26日');
		expect(words(await open(origin, '/projects/duijie-zoufang-2021'))).toMatch(/未报道/);
		expect(words(await open(origin, '/members/jiangnan-wenhua-yanjiu-zhongxin'))).toContain('地点待核实');
	});
});

describe('sums', () => {
	const DAYS = ['2020-11-20', '2020-11-21', '2021-06-30', '2023-09-25', '2023-09-26', null];

	test.each(DAYS)('map, table, kinds and provinces agree with the members of %s', async (at) => {
		const query = at ? `?at=${at}` : '';
		const page = await open(origin, `/${query}`);
		const list = only(page, 'dl', (dl) => all(dl, 'dt').length === 5);
		const [members = NaN, unplaced] = [/^(\d+)/, /(\d+) 家地点待核实/].map((pattern) => Number(pattern.exec(words(all(list, 'dd')[0] as Element))?.[1] ?? 0));
		const count = (text = ''): number => Number(/\d+/.exec(text)?.[0] ?? 0);
		const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

		const labels = all(page, 'a', ({ attributes }) => attributes.href?.startsWith('/cities/') === true && attributes['aria-label'] !== undefined).map(({ attributes }) => attributes['aria-label'] as string);
		const byMap = labels.map((label) => count(/成员 (\d+) 家/.exec(label)?.[1]));
		const kindsByMap = labels.map((label) => sum([...label.matchAll(/[^成员] (\d+) 家/g)].map(([, n]) => count(n))));
		const byTable = all(section(page, '各市一览'), 'table').flatMap(rows).map((row) => count(row[1]));
		const byKind = all(section(page, '成员类别'), 'tr').map((row) => count(words(all(row, 'td')[1] as Element)));
		const byProvince = rows(only(section(page, '覆盖进度'), 'table')).map((row) => count(row[3]));
		const covered = rows(only(section(page, '覆盖进度'), 'table')).map((row) => count(row[2]));

		expect(labels).toHaveLength(41);
		expect(byTable).toHaveLength(41);
		expect(byTable).toEqual(byMap);
		expect(kindsByMap).toEqual(byMap);
		expect(sum(byMap) + (unplaced ?? 0)).toBe(members);
		expect(sum(byProvince) + (unplaced ?? 0)).toBe(members);
		expect(sum(byKind)).toBe(members);
		expect(sum(covered)).toBe(byMap.filter((n) => n > 0).length);
		expect(words(all(list, 'dd')[2] as Element)).toMatch(new RegExp(`^${sum(covered)}\\s*/ ?41`));

		const listed = await open(origin, `/figures/members${query}`);
		expect(words(only(listed, 'h1'))).toContain(String(members));
		for (const code of ['310000', '320200', '341100']) {
			const city = await open(origin, `/cities/${code}${query}`);
			const [first] = all(figuresOf(city), 'dd');
			expect(count(words(first as Element))).toBe(byMap[labels.findIndex((label) => label.startsWith(words(only(city, 'h1'))))]);
		}
	});
});

describe('addresses', () => {
	test.each([
		['/cities/320205', '/districts/320205'],
		['/districts/320200', '/cities/320200'],
		['/districts/320000', '/provinces/320000'],
		['/provinces/310000', '/cities/310000'],
		['/provinces/320200', '/cities/320200'],
		['/cities/320000', '/provinces/320000'],
		['/en/cities/320205?at=2021-06-30&theme=dark', '/en/districts/320205?at=2021-06-30&theme=dark'],
		['/en/provinces/310000', '/en/cities/310000'],
		['/cities/320200/', '/cities/320200'],
		['/en/', '/en']
	])('%s leads to %s for good', async (from, to) => {
		const { status, headers } = await ask(origin, from);
		expect([301, 308]).toContain(status);
		const target = new URL(headers.get('location') ?? '', origin + from);
		expect(target.pathname + target.search).toBe(to);
		expect((await ask(origin, to)).status).toBe(200);
	});

	test.each([
		['/cities/320299', '/cities/320200'],
		['/cities/999999', null],
		['/districts/32021', null],
		['/provinces/wuxi', '/cities/320200'],
		['/groups/yrd_core_28', '/groups/yrd_core_27'],
		['/members/hongdou', '/members/hongdou-jituan'],
		['/en/members/hongdou', '/en/members/hongdou-jituan'],
		['/figures/towns', '/figures/cities'],
		['/members/nobody-of-that-name', '/members'],
		['/sources/wuxi-ribao', '/sources/wuxi-ribao-2023-09-27'],
		['/cities/%E6%97%A0%E9%94%A1', '/cities/320200'],
		['/projects/nothing-of-the-kind', null],
		['/events/0', null],
		['/partners/%20', null],
		['/sources/%F0%9F%98%80', null],
		['/cities/%3Cscript%3E', null],
		['/members/..%2F..%2Fetc%2Fpasswd', null],
		['/nowhere', null],
		[`/members/${'x'.repeat(3000)}`, null]
	])('%s is not there, and says what may be meant', async (path, suggestion) => {
		const { status, page } = await ask(origin, path);
		expect(status).toBe(404);
		expect(all(page, 'h1')).toHaveLength(1);
		const main = only(page, 'main');
		const ways = all(main, 'a').map(({ attributes }) => attributes.href as string);
		expect(ways.length).toBeGreaterThan(0);
		if (suggestion) expect(ways).toContain(suggestion);
		for (const way of ways) expect((await ask(origin, way)).status, way).toBe(200);
		expect(all(main, 'script')).toHaveLength(0);
	});

	test('a malformed address is the reader’s mistake, told as such', async () => {
		const { status, page } = await ask(origin, '/%E0%A4%A');
		expect(status).toBe(400);
		expect(all(page, 'h1')).toHaveLength(1);
	});

	test('/healthz and /readyz answer in plain words', async () => {
		for (const [path, text] of [
			['/healthz', 'ok\n'],
			['/readyz', 'ready\n']
		] as const) {
			const { status, headers, body } = await ask(origin, path);
			expect([status, body]).toEqual([200, text]);
			expect(headers.get('cache-control')).toBe('no-store');
		}
	});

	test('the stage pages of the tests are not there for visitors', async () => {
		for (const path of ['/stage/map', '/stage/charts', '/en/stage/map']) expect((await ask(origin, path)).status).toBe(404);
	});
});

import { describe, expect, inject, test } from 'vitest';
import { ask, open } from './answer.ts';
import { all, only, rows, section, words, type Element } from './document.ts';

const origin = inject('origin');

/** The headline figures in words, by their label. */
function figures(page: Element): Record<string, string> {
	const list = only(page, 'dl', (dl) => all(dl, 'dt').length >= 4);
	return Object.fromEntries(
		all(list, 'dt').map((label, i) => [words(label), words(all(list, 'dd')[i] as Element).replace(/\s*\/\s*/g, '/')])
	);
}

/** A table of coverage: `7/27` by the name of the area. */
function coverage(page: Element, heading: string): Record<string, string> {
	return Object.fromEntries(rows(only(section(page, heading), 'table')).map(([name, , ratio]) => [name, ratio?.replace(/\s/g, '')]));
}

describe('the dashboard on the recorded facts', () => {
	test('says in Chinese what is recorded, what was reported and by whom', async () => {
		const page = await open(origin, '/');
		const said = figures(page);
		expect(said['登记成员']).toMatch(/^20\s?家.*2 批加盟.*3 家地点待核实/);
		expect(said['公布口径']).toMatch(/^近\s?30.*无锡日报，2023-09-27/);
		expect(said['覆盖城市']).toMatch(/^8\/41.*7\/27/);
		expect(said['覆盖省市']).toMatch(/^4\/4/);
		expect(said['合作项目']).toMatch(/^9\s?项.*已签约 3.*进行中 1.*意向 3.*未报道 2/);
		expect(words(only(page, 'main'))).toMatch(/联盟已登记成员\s?20\s?家，分布在三省一市的\s?8\s?座城市；最近一批8家于2023年9月在无锡加盟，来自六座城市。/);
	});

	test('says the same in English', async () => {
		const said = figures(await open(origin, '/en'));
		expect(said['Members recorded']).toMatch(/^20.*2 batches.*3 not placed/);
		expect(said['Reported total']).toMatch(/^nearly\s?30.*, 2023-09-27/);
		expect(said['Cities covered']).toMatch(/^8\/41.*7 of 27/);
		expect(said['Provinces covered']).toMatch(/^4\/4/);
		expect(said['Projects']).toMatch(/^9.*Signed 3.*Active 1.*Intention 3.*2/);
	});

	test('counts coverage by province and by region group', async () => {
		for (const [path, provinces, groups] of [
			['/', '覆盖进度', '都市圈与片区'],
			['/en', 'Coverage', 'Region groups']
		] as const) {
			const page = await open(origin, path);
			const byProvince = Object.values(coverage(page, provinces));
			expect(byProvince).toEqual(['1/1', '3/13', '2/11', '2/16']);
			expect(Object.values(coverage(page, groups))).toEqual(expect.arrayContaining(['7/27', '7/26', '5/9', '3/8', '1/3', '0/8']));
		}
	});

	test('lists the members whose place nobody states beside the map, by name', async () => {
		const names = ['中国亚洲经济发展协会长三角发展部', '北京中关村上市公司协会长三角发展中心', '江南文化研究中心'];
		for (const [path, heading] of [
			['/', '地点待核实'],
			['/en', 'Location not verified']
		] as const) {
			const list = section(await open(origin, path), heading);
			expect(all(list, 'li').map(words)).toHaveLength(3);
			for (const name of names) expect(words(list)).toContain(name);
		}
	});

	test('draws the map, Taihu and the growth into the page itself', async () => {
		const page = await open(origin, '/');
		const areas = all(page, 'a', ({ attributes }) => /^\/cities\/\d{6}$/.test(attributes.href ?? '') && attributes['aria-label'] !== undefined);
		expect(areas).toHaveLength(41);
		for (const area of areas) expect(only(area, 'path').attributes.d).toMatch(/^m[-.\dhlvmz\s]{40,}/i);
		expect(words(section(page, '成员分布'))).toContain('太湖');
		const growth = section(page, '成员增长');
		expect(all(growth, 'svg').length).toBeGreaterThan(0);
		expect(words(growth)).toMatch(/近30家.*无锡日报/);
		expect(rows(only(growth, 'table')).map(([day, ...cells]) => [day, cells[7]])).toEqual(
			expect.arrayContaining([
				['2020-11-21', '12'],
				['2023-09-26', '20']
			])
		);
	});

	test('names the latest events, the newest first, and each leads to its page', async () => {
		const links = all(section(await open(origin, '/'), '最近活动'), 'a', ({ attributes }) => attributes.href?.startsWith('/events/') ?? false);
		expect(links.map(({ attributes }) => attributes.href)).toEqual(
			expect.arrayContaining(['/events/liuchengshi-jiameng-2023', '/events/lianyungang-kaocha', '/events/chengli-2020'])
		);
		expect(links.at(-1)?.attributes.href).toBe('/events/chengli-2020');
	});

	test('names the day of its data, the boundaries and their approval number', async () => {
		for (const path of ['/', '/en']) {
			const foot = words(only(await open(origin, path), 'footer'));
			expect(foot).toContain('GS(2024)0650');
			expect(foot).toMatch(/\d{4}-\d\d-\d\d/);
			expect(foot).toContain('Natural Earth');
		}
	});
});

describe('another day', () => {
	test('shows the state of that day everywhere, and nothing published later', async () => {
		const page = await open(origin, '/?at=2021-06-30');
		const said = figures(page);
		expect(said['登记成员']).toMatch(/^12\s?家.*1 批加盟.*3 家地点待核实/);
		expect(said['公布口径']).toMatch(/^12.*上观新闻/);
		expect(said['覆盖城市']).toMatch(/^2\/41/);
		expect(said['覆盖省市']).toMatch(/^2\/4/);
		// The growth chart may show what came later as later; what is counted and listed may not.
		const growth = section(page, '成员增长');
		const counted = [only(page, 'dl', (dl) => all(dl, 'dt').length === 5), section(page, '最近活动'), only(growth, 'details')];
		const label = all(growth, '*', ({ attributes }) => attributes.role === 'img').map(({ attributes }) => attributes['aria-label']);
		expect([...counted.map(words), ...label].join()).not.toMatch(/近\s?30|六城市加盟/);
		expect(words(page)).toContain('2021年6月30日');
		expect(words(section(await open(origin, '/cities/341100?at=2021-06-30'), '成员'))).not.toContain('滁州市琅琊区');
	});

	test('is empty before the founding, and says so', async () => {
		const page = await open(origin, '/?at=2019-12-31');
		expect(words(only(page, 'main'))).toContain('联盟尚无登记成员');
		expect(figures(page)['登记成员']).toMatch(/^0/);
		expect(figures(page)['公布口径']).toMatch(/^—/);
	});

	test('goes along with every link of the page, with the theme', async () => {
		for (const path of ['/', '/en', '/cities/320200', '/provinces/340000', '/groups/yrd_core_27', '/members', '/members/hongdou-jituan', '/figures/cities', '/projects/yanjiu-keti-2021', '/events/chengli-2020', '/sources/wuxi-ribao-2023-09-27', '/search?q=wuxi']) {
			const page = await open(origin, `${path}${path.includes('?') ? '&' : '?'}at=2023-10-01&theme=dark`);
			const links = all(page, 'a', ({ attributes }) => /^\/(?!\/)/.test(attributes.href ?? '')).map(({ attributes }) => attributes.href as string);
			const lost = links.filter((href) => !/[?&]at=2023-10-01\b/.test(href) && !/[?&]theme=dark\b/.test(href));
			const withoutDay = links.filter((href) => !href.includes('at=2023-10-01'));
			expect(lost, path).toEqual([]);
			expect(withoutDay, `${path}: only the way back to today`).toHaveLength(1);
		}
	});

	test.each(['2999-01-01', '2026-02-30', 'yesterday', '', '2021-6-30', "'; drop table member; --", '20210630', '-1'])(
		'that makes no sense is ignored: %j',
		async (at) => {
			const { status, page } = await ask(origin, `/?at=${encodeURIComponent(at)}`);
			expect(status).toBe(200);
			expect(figures(page)['登记成员']).toMatch(/^20/);
			expect(words(page)).not.toContain('正在查看');
		}
	);
});

describe('the page behind a figure', () => {
	test('every headline figure opens to its definition, the records counted and their sources', async () => {
		for (const prefix of ['', '/en']) {
			const list = only(await open(origin, prefix || '/'), 'dl', (dl) => all(dl, 'dt').length === 5);
			const links = all(list, 'a').map(({ attributes }) => attributes.href as string);
			expect(links).toEqual(['members', 'reported', 'cities', 'provinces', 'projects'].map((figure) => `${prefix}/figures/${figure}`));
			for (const href of links) expect(words(only(await open(origin, href), 'main'))).toMatch(/定义|Definition/);
		}
	});

	test('members: all twenty and the publications that name them', async () => {
		const page = await open(origin, '/figures/members');
		expect(all(section(page, '计入的记录'), 'li')).toHaveLength(20);
		expect(words(section(page, '所列记录的来源'))).toMatch(/上观新闻/);
		expect(words(section(page, '所列记录的来源'))).toMatch(/无锡日报/);
	});

	test('cities: eight covered and thirty-three not, by name', async () => {
		const page = await open(origin, '/figures/cities');
		expect(all(section(page, '已覆盖'), 'li').map((row) => words(row).slice(0, 2))).toEqual(
			expect.arrayContaining(['上海', '无锡', '南通', '连云', '嘉兴', '湖州', '马鞍', '滁州'])
		);
		expect(all(section(page, '已覆盖'), 'li')).toHaveLength(8);
		expect(all(section(page, '空白点'), 'li')).toHaveLength(33);
	});

	test('reported: each published number with its qualifier, day and publisher, none of them added up', async () => {
		const page = await open(origin, '/figures/reported');
		const nearly = section(page, '近30');
		expect(words(nearly)).toMatch(/2023年9月26日.*无锡日报/);
		const founding = all(page, 'section', (element) => words(element).includes('2020年11月21日'));
		expect(founding.map(words).join()).toMatch(/12.*上观新闻/);
	});

	test('projects and unplaced members', async () => {
		expect(words(only(await open(origin, '/figures/projects'), 'h1'))).toContain('9');
		expect(all(section(await open(origin, '/figures/unplaced'), '计入的记录'), 'li')).toHaveLength(3);
	});
});

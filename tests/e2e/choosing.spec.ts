import { expect, test, type Locator, type Page } from '@playwright/test';
import { watch } from './watch.ts';

async function open(page: Page, origin: string, address: string): Promise<() => string[]> {
	const { started, faults } = await watch(page, origin);
	await page.goto(origin + address);
	await started();
	return faults;
}

/** Chooses a link as a reader without a mouse does. */
async function press(link: Locator): Promise<void> {
	await link.focus();
	await link.press('Enter');
}

/** How classes are made where nobody asked. */
const USUAL = /^(按固定档次分级|每个数值一档|fixed classes|a class for each value)$/;

const figure = (page: Page): Locator => page.locator('main dl .value').first();
const chips = (page: Page, name: string): Locator => page.getByRole('list', { name });
const sentence = async (page: Page): Promise<string> => ((await page.locator('main p').first().textContent()) ?? '').replace(/\s+/g, ' ').trim();

test.describe('every filter', () => {
	for (const { path, filters, chosen, remove, clear, one } of [
		{
			path: '/',
			filters: [
				['table 成员类别', '只看企业', 'kind=enterprise', '企业'],
				['table 覆盖进度', '只看江苏', 'province=320000', '江苏省'],
				['table 都市圈与片区', '只看环太湖科创圈', 'group=taihu_science_circle', '环太湖科创圈'],
				['table 合作项目类型', '只看合作协议', 'category=agreement', '合作协议'],
				['city', '只看无锡', 'city=320200', '无锡市']
			],
			chosen: '已选筛选条件',
			remove: (text: string) => `取消筛选：${text}`,
			clear: '全部清除',
			one: 'pointer'
		},
		{
			path: '/en',
			filters: [
				['table Members by kind', 'Show only Enterprises', 'kind=enterprise', 'Enterprises'],
				['table Coverage', 'Show only Jiangsu', 'province=320000', 'Jiangsu'],
				['table Region groups', 'Show only Taihu science circle', 'group=taihu_science_circle', 'Taihu science circle'],
				['table Projects by category', 'Show only Agreement', 'category=agreement', 'Agreement'],
				['city', 'Show only Wuxi', 'city=320200', 'Wuxi']
			],
			chosen: 'Filters in force',
			remove: (text: string) => `Remove the filter ${text}`,
			clear: 'Clear all',
			one: 'keyboard'
		}
	] as const)
		test(`is chosen beside its row, stands in the address and as a chip, and is taken back: ${path} by ${one}`, async ({ page, baseURL }) => {
			const faults = await open(page, baseURL as string, path);
			const choose = (link: Locator): Promise<void> => (one === 'keyboard' ? press(link) : link.click());
			const before = await sentence(page);
			const said = new Set([before]);
			for (const [i, [, name, query, text]] of filters.entries()) {
				await choose(page.getByRole('main').getByRole('link', { name, exact: true }).first());
				await expect(page).toHaveURL(new RegExp(query));
				await expect(chips(page, chosen).getByRole('link', { name: remove(text), exact: true })).toBeVisible();
				await expect(chips(page, chosen).getByRole('listitem')).toHaveCount(i === 0 ? 1 : i + 2);
				await expect(async () => expect(said.has(await sentence(page)), 'the sentence says it').toBe(false)).toPass();
				said.add(await sentence(page));
			}
			await expect(page).toHaveURL(/kind=enterprise&province=320000&group=taihu_science_circle&city=320200&category=agreement$/);
			await expect(figure(page)).toHaveText('3');
			// The back button undoes the last; a chip undoes its own, whichever it is.
			await page.goBack();
			await expect(page).not.toHaveURL(/city=/);
			await choose(chips(page, chosen).getByRole('link', { name: remove(filters[1][3]), exact: true }));
			await expect(page).not.toHaveURL(/province=/);
			await expect(page).toHaveURL(/kind=enterprise&group=taihu_science_circle&category=agreement$/);
			await choose(chips(page, chosen).getByRole('link', { name: clear }));
			await expect(chips(page, chosen)).toHaveCount(0);
			await expect(figure(page)).toHaveText('20');
			await expect(async () => expect(await sentence(page)).toBe(before)).toPass();
			await page.goBack();
			await expect(chips(page, chosen).getByRole('listitem')).toHaveCount(4);
			expect(faults()).toEqual([]);
		});
});

test.describe('what the map shows', () => {
	const legend = (page: Page): Locator => page.getByRole('group', { name: /^(图例|Legend)/ });

	for (const { path, metrics, one } of [
		{ path: '/', metrics: ['合作项目', '项目连接的城市', '最近加盟年份', '距最近加盟年数', '成员'], one: 'keyboard' },
		{ path: '/en', metrics: ['Projects', 'Cities reached by projects', 'Newest join (year)', 'Years since the last join', 'Members'], one: 'pointer' }
	] as const)
		test(`is switched through all metrics, and sentence, legend, names and files follow: ${path} by ${one}`, async ({ page, baseURL, request }) => {
			const faults = await open(page, baseURL as string, path);
			const bar = page.getByRole('navigation', { name: /^(地图指标|Map shows)$/ });
			await expect(bar.getByRole('link')).toHaveCount(metrics.length);
			const wuxi = page.locator('main a[data-code="320200"]');
			const seen = new Set<string>();
			for (const [i, name] of metrics.entries()) {
				const link = bar.getByRole('link', { name, exact: true });
				if (one === 'keyboard') await press(link);
				else await link.click();
				await expect(link).toHaveAttribute('aria-current', 'true');
				const label = (await wuxi.getAttribute('aria-label')) ?? '';
				expect(seen.has(label), label).toBe(false);
				seen.add(label);
				const words = await sentence(page);
				// The same words are the description of the map, of the page, and the caption of its picture.
				const described = ((await page.getByRole('group', { name: /座城市|^Map of/ }).getAttribute('aria-describedby')) ?? '').split(' ')[0] ?? '';
				await expect(page.locator(`[id="${described}"]`)).toHaveText(words);
				await expect(page.locator('meta[name="description"]')).toHaveAttribute('content', words);
				const svg = await (await request.get(`${baseURL}${path === '/' ? '' : path}/dashboard.svg${new URL(page.url()).search}`)).text();
				const drawn = svg.replace(/<(style|defs)[^]*?<\/\1>/g, '').replace(/<[^>]+>/g, '').replace(/\s+/g, '');
				expect(drawn, name).toContain(words.replace(/\s+/g, ''));
				// In a picture it is told how classes were made only where it does not show: not of those that are the same on every map.
				const shown = (await legend(page).getByRole('listitem').allInnerTexts()).filter((text) => !USUAL.test(text.trim()));
				for (const text of shown) expect(drawn, name).toContain(text.replace(/\s+/g, ''));
				if (i === metrics.length - 1) await expect(page).not.toHaveURL(/metric=/);
			}
			expect(faults()).toEqual([]);
		});

	test('members of one kind are a metric of their own', async ({ page, baseURL }) => {
		await open(page, baseURL as string, '/');
		await press(page.getByRole('link', { name: '只看企业', exact: true }));
		await expect(page.getByRole('link', { name: /^无锡市：成员 3 家/ })).toHaveCount(1);
		await expect(page.getByRole('heading', { name: '成员分布' }).locator('xpath=..')).toContainText('企业');
	});

	test('classes by keyboard, in English: by quantile, of equal width, by own limits; the legend says how, and a nonsense is told', async ({ page, baseURL }) => {
		await open(page, baseURL as string, '/en');
		const summary = page.getByText('Classes', { exact: true });
		await summary.focus();
		await page.keyboard.press('Enter');
		for (const [name, query, words] of [
			['Quantile', 'quantile', 'classes by quantile'],
			['Equal', 'equal', 'classes of equal width']
		] as const) {
			await press(page.getByRole('link', { name, exact: true }));
			await expect(page).toHaveURL(new RegExp(`classes=${query}$`));
			await expect(legend(page)).toContainText(words);
		}
		const own = page.getByLabel('Own limits');
		await own.focus();
		await page.keyboard.type('9,1');
		await page.keyboard.press('Enter');
		await expect(page.getByRole('alert')).toContainText('rising whole numbers');
		await expect(own).toHaveValue('9,1');
		await own.fill('3');
		await page.keyboard.press('Enter');
		await expect(legend(page)).toContainText('classes by own limits');
		await expect(legend(page)).toContainText(/1–2\s*3 or more/);
		await press(page.getByRole('link', { name: 'Usual', exact: true }));
		await expect(page).not.toHaveURL(/classes=/);
		await expect(legend(page)).toContainText('fixed classes');
	});
});

test('outlines of region groups by keyboard, in English: four at most, each with its coverage and what is missing, taken off one by one', async ({ page, baseURL }) => {
	const faults = await open(page, baseURL as string, '/en');
	const lines = page.locator('main svg path.group');
	const outline = page.getByRole('link', { name: /^Outline .* on the map$/ });
	const all = await outline.count();
	expect(all).toBeGreaterThan(4);
	for (let i = 1; i <= 4; i++) {
		await press(outline.first());
		await expect(lines).toHaveCount(i);
	}
	await expect(outline, 'no fifth could be told apart').toHaveCount(0);
	const compared = page.locator('section').filter({ has: page.getByRole('heading', { name: 'The outlined groups compared' }) });
	await expect(compared.getByRole('listitem')).toHaveCount(4);
	for (const row of await compared.getByRole('listitem').all()) {
		const [, covered, of] = /(\d+) \/ (\d+)/.exec((await row.locator('b').textContent()) ?? '') ?? [];
		const named = /No member yet: (.*)$/.exec((await row.locator('p').innerText()).trim())?.[1]?.split(', ') ?? [];
		expect(named.length, await row.innerText()).toBe(Number(of) - Number(covered));
	}
	const dashes = await lines.evaluateAll((paths) => paths.map((path) => path.getAttribute('stroke-dasharray')));
	expect(new Set(dashes).size).toBe(4);
	for (let i = 3; i >= 0; i--) {
		await press(compared.getByRole('link', { name: /^Remove the outline of/ }).first());
		await expect(lines).toHaveCount(i);
	}
	await expect(compared).toHaveCount(0);
	await expect(page).not.toHaveURL(/outlines=/);
	await page.goBack();
	await expect(lines).toHaveCount(1);
	expect(faults()).toEqual([]);
});

for (const [path, cell, heading, record] of [
	['/links', '无锡—连云港，2 条联系', '无锡—连云港：合作项目 1 项、考察 1 次', /\/projects\//],
	['/en/links', 'Wuxi–Lianyungang, 2 links', 'Wuxi–Lianyungang: 1 project, 1 visit', /\/en\/projects\//]
] as const)
	test(`links between cities are reached by pointer: matrix, list, record, and the map goes to the city, ${path}`, async ({ page, baseURL }) => {
		await open(page, baseURL as string, path);
		await page.getByRole('link', { name: cell }).last().click();
		await expect(page).toHaveURL(/#link-320200-320700$/);
		const pair = page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3, name: heading }) });
		await expect(pair).toBeInViewport();
		await expect(page.locator('main .arcs a')).not.toHaveCount(0);
		await pair.getByRole('link').filter({ hasNot: page.locator('h3') }).first().click();
		await expect(page).toHaveURL(record);
		await page.goBack();
		await expect(page.getByRole('heading', { level: 3, name: heading })).toBeVisible();
	});

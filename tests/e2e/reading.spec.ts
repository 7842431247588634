import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test, type Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { startServer, type RunningServer } from '#tests/server/start.ts';
import { expectAgree, sums } from './sums.ts';
import { watch } from './watch.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds now, of any severity. */
async function findings(page: Page): Promise<string[]> {
	await page.evaluate(AXE);
	const { violations } = await page.evaluate(() => (window as unknown as { axe: { run(root: Document, options: object): Promise<AxeResults> } }).axe.run(document, { resultTypes: ['violations'] }));
	return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ target }) => target.join(' ')).join(' | ')}`);
}

async function open(page: Page, origin: string, address: string): Promise<() => string[]> {
	const { started, faults } = await watch(page, origin);
	await page.goto(origin + address);
	await started();
	return faults;
}

let demo: RunningServer | undefined;
test.beforeAll(async () => {
	test.setTimeout(180_000);
	demo = await startServer({ demo: true });
});
test.afterAll(() => demo?.stop());

for (const [data, address] of [
	['the record', '/'],
	['the record', '/en'],
	['the demonstration', '/'],
	['the demonstration', '/en?kind=park'],
	['the demonstration', '/?group=taihu_science_circle']
] as const)
	test(`map, chart and table of ${data} add up at some ten stops of ${address}`, async ({ page, baseURL }) => {
		const faults = await open(page, data === 'the record' ? (baseURL as string) : (demo?.origin as string), address);
		const slider = page.getByRole('slider', { name: /日期|Day/ });
		const stops = Number(await slider.getAttribute('max'));
		for (let i = 0; i <= 10; i++) {
			const index = Math.round((stops * i) / 10);
			await slider.fill(String(index));
			await expect(slider).toHaveValue(String(index));
			// The parts of the page follow within some frames of each other.
			await expect(async () => expectAgree(await sums(page), (await slider.getAttribute('aria-valuetext')) as string)).toPass();
		}
		expect(faults()).toEqual([]);
	});

test.describe('filters', () => {
	test('chosen by pointer anywhere, they narrow everything, stand in the address, and the back button undoes each', async ({ page, baseURL }) => {
		const asked: string[] = [];
		page.on('request', (request) => void (request.url().includes('__data.json') && asked.push(request.url())));
		const faults = await open(page, baseURL as string, '/');
		const figure = page.locator('main dl .value').first();
		await page.getByRole('link', { name: '只看江苏' }).click();
		await expect(figure).toHaveText('9');
		await page.getByRole('link', { name: '只看企业' }).click();
		await expect(figure).toHaveText('3');
		await expect(page).toHaveURL(/\?kind=enterprise&province=320000$/);
		await expect(page.getByRole('list', { name: '已选筛选条件' }).getByRole('listitem')).toHaveText([/企业/, /江苏省/, '全部清除']);
		await expect(page.getByRole('main')).toContainText('江苏省有登记企业类成员3家');
		await expect(async () => expectAgree(await sums(page), 'Jiangsu, enterprises')).toPass();
		await expect(page.getByRole('link', { name: '上海市：不在所选范围内' })).toHaveCount(1);
		expect(asked, 'the page holds all it takes').toEqual([]);
		await page.goBack();
		await expect(figure).toHaveText('9');
		await expect(page).toHaveURL(/\?province=320000$/);
		await page.goBack();
		await expect(figure).toHaveText('20');
		await expect(page.getByRole('list', { name: '已选筛选条件' })).toHaveCount(0);
		await page.goForward();
		await expect(figure).toHaveText('9');
		await page.reload();
		await expect(figure).toHaveText('9');
		await page.locator('main dl dd a').first().click();
		await expect(page).toHaveURL(/\/figures\/members\?province=320000$/);
		await expect(page.getByRole('heading', { level: 1 })).toContainText('9');
		await expect(page.getByRole('main')).toContainText('最近登记变更');
		await page.goBack();
		await expect(figure).toHaveText('9');
		expect(faults()).toEqual([]);
	});

	test('by keyboard: the bar applies on change, a chip removed hands on the focus', async ({ page, baseURL }) => {
		await open(page, baseURL as string, '/en');
		const figure = page.locator('main dl .value').first();
		await page.getByLabel('Region group', { exact: true }).focus();
		await page.keyboard.type('Taihu');
		await expect(page).toHaveURL(/group=taihu_science_circle/);
		await expect(figure).toHaveText('9');
		await page.getByLabel('Project category', { exact: true }).focus();
		await page.keyboard.type('Indu');
		await expect(page).toHaveURL(/category=industry/);
		const chip = page.getByRole('list', { name: 'Filters in force' }).getByRole('link', { name: 'Remove the filter Taihu science circle' });
		await chip.focus();
		await page.keyboard.press('Enter');
		await expect(figure).toHaveText('20');
		await expect(page.getByLabel('Kind of member', { exact: true })).toBeFocused();
		await expect(page.getByRole('status').filter({ hasText: 'As of' })).toContainText('category “Industry”');
		expect(await findings(page)).toEqual([]);
	});

	test('the slider after a filter, and the back button: address and page stay together', async ({ page, baseURL }) => {
		await open(page, baseURL as string, '/');
		await page.getByRole('link', { name: '只看江苏' }).click();
		await page.getByRole('slider', { name: '日期' }).focus();
		await page.keyboard.press('Home');
		await expect(page).toHaveURL(/at=2020-11-21&province=320000|province=320000&at=2020-11-21/);
		await expect(page.locator('main dl .value').first()).toHaveText('7');
		await page.goBack();
		await expect(page).toHaveURL(/:\d+\/$/);
		await expect(page.locator('main dl .value').first()).toHaveText('20');
	});

	test('places without anything in common say so', async ({ page, baseURL }) => {
		await open(page, baseURL as string, '/?province=340000&city=320200');
		await expect(page.getByRole('main')).toContainText('所选条件没有共同的范围');
		await expect(page.locator('main dl .value').first()).toHaveText('0');
		await page.getByRole('link', { name: '取消筛选：安徽省' }).click();
		await expect(page.locator('main dl .value').first()).toHaveText('7');
	});
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });
	test('the filters are a form and links, and the page is filtered by the server', async ({ page, baseURL }) => {
		await page.goto(`${baseURL}/`);
		await page.getByLabel('省市').selectOption('安徽');
		await page.getByRole('button', { name: '筛选', exact: true }).click();
		await expect(page).toHaveURL(/province=340000/);
		await expect(page.locator('main dl .value').first()).toHaveText('4');
		await page.getByRole('link', { name: '最近加盟年份' }).click();
		await expect(page.getByRole('link', { name: '滁州市：最近一次加盟在 2023 年' })).toHaveCount(1);
		await expect(page.getByRole('link', { name: '合肥市：从未有成员加盟' })).toHaveCount(1);
		await page.goto(`${baseURL}/en/search?q=wx`);
		await expect(page.getByRole('main').getByRole('link', { name: 'Wuxi', exact: true }).first()).toBeVisible();
	});
});

test.describe('what the map shows', () => {
	for (const [path, metric, area, cell] of [
		['/', '合作项目', '无锡市：合作项目 3 项', '3'],
		['/', '项目连接的城市', '无锡市：经合作项目连接 2 座城市', '2'],
		['/en', 'Newest join (year)', 'Nantong: newest join in 2023', '2023'],
		['/en', 'Years since the last join', 'Nantong: last join 3 years ago', '3']
	] as const)
		test(`${metric} on ${path}: map, legend, table and sentence`, async ({ page, baseURL }) => {
			await open(page, baseURL as string, path);
			const before = await page.locator('main .column').first().getByRole('group', { name: /图例|Legend/ }).innerText();
			await page.getByRole('link', { name: metric, exact: true }).click();
			await expect(page).toHaveURL(/metric=/);
			await expect(page.getByRole('link', { name: area, exact: true })).toHaveCount(1);
			await expect(page.getByRole('group', { name: /图例|Legend/ })).not.toHaveText(before);
			const name = area.split(/[：:]/)[0]!.replace('市', '');
			await expect(page.locator('#table').locator('xpath=ancestor::section').getByRole('row').filter({ hasText: name }).first()).toContainText(cell);
			const described = (await page.getByRole('group', { name: /座城市$|^Map of/ }).getAttribute('aria-describedby'))!.split(' ')[0]!;
			await expect(page.locator(`[id="${described}"]`)).toHaveText((await page.locator('main p').first().innerText()).trim());
			expect(await findings(page)).toEqual([]);
			await page.goBack();
			await expect(page).not.toHaveURL(/metric=/);
		});

	test('classes by quantile, by equal steps and by own limits; the legend says how; nonsense is told and kept', async ({ page, baseURL }) => {
		await open(page, baseURL as string, '/');
		const legend = page.getByRole('group', { name: '图例' });
		await page.getByText('分级', { exact: true }).click();
		await page.getByRole('link', { name: '等距' }).click();
		await expect(legend).toContainText('等距分级');
		const own = page.getByLabel('自定界限');
		await own.fill('5,3');
		await own.press('Enter');
		await expect(page.getByRole('alert')).toContainText('递增的整数');
		await expect(own).toHaveValue('5,3');
		await own.fill('2，6');
		await own.press('Enter');
		await expect(page).toHaveURL(/classes=2,6$/);
		await expect(legend).toContainText('按自定界限分级');
		await expect(legend).toContainText(/1\s*2–5\s*6 及以上/);
	});
});

test('region groups are outlined, told apart by dashes, and compared by name', async ({ page, baseURL }) => {
	await open(page, baseURL as string, '/');
	await page.getByRole('link', { name: '在地图上圈出环太湖科创圈' }).click();
	await expect(page).toHaveURL(/outlines=taihu_science_circle$/);
	await page.getByRole('link', { name: '在地图上圈出苏锡常都市圈' }).click();
	await expect(page).toHaveURL(/outlines=taihu_science_circle,/);
	const lines = page.locator('main svg path.group');
	await expect(lines).toHaveCount(2);
	const dashes = await lines.evaluateAll((paths) => paths.map((path) => path.getAttribute('stroke-dasharray')));
	expect(new Set(dashes).size).toBe(2);
	const compared = page.locator('section').filter({ has: page.getByRole('heading', { name: '圈出范围的比较' }) });
	await expect(compared.getByRole('listitem')).toHaveCount(2);
	await expect(compared.getByRole('listitem').first()).toContainText('3 / 8');
	await expect(compared.getByRole('listitem').first()).toContainText('尚无成员：嘉定、青浦、苏州、常州、宣城');
	expect(await findings(page)).toEqual([]);
	await page.goBack();
	await expect(lines).toHaveCount(1);
});

for (const [locale, path] of [
	['zh-CN', '/links'],
	['en', '/en/links']
] as const)
	test(`links between cities as arcs, matrix and words, ${locale}`, async ({ page, baseURL }) => {
		const faults = await open(page, baseURL as string, path);
		await expect(page.locator('main .arcs a')).toHaveCount(2);
		const cell = page.getByRole('link', { name: locale === 'en' ? 'Wuxi–Lianyungang, 2 links' : '无锡—连云港，2 条联系' });
		await expect(cell).toHaveCount(2);
		await cell.first().focus();
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(/#link-320200-320700$/);
		await expect(page.getByRole('heading', { level: 3 }).first()).toHaveText(locale === 'en' ? 'Wuxi–Lianyungang: 1 project, 1 visit' : '无锡—连云港：合作项目 1 项、考察 1 次');
		expect(await findings(page)).toEqual([]);
		await page.getByLabel(locale === 'en' ? 'Project category' : '项目类型').selectOption('research');
		await expect(page).toHaveURL(/category=research/);
		await expect(page.getByRole('heading', { level: 3 })).toHaveCount(1);
		expect(faults()).toEqual([]);
	});

test('links before anything was agreed say that there are none', async ({ page, baseURL }) => {
	await open(page, baseURL as string, '/links?at=2020-11-30');
	await expect(page.getByRole('main')).toContainText('尚无把不同城市联系起来的合作项目或考察');
});

test.describe('search from anywhere', () => {
	test('the key /, pinyin initials, arrows and Enter', async ({ page, baseURL }) => {
		const faults = await open(page, baseURL as string, '/members?at=2024-01-01');
		await page.keyboard.press('/');
		const field = page.getByRole('combobox', { name: '查找地区、成员、项目、活动' });
		await expect(field).toBeFocused();
		await page.keyboard.type('hdjt');
		await expect(page.getByRole('dialog').getByRole('option')).toHaveText([/红豆集团/]);
		await page.keyboard.press('ArrowDown');
		await expect(field).toHaveAttribute('aria-activedescendant', (await page.getByRole('dialog').getByRole('option').first().getAttribute('id')) as string);
		expect(await findings(page)).toEqual([]);
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(/\/members\/hongdou-jituan\?at=2024-01-01$/);
		await expect(page.getByRole('dialog')).toHaveCount(0);
		await expect(page.getByRole('heading', { level: 1, name: '红豆集团' })).toBeVisible();
		await expect(async () => {
			if ((await field.count()) === 0) await page.keyboard.press('/');
			await expect(field).toBeFocused({ timeout: 1000 });
		}).toPass();
		await page.keyboard.type('无锡');
		await expect(page.getByRole('dialog').getByRole('option').first()).toContainText('无锡市');
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(/\/search\?.*q=/);
		expect(faults()).toEqual([]);
	});

	test('by pointer, in English; Esc closes and gives the focus back; a failure is told calmly', async ({ page, baseURL }) => {
		await open(page, baseURL as string, '/en');
		await page.getByRole('link', { name: /^Search/ }).click();
		await page.getByRole('dialog').getByRole('combobox').fill('taihu');
		await expect(page.getByRole('dialog').getByRole('option').filter({ hasText: 'Taihu-rim' })).toBeVisible();
		await page.keyboard.press('Escape');
		await expect(page.getByRole('dialog')).toHaveCount(0);
		await expect(page.getByRole('link', { name: /^Search/ })).toBeFocused();
		await page.getByRole('link', { name: /^Search/ }).click();
		await page.getByRole('dialog').getByRole('combobox').fill('wuxi');
		await page.getByRole('dialog').getByRole('option').filter({ hasText: 'Wuxi' }).first().click();
		await expect(page).toHaveURL(/\/en\/cities\/320200$/);
		await expect(page.getByRole('heading', { level: 1, name: 'Wuxi' })).toBeVisible();
		await page.route('**/search/suggest**', (route) => route.abort());
		const field = page.getByRole('dialog').getByRole('combobox');
		await expect(async () => {
			if ((await field.count()) === 0) await page.keyboard.press('/');
			await expect(field).toBeFocused({ timeout: 1000 });
		}).toPass();
		await page.keyboard.type('x');
		await expect(page.getByRole('dialog').getByRole('status')).toContainText('Suggestions cannot be had');
	});
});

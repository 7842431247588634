import { expect, test, type Page } from '@playwright/test';
import { hold } from './held.ts';
import { watch } from './watch.ts';

/* What is chosen before the choice before has come back from the server: none is lost, and each is undone by itself. */

async function open(page: Page, origin: string, path: string): Promise<{ faults: () => string[]; answer: () => void }> {
	const { started, faults } = await watch(page, origin);
	await page.goto(path);
	await started();
	return { faults, answer: await hold(page, /__data\.json/) };
}

test('outlines of two region groups and a filter, chosen at once', async ({ page, baseURL }) => {
	const { faults, answer } = await open(page, baseURL as string, '/');
	const lines = page.locator('main svg path.group');
	await page.getByRole('link', { name: '在地图上圈出环太湖科创圈' }).click();
	await page.getByRole('link', { name: '在地图上圈出苏锡常都市圈' }).click();
	await page.getByRole('link', { name: '只看江苏' }).click();
	await page.getByRole('combobox', { name: '成员类别' }).selectOption('企业');
	await expect(lines).toHaveCount(0);
	answer();
	await expect(page).toHaveURL(/\?kind=enterprise&province=320000&outlines=taihu_science_circle,\w+$/);
	await expect(lines).toHaveCount(2);
	await expect(page.locator('main dl .value').first()).toHaveText('3');
	await page.goBack();
	await page.goBack();
	await expect(page.locator('main dl .value').first()).toHaveText('20');
	await expect(lines).toHaveCount(2);
	await page.goBack();
	await expect(lines).toHaveCount(1);
	expect(faults()).toEqual([]);
});

test('an outline drawn and taken off at once is off; the focus stays on its link', async ({ page, baseURL }) => {
	const { answer } = await open(page, baseURL as string, '/en');
	const link = page.getByRole('table', { name: 'Region groups' }).locator('[data-turn="ask"]').first();
	const steps = (): Promise<number> => page.evaluate(() => history.length);
	const before = await steps();
	await link.focus();
	await page.keyboard.press('Enter');
	await page.keyboard.press('Enter');
	answer();
	await expect.poll(steps).toBe(before + 2);
	await expect(page).toHaveURL(/\/en$/);
	await expect(link).toBeFocused();
	await page.goBack();
	await expect(page.locator('main svg path.group')).toHaveCount(1);
	await page.goForward();
	await expect(page.locator('main svg path.group')).toHaveCount(0);
});

test('the status and the category of projects, chosen at once', async ({ page, baseURL }) => {
	const { answer } = await open(page, baseURL as string, '/projects');
	await page.getByRole('navigation', { name: '状态' }).getByRole('link', { name: /^已签约/ }).click();
	await page.getByRole('navigation', { name: '类型' }).getByRole('link', { name: '产业合作' }).click();
	answer();
	await expect(page).toHaveURL(/\/projects\?category=industry&status=signed$/);
});

test('the category and the city of links, chosen at once, and both chips taken off at once', async ({ page, baseURL }) => {
	const { answer } = await open(page, baseURL as string, '/links');
	await page.getByLabel('项目类型', { exact: true }).selectOption('产业合作');
	await page.getByLabel('城市', { exact: true }).selectOption('无锡');
	answer();
	await expect(page).toHaveURL(/\/links\?city=320200&category=industry$/);
	await page.unroute(/__data\.json/);
	const release = await hold(page, /__data\.json/);
	await page.getByRole('link', { name: '取消筛选：无锡市' }).click();
	await page.getByRole('link', { name: '取消筛选：产业合作' }).click();
	release();
	await expect(page).toHaveURL(/\/links$/);
	await expect(page.getByRole('list', { name: '已选筛选条件' })).toHaveCount(0);
});

import { expect, test } from '@playwright/test';
import { clickArea, look } from './picture.ts';
import { watch } from './watch.ts';

test('drilling by the map and the links loads no page anew, and back and forward walk the way', async ({ page, baseURL }) => {
	const { faults, started } = await watch(page, baseURL as string);
	const documents: string[] = [];
	page.on('request', (request) => void (request.isNavigationRequest() && documents.push(request.url())));
	await page.goto('/');
	await started();
	await clickArea(page, page.getByRole('link', { name: /^滁州市：成员 3 家/ }));
	await expect(page).toHaveURL(/\/cities\/341100$/);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('滁州市');
	await expect(page).toHaveTitle(/^滁州市 · /);
	await page.getByRole('main').getByRole('link', { name: '中国金丝楠木博物馆', exact: true }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('中国金丝楠木博物馆');
	await page.goBack();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('滁州市');
	await page.goBack();
	await expect(page).toHaveURL(/:\d+\/$/);
	await expect(page.getByRole('group', { name: /41 座城市中 8 座有成员/ })).toBeVisible();
	await page.goForward();
	await page.goForward();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('中国金丝楠木博物馆');
	expect(documents).toHaveLength(1);
	expect(faults()).toEqual([]);
});

test('a filter is in the address, narrows the page, and is undone by going back', async ({ page, baseURL }) => {
	const { started } = await watch(page, baseURL as string);
	await page.goto('/?at=2021-06-30');
	await started();
	await expect(page.getByRole('main')).toContainText('联盟已登记成员12家');
	await page.getByRole('table', { name: '成员类别' }).getByRole('link', { name: '只看企业' }).click();
	await expect(page).toHaveURL(/kind=enterprise/);
	await expect(page).toHaveURL(/at=2021-06-30/);
	await expect(page.getByRole('group', { name: /41 座城市中 1 座有成员/ })).toBeVisible();
	await page.goBack();
	await expect(page.getByRole('group', { name: /41 座城市中 2 座有成员/ })).toBeVisible();
});

test('the key / on the search page goes into the text, and the search keeps the focus', async ({ page, baseURL }) => {
	const { started } = await watch(page, baseURL as string);
	await page.goto('/en/search');
	await started();
	await page.getByRole('searchbox').fill('a/b');
	await page.getByRole('searchbox').press('/');
	await expect(page.getByRole('searchbox')).toHaveValue('a/b/');
	await page.getByRole('searchbox').fill('hdjt');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('main').getByRole('link', { name: /Hongdou Group/ })).toBeVisible();
	await expect(page.getByRole('searchbox')).toBeFocused();
});

test('the theme link turns the page dark and light, keeping where the reader is', async ({ page, baseURL }) => {
	const { started } = await watch(page, baseURL as string);
	await page.emulateMedia({ colorScheme: 'light' });
	await page.goto('/members/hongdou-jituan?at=2024-01-01');
	await started();
	const paper = async (): Promise<number> => Math.max(...(await look(page)).commonest);
	expect(await paper()).toBeGreaterThan(224);
	await page.getByRole('link', { name: /切换到浅色/ }).click();
	await page.getByRole('link', { name: /切换到深色/ }).click();
	await expect(page).toHaveURL(/\/members\/hongdou-jituan\?.*theme=dark/);
	await expect(page).toHaveURL(/at=2024-01-01/);
	expect(await paper()).toBeLessThan(48);
	await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '项目' }).click();
	await expect(page).toHaveURL(/\/projects\?.*theme=dark/);
	expect(await paper()).toBeLessThan(48);
	await page.getByRole('link', { name: /切换到自动/ }).click();
	await expect(page).not.toHaveURL(/theme=/);
	expect(await paper()).toBeGreaterThan(224);
	await page.emulateMedia({ colorScheme: 'dark' });
	expect(await paper()).toBeLessThan(48);
});

test('the language link keeps the page, the day and the filter', async ({ page }) => {
	await page.goto('/cities/320200?at=2023-10-01&kind=enterprise');
	await page.getByRole('link', { name: 'English' }).click();
	await expect(page).toHaveURL(/\/en\/cities\/320200\?.*at=2023-10-01.*kind=enterprise/);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Wuxi');
	await expect(page.locator('html')).toHaveAttribute('lang', 'en');
	await page.getByRole('link', { name: '中文' }).click();
	await expect(page).toHaveURL(/:\d+\/cities\/320200\?.*at=2023-10-01.*kind=enterprise/);
	await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
});

test('an unknown address opened by a link or by hand offers ways on', async ({ page }) => {
	const answer = await page.goto('/cities/999999');
	expect(answer?.status()).toBe(404);
	await page.getByRole('main').getByRole('link', { name: '回到覆盖总览' }).click();
	await expect(page).toHaveURL(/:\d+\/$/);
});

test('the first stop of the keyboard skips to the content, and the map is one stop', async ({ page, baseURL }) => {
	const { started } = await watch(page, baseURL as string);
	await page.goto('/');
	await started();
	await page.keyboard.press('Tab');
	await expect(page.getByRole('link', { name: '跳到正文' })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page.locator('main')).toBeFocused();
	let stops = 0;
	for (let i = 0; i < 40; i++) {
		await page.keyboard.press('Tab');
		if (await page.evaluate(() => document.activeElement?.closest('[role="group"] a[data-code]') !== null)) stops++;
	}
	expect(stops).toBe(1);
});

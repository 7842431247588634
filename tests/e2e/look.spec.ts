import { expect, test } from '@playwright/test';

test('on paper a dark page is ink on white, its controls stay behind, and the map is whole on the first sheet', async ({ page }) => {
	await page.setViewportSize({ width: 703, height: 1000 });
	await page.goto('/?theme=dark');
	const colors = () => page.evaluate(() => [getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color]);
	const [paper, ink] = await colors();
	await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
	expect(await colors()).toEqual(['rgb(255, 255, 255)', 'rgb(23, 36, 43)']);
	expect([paper, ink]).not.toEqual(await colors());
	await expect(page.getByRole('link', { name: '与另一天比较' })).toBeHidden();
	await expect(page.getByRole('slider')).toBeHidden();
	const map = (await page.locator('.map').first().boundingBox())!;
	expect(map.y + map.height).toBeLessThan(1000);
});

test('English has the quotation marks of English, Chinese within it those of Chinese', async ({ page }) => {
	await page.goto('/en/sources');
	const widthOf = (lang: string) =>
		page.evaluate((of) => {
			const mark = document.createElement('span');
			mark.lang = of;
			mark.textContent = '’';
			document.body.append(mark);
			const { width } = mark.getBoundingClientRect();
			mark.remove();
			return width / parseFloat(getComputedStyle(document.body).fontSize);
		}, lang);
	expect(await widthOf('en')).toBeLessThan(0.45);
	expect(await widthOf('zh-CN')).toBeGreaterThan(0.45);
});

test('the foot of a short page is at the foot of the window, and that of a long one at its end', async ({ page }) => {
	await page.setViewportSize({ width: 1280, height: 1100 });
	const foot = () => page.evaluate(() => ({ bottom: document.querySelector('footer')!.getBoundingClientRect().bottom + scrollY, page: document.documentElement.scrollHeight, window: innerHeight }));
	await page.goto('/members/abc');
	const short = await foot();
	expect(short.page).toBe(short.window);
	expect(Math.abs(short.bottom - short.window)).toBeLessThan(2);
	await page.goto('/');
	const long = await foot();
	expect(long.page).toBeGreaterThan(long.window);
	expect(Math.abs(long.bottom - long.page)).toBeLessThan(2);
});

test('on a phone nothing is broken that belongs together, and what is long has the width', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	/** In how many lines each stands. */
	const lines = (selector: string) => page.locator(selector).evaluateAll((all) => all.map((one) => one.getClientRects().length));
	await page.goto('/events');
	const places = await lines('main li small a');
	expect(places.length).toBeGreaterThan(1);
	expect(new Set(places)).toEqual(new Set([1]));
	await page.goto('/en/figures/members');
	const definition = (await page.locator('main dl dd').first().boundingBox())!;
	expect(definition.width).toBeGreaterThan(390 * 0.55);
	await page.goto('/?kind=park&at=2021-06-30&known=2026-11-21');
	await expect(page.getByRole('link', { name: '取消筛选：园区' })).toHaveText('园区\u00a0×', { useInnerText: true });
	await expect(page.getByText('正在查看2021年6月30日的情况')).toBeVisible();
	await expect(page.getByText('按2026年11月21日当日已有的记录显示')).toBeVisible();
	await page.goto('/');
	const parts = await page.locator('main dl .note span').allInnerTexts();
	expect(parts.length).toBeGreaterThan(5);
	expect(parts.filter((part) => part.trim().startsWith('·'))).toEqual([]);
	expect(parts.filter((part) => part.trim().endsWith('·')).length).toBeGreaterThan(0);
});

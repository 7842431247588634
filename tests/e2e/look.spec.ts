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

import { expect, test } from '@playwright/test';
import { inLanguage, KINDS, LOCALES } from './kinds.ts';
import { clickArea, look } from './picture.ts';

test.use({ javaScriptEnabled: false });

test('the dashboard says everything, and its map has been drawn', async ({ page }) => {
	await page.goto('/');
	const main = page.getByRole('main');
	await expect(main).toContainText('联盟已登记成员20家，分布在三省一市的8座城市');
	await expect(main).toContainText('中心区27城：7 / 27');
	await expect(main.getByRole('link', { name: /近\s*30/ })).toBeVisible();
	await expect(main).toContainText('无锡日报');
	await expect(main.getByRole('heading', { name: '地点待核实' })).toBeVisible();
	const map = page.getByRole('group', { name: /成员覆盖图：41 座城市中 8 座有成员/ });
	await expect(map).toBeVisible();
	await expect(map.getByRole('link', { name: /^无锡市：成员 7 家/ })).toBeVisible();
	const { colors, share } = await look(map);
	expect(colors).toBeGreaterThan(20);
	expect(share).toBeLessThan(0.8);
	const growth = page.getByRole('img', { name: /登记成员由0家变为20家/ });
	await expect(growth).toBeVisible();
	expect((await look(growth)).colors).toBeGreaterThan(8);
});

test('the reader drills by the map: region, city, district, member, source', async ({ page }) => {
	await page.goto('/');
	await clickArea(page, page.getByRole('link', { name: /^无锡市：成员 7 家/ }));
	await expect(page).toHaveURL(/\/cities\/320200$/);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('无锡市');
	await clickArea(page, page.getByRole('link', { name: /^新吴区：成员 3 家/ }));
	await expect(page).toHaveURL(/\/districts\/320214$/);
	await page.getByRole('main').getByRole('link', { name: '无锡旺庄科创中心' }).click();
	await expect(page).toHaveURL(/\/members\/wuxi-wangzhuang-kechuang-zhongxin$/);
	await page.getByRole('main').getByRole('link', { name: /民间联盟揭牌成立|长三角协同创新/ }).first().click();
	await expect(page).toHaveURL(/\/sources\/shangguan-xinwen-2020-11-23$/);
	await page.goBack();
	await page.goBack();
	await expect(page).toHaveURL(/\/districts\/320214$/);
	await page.getByRole('navigation', { name: '当前位置' }).getByRole('link', { name: '江苏省' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('江苏省');
});

test('and by the tables, in English: province, city, project, event', async ({ page }) => {
	await page.goto('/en');
	await page.getByRole('table', { name: 'Coverage' }).getByRole('link', { name: 'Anhui', exact: true }).click();
	await expect(page).toHaveURL(/\/en\/provinces\/340000$/);
	await page.locator('section[aria-labelledby="areas"]').getByRole('link', { name: 'Chuzhou', exact: true }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Chuzhou');
	await page.getByRole('link', { name: /Exchange of the Chuzhou development zone/ }).first().click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Chuzhou development zone/);
	await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Events' }).click();
	await page.getByRole('main').getByRole('link', { name: /Founding of the alliance/ }).click();
	await expect(page.getByRole('main').getByRole('link', { name: 'Hongdou Group' })).toBeVisible();
});

test('search and filters are forms and links', async ({ page }) => {
	await page.goto('/members?at=2023-10-01');
	await page.getByRole('searchbox').fill('hdjt');
	await page.getByRole('main').getByRole('button').click();
	await expect(page).toHaveURL(/\/members\?.*q=hdjt/);
	await expect(page).toHaveURL(/at=2023-10-01/);
	await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(1);
	await page.goto('/projects');
	await page.getByRole('main').getByRole('link', { name: /^已签约/ }).click();
	await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toContainText('3');
});

for (const locale of LOCALES)
	test(`every kind of page can be read and printed, ${locale}`, async ({ page }) => {
		test.slow();
		for (const path of KINDS) {
			await page.emulateMedia({ media: 'screen' });
			await page.goto(inLanguage(path, locale));
			await expect(page.getByRole('heading', { level: 1 }), path).toHaveCount(1);
			const text = await page.getByRole('main').innerText();
			expect(text.length, path).toBeGreaterThan(30);
			// The page of the open data speaks of null.
			expect(text, path).not.toMatch(path === '/open-data' ? /undefined|NaN|\[object|Infinity/ : /undefined|NaN|\[object|Infinity|null/);
			await page.emulateMedia({ media: 'print' });
			await expect(page.getByRole('main'), path).toBeVisible();
			await expect(page.getByRole('navigation', { name: /^(主导航|Main)$/ }), path).toBeHidden();
		}
	});

test('on paper the map stays, in ink on white', async ({ page }) => {
	await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
	for (const path of ['/', '/cities/320200', '/?theme=dark']) {
		await page.goto(path);
		const map = page.getByRole('group', { name: /图：/ }).first();
		await expect(map).toBeVisible();
		expect((await look(map)).colors, path).toBeGreaterThan(8);
		expect((await look(page)).commonest.every((part) => part >= 224), path).toBe(true);
	}
});

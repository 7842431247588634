import { expect, test, type Page } from '@playwright/test';

type Json = { figures: { label: string; value: string }[]; sentence: string };

/** The figures of the page as it stands, and those of the same address as JSON. */
async function both(page: Page): Promise<[page: string[], file: string[]]> {
	const shown = await page.locator('main dl').first().locator('.value').allInnerTexts();
	const url = new URL(page.url());
	const english = url.pathname === '/en';
	const file = (await (await page.request.get(`${english ? '/en' : ''}/dashboard.json${url.search}`)).json()) as Json;
	return [shown, file.figures.map(({ value }) => value)];
}

for (const [address, choices] of [
	['/', { kind: 'park' }],
	['/en?at=2021-06-30', { province: '320000' }],
	['/?metric=projects', { category: 'agreement', city: '320200' }],
	['/en?at=2023-12-31', { group: 'yrd_core_27', kind: 'enterprise' }]
] as const)
	test(`${address} turned to ${JSON.stringify(choices)} in the browser says what its file says`, async ({ page }) => {
		await page.goto(address);
		for (const [name, value] of Object.entries(choices))
			await expect(async () => {
				await page.locator(`select[name="${name}"]`).selectOption(value);
				expect(new URL(page.url()).searchParams.get(name)).toBe(value);
			}).toPass();
		await expect(async () => {
			const [shown, file] = await both(page);
			expect(shown).toHaveLength(5);
			expect(shown).toEqual(file);
		}).toPass();
		const csv = page.getByRole('link', { name: 'CSV', exact: true });
		const href = (await csv.getAttribute('href')) ?? '';
		for (const [name, value] of Object.entries(choices)) expect(new URLSearchParams(href.split('?')[1]).get(name)).toBe(value);
	});

test('the downloads of a page are files of the same view, with and without scripts', async ({ browser, baseURL }) => {
	for (const javaScriptEnabled of [true, false]) {
		const context = await browser.newContext({ javaScriptEnabled, ...(baseURL && { baseURL }) });
		const page = await context.newPage();
		await page.goto('/cities/320200?at=2021-06-30');
		const foot = page.getByRole('navigation', { name: '下载本页' });
		await expect(foot.getByRole('link')).toHaveCount(7);
		const [download] = await Promise.all([page.waitForEvent('download'), foot.getByRole('link', { name: 'CSV', exact: true }).click()]);
		expect(download.suggestedFilename()).toBe('cities-320200.csv');
		expect(new URL(download.url()).search).toBe('?at=2021-06-30');
		await foot.getByRole('link', { name: 'PNG 图' }).click();
		await expect(page).toHaveURL(/\/cities\/320200\.png\?at=2021-06-30$/);
		await context.close();
	}
});

test('the page of the open data is read by keyboard, and leads to its parts', async ({ page }) => {
	await page.goto('/en/open-data#problem-invalid_value');
	await expect(page.getByRole('heading', { level: 1, name: 'Open data' })).toBeVisible();
	await expect(page.locator('#problem-invalid_value')).toBeInViewport();
	const whole = page.getByRole('link', { name: /Download the whole public record/ });
	await whole.focus();
	const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
	expect(download.suggestedFilename()).toBe('taihu-atlas.zip');
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { regionPicture } from '#geo/regions/region-picture.ts';
import { fillWithMembers } from '#tests/bench/members.ts';
import { startServer } from '#tests/server/start.ts';
import { watch } from './watch.ts';

/** The lines of the areas in a map, by code. */
const lines = (page: Page): Promise<Record<string, string | null>> =>
	page
		.locator('svg.land')
		.first()
		.evaluate((land) => Object.fromEntries([...land.querySelectorAll('[data-code]')].map((area) => [area.getAttribute('data-code'), area.querySelector('path')?.getAttribute('d') ?? null])));

test('what the page shows is not sent again as script; a page that comes later fetches it', async ({ page, baseURL }) => {
	const { started, faults } = await watch(page, baseURL as string);
	const scripts: Promise<string>[] = [];
	// A body is gone once the page is.
	page.on('response', (response) => void (response.url().endsWith('.js') && scripts.push(response.text().catch(() => ''))));
	const shanghai = regionPicture.areas['310000']!.slice(0, 60);
	const sent = async (): Promise<boolean> => (await Promise.all(scripts)).some((text) => text.includes(shanghai));

	await page.goto('/');
	await started();
	expect(await lines(page)).toEqual(regionPicture.areas);
	expect((await Promise.all(scripts)).filter((text) => text !== '').length).toBeGreaterThan(3);
	expect(await sent()).toBe(false);

	await page.goto('/members');
	await started();
	await page.getByRole('banner').getByRole('link').nth(1).click();
	await expect(page.locator('svg.land .area')).toHaveCount(41);
	expect(await lines(page)).toEqual(regionPicture.areas);
	expect(await sent()).toBe(true);
	expect(faults()).toEqual([]);
});

test('the facts of a large record follow the page, and are asked for again where the network fails', async ({ page }) => {
	test.setTimeout(180_000);
	const folder = mkdtempSync(join(tmpdir(), 'atlas-carried-'));
	const DATABASE_URL = `sqlite:${join(folder, 'atlas.db')}`;
	await fillWithMembers(DATABASE_URL, 20_000);
	const server = await startServer({ env: { DATABASE_URL } });
	try {
		const { started } = await watch(page, server.origin);
		let asked = 0;
		await page.route('**/facts**', (route) => (asked++ === 0 ? route.abort() : route.continue()));
		await page.goto(`${server.origin}/?at=2023-06-30`);
		const lede = page.locator('main p').first();
		const then = await lede.textContent();
		await started();
		expect(asked).toBeGreaterThan(1);
		expect(await lede.textContent()).toBe(then);

		const slider = page.getByRole('slider', { name: '日期' });
		await slider.press('Home');
		await expect(lede).not.toHaveText(then as string);
		const first = await lede.textContent();
		await expect(page).toHaveURL(/at=\d{4}-\d{2}-\d{2}$/);
		await expect(page).not.toHaveURL(/at=2023-06-30$/);
		await page.reload();
		expect(await lede.textContent()).toBe(first);
	} finally {
		await server.stop();
		rmSync(folder, { recursive: true, force: true });
	}
});

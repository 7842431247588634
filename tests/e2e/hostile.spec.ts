import { expect, test } from '@playwright/test';
import { filledDatabase, type FilledDatabase } from '#tests/records/filled.ts';
import { HOSTILE, HOSTILE_SHORT, hostileFacts } from '#tests/records/hostile.ts';
import { startServer, type RunningServer } from '#tests/server/start.ts';
import { watch } from './watch.ts';

let database: FilledDatabase;
let server: RunningServer;

test.beforeAll(async () => {
	test.setTimeout(180_000);
	database = await filledDatabase(hostileFacts);
	server = await startServer({ env: { DATABASE_URL: database.url } });
});
test.afterAll(async () => {
	await server?.stop();
	database?.remove();
});

test('names made to break out stay text once scripts draw map, charts and lists', async ({ page }) => {
	test.slow();
	const { faults, started } = await watch(page, server.origin);
	page.on('dialog', (dialog) => {
		throw new Error(`a name has run: ${dialog.message()}`);
	});
	for (const path of ['/', '/en/cities/320200', '/members/hostile-member']) {
		await page.goto(server.origin + path);
		await started();
		// The pointer over everything that is drawn, so that every tooltip is made.
		for (const drawing of await page.locator('main svg:visible').all()) {
			await drawing.scrollIntoViewIfNeeded();
			const box = await drawing.boundingBox();
			if (!box || box.width < 200) continue;
			for (let i = 1; i < 8; i++) await page.mouse.move(box.x + (box.width * i) / 8, box.y + (box.height * i) / 8);
		}
		await page.waitForLoadState('networkidle');
		expect(await page.locator('img, iframe, [onerror]').count(), path).toBe(0);
		await expect(page.locator('body'), path).toContainText(HOSTILE_SHORT.slice(0, 20));
	}
	await page.goto(`${server.origin}/events`);
	await started();
	await page.getByRole('main').getByRole('link', { name: HOSTILE.slice(0, 30) }).first().click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText(HOSTILE);
	expect(await page.locator('img').count()).toBe(0);
	expect(faults()).toEqual([]);
});

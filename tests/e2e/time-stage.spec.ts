import { expect, test } from '@playwright/test';
import { startServer, type RunningServer } from '#tests/server/start.ts';
import { watch } from './watch.ts';

let server: RunningServer | undefined;
test.beforeAll(async () => {
	test.setTimeout(180_000);
	server = await startServer({ env: { STAGE: '1' } });
});
test.afterAll(() => server?.stop());

test('the stage of time moves a hundred thousand members a stop a frame, and says what the frames took', async ({ page }) => {
	test.slow();
	const origin = server!.origin;
	const { started, faults } = await watch(page, origin);
	await page.goto(`${origin}/stage/time`);
	await started();
	const stops = Number(await page.getByRole('slider', { name: '日期' }).getAttribute('max')) + 1;
	const figure = page.locator('main dl .value').first();
	const today = Number((await figure.textContent())?.replaceAll(',', ''));
	expect(today).toBeGreaterThan(80_000);
	await page.getByRole('button', { name: 'Move through time' }).click();
	await expect(page.locator('main p output').first()).toHaveText(new RegExp(`^${stops} frames: median \\d+\\.\\d ms, nine of ten within \\d+\\.\\d ms, longest \\d+\\.\\d ms$`));
	await expect.poll(async () => Number((await figure.textContent())?.replaceAll(',', '')), 'it stands at the first day').toBeLessThan(today / 10);
	expect(faults()).toEqual([]);
});

import { expect, test, type Page } from '@playwright/test';
import { startServer, type RunningServer } from '#tests/server/start.ts';
import { watch } from './watch.ts';

let demo: RunningServer | undefined;
test.beforeAll(async () => {
	test.setTimeout(180_000);
	demo = await startServer({ demo: true });
});
test.afterAll(() => demo?.stop());

/** Pulls the slider to a stop and holds it there: the day moves, and does not rest. */
async function hold(page: Page, share: number): Promise<void> {
	await page.getByRole('slider', { name: /日期|Day/ }).evaluate((slider: HTMLInputElement, share) => {
		slider.value = String(Math.round(Number(slider.max) * share));
		slider.dispatchEvent(new Event('input', { bubbles: true }));
	}, share);
}

async function letGo(page: Page): Promise<void> {
	await page.getByRole('slider', { name: /日期|Day/ }).evaluate((slider) => slider.dispatchEvent(new Event('change', { bubbles: true })));
}

/** How many in a thousand pixels of two pictures of the same size differ so that an eye would see it. */
function difference(page: Page, one: Buffer, other: Buffer): Promise<number> {
	return page.evaluate(
		async (sources) => {
			const [a, b] = await Promise.all(
				sources.map(async (source) => {
					const bitmap = await createImageBitmap(await (await fetch(source)).blob());
					const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
					context.drawImage(bitmap, 0, 0);
					return context.getImageData(0, 0, bitmap.width, bitmap.height).data;
				})
			);
			let differ = 0;
			for (let i = 0; i < a!.length; i += 4) if ([0, 1, 2].some((k) => Math.abs(a![i + k]! - b![i + k]!) > 64)) differ++;
			return (differ / (a!.length / 4)) * 1000;
		},
		[one, other].map((picture) => `data:image/png;base64,${picture.toString('base64')}`)
	);
}

// `moved`: how many in a thousand pixels another day changes at least.
for (const { name, address, colorScheme, width, moved } of [
	{ name: 'on a desk', address: '/', colorScheme: 'light', width: 1280, moved: 30 },
	{ name: 'in the dark, on a phone', address: '/en', colorScheme: 'dark', width: 390, moved: 30 },
	{ name: 'with unknown cities', address: '/?metric=projects&group=taihu_science_circle', colorScheme: 'light', width: 1280, moved: 0 }
] as const)
	test(`while the slider is held, the map shows what it shows at rest, ${name}`, async ({ page, browser }) => {
		test.slow();
		await page.setViewportSize({ width, height: 900 });
		await page.emulateMedia({ colorScheme });
		const { started, faults } = await watch(page, demo?.origin as string);
		await page.goto((demo?.origin as string) + address);
		await started();
		const map = page.locator('.map').first();
		const picture = () => map.screenshot({ animations: 'disabled' });
		const examiner = await (await browser.newContext()).newPage();
		const canvases = map.locator('canvas:not(.maplibregl-canvas)');
		for (const share of [0.3, 0.75]) {
			// Names stand where they stood when the map began to move: at this very stop.
			await expect(async () => {
				await hold(page, share);
				await letGo(page);
				await expect(page).toHaveURL(/at=/, { timeout: 1000 });
			}).toPass();
			await expect(map.getByRole('group').first()).not.toHaveAttribute('aria-busy');
			const words = await map.getByRole('group').first().getAttribute('aria-label');
			const atRest = await picture();
			await hold(page, share - 0.2);
			await expect(map).toHaveClass(/sketched/);
			for (const canvas of await canvases.all()) await expect(canvas).toBeVisible();
			await expect(async () => expect(await difference(examiner, await picture(), atRest)).toBeGreaterThanOrEqual(moved)).toPass();
			await hold(page, share);
			await expect(async () => expect(await difference(examiner, await picture(), atRest)).toBeLessThan(12)).toPass();
			await expect(map).toHaveClass(/sketched/);
			await expect(canvases).toHaveCount(2);
			expect(await map.getByRole('group').first().getAttribute('aria-label'), 'nothing is told while it is held').toBe(words);
			await letGo(page);
		}
		expect(faults()).toEqual([]);
		await examiner.context().close();
	});

test('what is out of view follows when it comes into view, though the slider is still held', async ({ page }) => {
	const { started } = await watch(page, demo?.origin as string);
	await page.goto(demo?.origin as string);
	await started();
	const figure = page.locator('main dl .value').first();
	const total = async (): Promise<number> =>
		(await page.locator('section:has(#table) tbody td:nth-child(2)').allTextContents()).reduce((sum, text) => sum + Number(text.replaceAll(',', '') || 0), 0);
	const before = await total();
	await page.getByRole('slider', { name: '日期' }).scrollIntoViewIfNeeded();
	await expect(async () => {
		await hold(page, 0.2);
		await expect(page.locator('.sketched')).toHaveCount(1, { timeout: 1000 });
	}).toPass();
	await page.locator('#table').evaluate((table) => table.scrollIntoView({ behavior: 'instant' }));
	await expect.poll(total).toBeLessThan(before);
	await figure.scrollIntoViewIfNeeded();
	await expect.poll(async () => Number((await figure.textContent())?.replaceAll(',', ''))).toBeGreaterThanOrEqual(await total());
	await letGo(page);
	await expect(page).toHaveURL(/at=/);
});

test('where no worker starts, the drawing of the map follows by itself', async ({ page }) => {
	await page.route('**/workers/**', (route) => route.abort());
	const { started } = await watch(page, demo?.origin as string);
	await page.goto(demo?.origin as string);
	await started();
	const map = page.locator('.map').first();
	const caption = map.getByRole('group').first();
	const before = await caption.getAttribute('aria-label');
	await expect(async () => {
		await hold(page, 0.3);
		await expect(caption).toHaveAttribute('aria-busy', 'true', { timeout: 1000 });
	}).toPass();
	await expect(caption).not.toHaveAttribute('aria-label', before as string);
	await expect(map).not.toHaveClass(/sketched/);
	await letGo(page);
	await expect(page).toHaveURL(/at=/);
});

test('the slider stands still under a pull, however long the words above it become', async ({ page }) => {
	await page.setViewportSize({ width: 1280, height: 2400 });
	const { started } = await watch(page, demo?.origin as string);
	await page.goto(demo?.origin as string);
	await started();
	const words = page.locator('main p').first();
	const top = (): Promise<number> => page.locator('.slider').evaluate((slider) => slider.getBoundingClientRect().top);
	const at = async (share: number): Promise<void> => {
		const before = await words.textContent();
		await hold(page, share);
		await expect(words).not.toHaveText(before as string);
	};
	const shares = [0.02, 0.9, 0.3, 0.7];
	for (const share of shares) await at(share);
	await at(0.9);
	const lowest = await top();
	for (const share of shares) {
		await at(share);
		await expect.poll(top, `at ${share}`).toBe(lowest);
	}
	await letGo(page);
});

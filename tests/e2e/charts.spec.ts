import { expect, test, type Locator, type Page, type Response } from '@playwright/test';
import { startServer, type RunningServer } from '#tests/server/start.ts';

let server: RunningServer | undefined;

test.beforeAll(async () => {
	test.setTimeout(180_000);
	server = await startServer({ env: { STAGE: '1' } });
});
test.afterAll(() => server?.stop());

function origin(): string {
	if (!server) throw new Error('the server has not started');
	return server.origin;
}

/** Opens the stage of charts and brings one of its cases into view. */
async function open(page: Page, name: string, query = '?theme=light'): Promise<Locator> {
	await page.goto(`${origin()}/stage/charts${query}`);
	const section = page.locator(`#${name}`);
	await section.scrollIntoViewIfNeeded();
	return section;
}

async function takenOver(section: Locator): Promise<void> {
	await expect(section.locator('[data-live] svg')).toBeVisible();
}

/** The elements as they are drawn, each a picture in a page of its own, where `look` may examine the pixels (RGBA). */
async function examine<T, A>(elements: Locator[], look: (given: { pictures: Uint8ClampedArray[]; args: A }) => T, args: A): Promise<T> {
	const sources: string[] = [];
	for (const element of elements) sources.push((await element.screenshot({ animations: 'disabled' })).toString('base64'));
	const context = await elements[0]!.page().context().browser()!.newContext();
	const page = await context.newPage();
	try {
		return await page.evaluate(
			async ({ sources, args, look }) => {
				const pictures = await Promise.all(
					sources.map(async (source) => {
						const image = new Image();
						image.src = `data:image/png;base64,${source}`;
						await image.decode();
						const canvas = new OffscreenCanvas(image.width, image.height);
						const drawing = canvas.getContext('2d')!;
						drawing.drawImage(image, 0, 0);
						return drawing.getImageData(0, 0, image.width, image.height).data;
					})
				);
				return (0, eval)(`(${look})`)({ pictures, args });
			},
			{ sources, args, look: String(look) } as { sources: string[]; args: unknown; look: string }
		);
	} finally {
		await context.close();
	}
}

/** How many pixels of an element have (nearly) each of the colours, given as #rrggbb. */
function count(element: Locator, colors: readonly string[]): Promise<number[]> {
	return examine(
		[element],
		({ pictures: [data], args }) =>
			args.map((color) => {
				const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16)) as [number, number, number];
				let n = 0;
				for (let i = 0; i < data!.length; i += 4) if (Math.abs(data![i]! - r) + Math.abs(data![i + 1]! - g) + Math.abs(data![i + 2]! - b) < 12) n++;
				return n;
			}),
		colors
	);
}

/** The share of pixels that differ plainly between two elements of the same size; 1 when the sizes differ. */
function difference(a: Locator, b: Locator): Promise<number> {
	return examine(
		[a, b],
		({ pictures: [one, other] }) => {
			if (one!.length !== other!.length) return 1;
			let n = 0;
			for (let i = 0; i < one!.length; i += 4) if ([0, 1, 2].some((c) => Math.abs(one![i + c]! - other![i + c]!) > 48)) n++;
			return n / (one!.length / 4);
		},
		null
	);
}

const LIGHT = { institute: '#1f6f8b', park: '#c06a2a', enterprise: '#8a6d3b', warm: '#b4511e' };
const DARK = { institute: '#3b9dbf', park: '#e88f4a', enterprise: '#bb9856', warm: '#f0a070' };

async function expectBands(element: Locator, { institute, park, enterprise, warm }: typeof LIGHT): Promise<void> {
	const [ring, ...bands] = await count(element, [warm, institute, park, enterprise]);
	for (const band of bands) expect(band).toBeGreaterThan(1000);
	expect(ring, 'ring and dotted line').toBeGreaterThan(50);
}

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });

	test('the chart is drawn, with its legend and its table', async ({ page }) => {
		const section = await open(page, 'recorded');
		await expectBands(section.locator('.frame'), LIGHT);
		await expect(section.getByRole('img')).toHaveAccessibleName(/登记成员由0家变为20家.*「近30家」（无锡日报）/);
		await expect(section.locator('figcaption li').first()).toHaveText('研究院所 5');
		await section.locator('summary').click();
		await expect(section.getByRole('row').last()).toContainText('20');
	});

	test('the narrow drawing stands in for the wide one on a phone', async ({ page }) => {
		await page.setViewportSize({ width: 390, height: 844 });
		const section = await open(page, 'recorded');
		await expect(section.locator('.narrow svg')).toBeVisible();
		await expect(section.locator('.wide svg')).toBeHidden();
		await expectBands(section.locator('.frame'), LIGHT);
	});

	test('projects stand on their timeline with words and links', async ({ page }) => {
		const section = await open(page, 'timeline');
		await expect(section.getByRole('listitem')).toHaveCount(12);
		const row = section.getByRole('listitem').filter({ hasText: '与无锡连云港工业园区' });
		await expect(row).toContainText('不晚于2023年9月26日已开始');
		await expect(row).toContainText('进行中');
		await expect(row.getByRole('link')).toHaveAttribute('href', '/projects/not-after');
		await expect(section.getByRole('link', { name: '另有1项未画出' })).toBeVisible();
	});
});

test('ECharts takes over in place: the same picture, and nothing shifts', async ({ page, browser }) => {
	await page.addInitScript(() => {
		type Shift = { value: number; sources: { node: Element | null }[] };
		const shifts: unknown[] = ((window as unknown as { shifts: unknown[] }).shifts = []);
		new PerformanceObserver((list) => {
			for (const { value, sources } of list.getEntries() as unknown as Shift[]) shifts.push({ value, moved: sources.map(({ node }) => node?.outerHTML?.slice(0, 120)) });
		}).observe({ type: 'layout-shift', buffered: true });
	});
	const section = await open(page, 'recorded');
	await takenOver(section);
	await expectBands(section.locator('.picture'), LIGHT);
	expect(await page.evaluate(() => (window as unknown as { shifts: unknown[] }).shifts)).toEqual([]);

	const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1280, height: 800 } });
	const still = await open(await context.newPage(), 'recorded');
	expect(await difference(section.locator('.picture'), still.locator('.picture'))).toBeLessThan(0.02);
	await context.close();
});

test('the theme changes the colours of a running chart without drawing it again', async ({ page }) => {
	const section = await open(page, 'recorded');
	await takenOver(section);
	await page.evaluate(() => (document.documentElement.dataset.theme = 'dark'));
	await expectBands(section.locator('.picture'), DARK);
});

test('a window that narrows changes to the narrow drawing', async ({ page }) => {
	const section = await open(page, 'recorded');
	await takenOver(section);
	await expect(section.locator('[data-live] svg')).toHaveAttribute('viewBox', '0 0 520 262');
	await page.setViewportSize({ width: 390, height: 844 });
	await expect(section.locator('[data-live] svg')).toHaveAttribute('viewBox', '0 0 344 252');
	await expectBands(section.locator('.picture'), LIGHT);
});

test('the pointer reads the day under it', async ({ page }) => {
	const section = await open(page, 'recorded');
	const reader = section.getByRole('slider');
	const box = (await reader.boundingBox())!;
	await page.mouse.move(box.x + box.width * 0.3, box.y + box.height / 2);
	await expect(section.locator('.card')).toContainText('2020年11月21日');
	await expect(section.locator('.card .total')).toHaveText('登记 12');
	await page.mouse.move(box.x + box.width * 0.8, box.y + box.height / 2);
	await expect(section.locator('.card .total')).toHaveText('登记 20');
	await page.mouse.move(box.x + box.width / 2, box.y - 60);
	await expect(section.locator('.card')).toHaveCount(0);
});

test('a tap reads the day under it, and it stays', async ({ browser }) => {
	const context = await browser.newContext({ hasTouch: true, viewport: { width: 390, height: 844 } });
	const section = await open(await context.newPage(), 'recorded');
	const box = (await section.getByRole('slider').boundingBox())!;
	await section.getByRole('slider').tap({ position: { x: box.width * 0.3, y: box.height / 2 } });
	await expect(section.locator('.card')).toContainText('2020年11月21日');
	await expect(section.locator('.card .total')).toHaveText('登记 12');
	await context.close();
});

test('the keyboard reads it step by step', async ({ page }) => {
	const section = await open(page, 'recorded');
	const reader = section.getByRole('slider');
	await reader.focus();
	await expect(reader).toHaveAttribute('aria-valuetext', /^2026年11月22日；登记 20家/);
	await page.keyboard.press('ArrowLeft');
	await expect(reader).toHaveAttribute('aria-valuetext', /^2023年9月26日；登记 20家；.*六城市加盟.*公布「近30家」· 无锡日报$/);
	await expect(section.locator('.card')).toContainText('公布「近30家」');
	await page.keyboard.press('Home');
	await expect(reader).toHaveAttribute('aria-valuenow', '0');
	await page.keyboard.press('Escape');
	await expect(section.locator('.card')).toHaveCount(0);
});

test('the legend hides and shows a band from the keyboard', async ({ page }) => {
	test.slow();
	const section = await open(page, 'recorded');
	await takenOver(section);
	const button = section.getByRole('button', { name: /园区/ });
	const plot = section.locator('.picture');
	const park = async () => (await count(plot, [LIGHT.park]))[0];
	expect(await park()).toBeGreaterThan(1000);
	await section.getByRole('slider').focus();
	for (let i = 0; i < 10 && !(await button.evaluate((element) => element === document.activeElement)); i++) await page.keyboard.press('Tab');
	await expect(button).toBeFocused();
	await page.keyboard.press('Space');
	await expect(button).toHaveAttribute('aria-pressed', 'false');
	await expect.poll(park, { timeout: 20_000 }).toBeLessThan(50);
	await page.keyboard.press('Space');
	await expect(button).toHaveAttribute('aria-pressed', 'true');
	await expect.poll(park, { timeout: 20_000 }).toBeGreaterThan(1000);
});

test('hostile names are text in picture, legend, table and reading', async ({ page }) => {
	const section = await open(page, 'hostile');
	await takenOver(section);
	const reader = section.getByRole('slider');
	await reader.focus();
	await page.keyboard.press('Home');
	await page.keyboard.press('ArrowRight');
	await expect(section.locator('.card')).toContainText('<img src=x onerror=');
	await expect(section.locator('[data-live] text').filter({ hasText: '<img' }).first()).toBeVisible();
	await section.locator('summary').click();
	await expect(section.getByRole('columnheader', { name: '<img' })).toBeVisible();
	await expect(page.locator('img')).toHaveCount(0);
	await expect(page).toHaveTitle('Charts');
});

test('where ECharts cannot be loaded the drawing stays, and so does reading it', async ({ page, browser }) => {
	const scripts: Response[] = [];
	page.on('response', (response) => void (response.url().endsWith('.js') && scripts.push(response)));
	await takenOver(await open(page, 'recorded'));
	const read = await Promise.all(scripts.map(async (response) => ({ url: response.url(), text: await response.text() })));
	// A method of its renderer tells which script is ECharts.
	const echarts = read.find(({ text }) => text.includes('rebuildPath')) as { url: string };

	const context = await browser.newContext();
	const poor = await context.newPage();
	const failures: Error[] = [];
	poor.on('pageerror', (error) => failures.push(error));
	await poor.route(echarts.url, (route) => route.abort());
	const failed = poor.waitForEvent('requestfailed', (request) => request.url() === echarts.url);
	const section = await open(poor, 'recorded');
	await failed;
	await section.getByRole('slider').focus();
	await expect(section.locator('.card')).toContainText('登记 20');
	await poor.keyboard.press('Escape');
	await expectBands(section.locator('.picture'), LIGHT);
	await expect(section.locator('[data-live]')).toHaveCount(0);
	expect(failures).toEqual([]);
	await context.close();
});

test('the dashboard has it with scripts off, on the real record', async ({ browser }) => {
	const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1280, height: 800 } });
	const page = await context.newPage();
	await page.goto(`${origin()}/?theme=light`);
	const figure = page.locator('figure').filter({ has: page.getByRole('img', { name: /登记成员由0家变为20家/ }) });
	await expectBands(figure.locator('.frame'), LIGHT);
	await expect(figure.locator('.wide svg')).toContainText('公布「近30家」· 无锡日报');
	await context.close();
});

test('print gets the server’s drawing', async ({ page }) => {
	const section = await open(page, 'recorded');
	await takenOver(section);
	await page.emulateMedia({ media: 'print' });
	await expect(section.locator('.live')).toBeHidden();
	// Type is smaller on paper, so that either of the two drawings may fit.
	await expect(section.locator('.still svg').filter({ visible: true })).toHaveCount(1);
	await expect(section.getByRole('slider')).toBeHidden();
});

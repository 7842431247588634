import { expect, test, type FrameLocator, type Locator, type Page } from '@playwright/test';
import { startRelay } from '#tests/bench/relay.ts';
import { host, type Host } from './embed-host.ts';

let open: Host | null = null;
test.afterEach(async () => {
	await open?.close();
	open = null;
});

const snippet = (atlas: string, attributes: string, address: string, words: string): string =>
	`<alliance-embed ${attributes}><a href="${atlas}/" target="_blank" rel="noopener"><img src="${atlas}/embed/${address}" width="640" height="900" alt="${words}"></a></alliance-embed>`;

async function opened(page: Page, atlas: string, body: string): Promise<{ first: FrameLocator; complaints: string[] }> {
	open = await host(atlas, `<script async src="${atlas}/embed.js"></script>${body}`);
	const complaints: string[] = [];
	page.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())));
	page.on('pageerror', (error) => void complaints.push(error.message));
	await page.goto(open.origin);
	return { first: page.frameLocator('alliance-embed >> nth=0 >> iframe'), complaints };
}

/** The heights of a frame on its page and of what is in it. */
async function heights(element: Locator): Promise<{ outer: number; inner: number }> {
	const outer = await element.evaluate((frame) => frame.clientHeight);
	const inner = await element.contentFrame().locator('html').evaluate((root) => Math.ceil(root.getBoundingClientRect().height));
	return { outer: Math.round(outer), inner };
}

const fits = (element: Locator) =>
	expect(async () => {
		const { outer, inner } = await heights(element);
		expect(inner).toBeGreaterThan(100);
		expect(outer).toBe(inner);
	}).toPass();

test('two embeds on a site with a strict policy: each as high as its content, growing and shrinking', async ({ page, baseURL }) => {
	const atlas = baseURL as string;
	const { first, complaints } = await opened(page, atlas, snippet(atlas, 'view="map"', 'map.svg', '成员分布') + snippet(atlas, 'view="stats" lang="en"', 'stats.svg', 'Key figures'));
	const [map, stats] = [page.locator('alliance-embed iframe').nth(0), page.locator('alliance-embed iframe').nth(1)];
	await fits(map);
	await stats.scrollIntoViewIfNeeded();
	await fits(stats);
	const before = (await heights(map)).outer;
	await first.getByText('数据表', { exact: true }).click();
	await expect(first.getByRole('table')).toBeVisible();
	await expect(async () => expect((await heights(map)).outer).toBeGreaterThan(before + 100)).toPass();
	await fits(map);
	await first.getByText('数据表', { exact: true }).click();
	await expect(async () => expect((await heights(map)).outer).toBe(before)).toPass();
	await page.setViewportSize({ width: 390, height: 844 });
	await fits(map);
	await fits(stats);
	expect(complaints).toEqual([]);
});

test('the page around an embed hardly moves while it loads', async ({ page, baseURL }) => {
	const atlas = baseURL as string;
	await page.addInitScript(() => {
		const self = window as Window & { moved?: number };
		self.moved = 0;
		new PerformanceObserver((list) => {
			for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) self.moved = (self.moved ?? 0) + entry.value;
		}).observe({ type: 'layout-shift', buffered: true });
	});
	await opened(page, atlas, `${snippet(atlas, 'view="growth"', 'growth.svg', '成员增长')}<p>Below</p>`);
	await fits(page.locator('alliance-embed iframe'));
	expect(await page.evaluate(() => (window as Window & { moved?: number }).moved ?? 0)).toBeLessThan(0.1);
});

test('names, links and the keyboard reach everything in the frame', async ({ page, baseURL, context }) => {
	const atlas = baseURL as string;
	const { first } = await opened(page, atlas, snippet(atlas, 'view="map"', 'map.svg', '联盟成员分布图'));
	await expect(page.locator('alliance-embed iframe')).toHaveAttribute('title', '联盟成员分布图');
	const wuxi = first.getByRole('link', { name: /^无锡市：成员 7 家/ });
	await expect(wuxi).toHaveAttribute('rel', 'noopener');
	await expect(first.getByRole('button', { name: '放大' })).toBeVisible();
	await wuxi.focus();
	await expect(first.locator('.tip')).toHaveText(/^无锡市：成员 7 家/);
	await page.keyboard.press('ArrowRight');
	await expect(first.getByRole('link', { name: /^苏州市/ })).toBeFocused();
	const tab = context.waitForEvent('page');
	await page.keyboard.press('Enter');
	await expect(await tab).toHaveURL(/\/cities\/320500$/);
});

test('arrow keys go from city to city as on the map of the dashboard', async ({ page }) => {
	const keys = ['ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowUp', 'ArrowUp', 'ArrowRight', 'ArrowUp', 'ArrowLeft', 'ArrowDown', 'End', 'ArrowDown', 'ArrowLeft', 'Home', 'ArrowRight', 'ArrowUp'];
	const walked = async (path: string): Promise<(string | undefined)[]> => {
		await page.goto(path);
		const from = page.locator('a[data-code="320200"]').first();
		const here = () => page.evaluate(() => document.activeElement?.closest<SVGElement>('[data-code]')?.dataset.code);
		// Until the keys are listened to, they scroll.
		await expect(async () => {
			await from.focus();
			await page.keyboard.press('ArrowRight');
			expect(await here()).toBe('320500');
		}).toPass();
		const places = [];
		for (const key of keys) {
			await page.keyboard.press(key);
			places.push(await here());
		}
		return places;
	};
	const embedded = await walked('/embed/map');
	expect(new Set(embedded).size).toBeGreaterThan(8);
	expect(embedded).toEqual(await walked('/'));
});

test('the theme follows the attribute without the frame being loaded again', async ({ page, baseURL }) => {
	const atlas = baseURL as string;
	const { first } = await opened(page, atlas, snippet(atlas, 'view="map" theme="light"', 'map.svg', '成员分布'));
	await expect(first.getByRole('button', { name: '放大' })).toBeVisible();
	const ground = () => first.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor);
	await expect(async () => expect(await ground()).toBe('rgb(251, 251, 249)')).toPass();
	await first.locator('body').evaluate((body) => void (body.dataset.same = 'yes'));
	await page.locator('alliance-embed').evaluate((element) => element.setAttribute('theme', 'dark'));
	await expect(async () => expect(await ground()).toBe('rgb(13, 22, 27)')).toPass();
	await expect(first.locator('body')).toHaveAttribute('data-same', 'yes');
});

test('time moves within the frame: the map, the sentence, the table and the links', async ({ page, baseURL }) => {
	const atlas = baseURL as string;
	const { first } = await opened(page, atlas, snippet(atlas, 'view="map"', 'map.svg', '成员分布'));
	await first.getByRole('button', { name: '按时间查看' }).click();
	const slider = first.getByRole('slider', { name: '日期' });
	await expect(slider).toBeFocused();
	await slider.fill('0');
	await expect(first.getByText(/数据截至/)).not.toContainText('2026');
	for (let i = 0; i < 12 && !(await first.getByText(/登记成员12家/).count()); i++) await slider.press('ArrowRight');
	await expect(first.getByText(/登记成员12家/)).toBeVisible();
	await expect(first.getByRole('link', { name: '打开完整地图' })).toHaveAttribute('href', /[?&]at=20\d\d-\d\d-\d\d/);
	await slider.press('End');
	await expect(first.getByText(/登记成员20家/)).toBeVisible();
	await expect(first.getByRole('link', { name: '打开完整地图' })).toHaveAttribute('href', '/');
});

test('zoom keeps names by their places, and the whole map comes back', async ({ page }) => {
	await page.goto('/embed/map');
	const land = page.locator('.land');
	const before = await land.getAttribute('viewBox');
	await page.getByRole('button', { name: '放大' }).click();
	await expect(land).not.toHaveAttribute('viewBox', before as string);
	await page.getByRole('button', { name: '还原' }).click();
	await expect(land).toHaveAttribute('viewBox', before as string);
});

test('a plain frame is as high as its content too, once the script is there', async ({ page, baseURL }) => {
	const atlas = baseURL as string;
	await opened(page, atlas, `<iframe src="${atlas}/embed/growth" width="100%" height="300" title="成员增长"></iframe>`);
	await fits(page.locator('iframe'));
});

test('a page that is no host of the frame is not answered, and an answer from elsewhere changes nothing', async ({ page, baseURL }) => {
	const atlas = baseURL as string;
	const { first } = await opened(page, atlas, snippet(atlas, 'view="stats"', 'stats.svg', '主要数字'));
	const frame = page.locator('alliance-embed iframe');
	await fits(frame);
	const before = (await heights(frame)).outer;
	await page.evaluate(() => window.postMessage({ atlas: 'height', height: 4321 }, '*'));
	await first.locator('body').evaluate(() => parent.postMessage({ atlas: 'height', height: -5 }, '*'));
	await first.locator('body').evaluate(() => parent.postMessage({ atlas: 'height', height: 'x' }, '*'));
	await page.locator('alliance-embed').evaluate((element) => element.setAttribute('theme', 'dark'));
	await fits(frame);
	expect((await heights(frame)).outer).toBe(before);
});

test.describe('without script', () => {
	test.use({ javaScriptEnabled: false });

	test('the snippet is the picture with its link', async ({ page, baseURL }) => {
		const atlas = baseURL as string;
		await opened(page, atlas, snippet(atlas, 'view="map"', 'map.svg', '成员分布'));
		await expect(page.getByRole('link', { name: '成员分布' })).toHaveAttribute('href', `${atlas}/`);
		const picture = page.getByRole('img', { name: '成员分布' });
		await expect(picture).toBeVisible();
		await expect(async () => expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(300)).toPass();
	});

	test('a frame is complete: picture, links in a tab of their own, table, sources and approval number', async ({ page, context }) => {
		await page.goto('/embed/map');
		await expect(page.getByText('登记成员20家')).toBeVisible();
		await expect(page.getByText('审图号：GS(2024)0650号', { exact: true })).toBeVisible();
		await expect(page.getByText(/天地图/)).toBeVisible();
		await expect(page.getByText(/数据截至 20\d\d年/)).toBeVisible();
		await page.getByText('数据表', { exact: true }).click();
		await expect(page.getByRole('row', { name: /^无锡/ })).toContainText('7');
		const tab = context.waitForEvent('page');
		await page.getByRole('link', { name: '打开完整地图' }).click();
		await expect(await tab).toHaveURL(/\/$/);
	});
});

test('nothing is kept in the browser, and nothing is asked of anybody else', async ({ page, baseURL, context }) => {
	const atlas = baseURL as string;
	const asked = new Set<string>();
	page.on('request', (request) => asked.add(new URL(request.url()).origin));
	const { first } = await opened(page, atlas, snippet(atlas, 'view="map"', 'map.svg', '成员分布'));
	await first.getByRole('button', { name: '按时间查看' }).click();
	await expect(first.getByRole('slider')).toBeVisible();
	expect([...asked].sort()).toEqual([open?.origin, new URL(atlas).origin].sort());
	expect(await context.cookies()).toEqual([]);
	await page.goto(`${atlas}/embed/map`);
	expect(await page.evaluate(() => [document.cookie, localStorage.length, sessionStorage.length])).toEqual(['', 0, 0]);
});

for (const path of ['/embed/map', '/en/embed/map?theme=dark'])
	test(`the first view of ${path} is two requests and 20 kB in a browser, whatever it asks for beside; frames come when asked for`, async ({ page, baseURL }) => {
		const relay = await startRelay(baseURL as string);
		try {
			await page.goto(relay.origin + path);
			await expect(page.locator('.tools')).toBeVisible();
			await page.locator('.land a').first().hover();
			await page.waitForLoadState('networkidle');
			expect(relay.passed.map(({ path: asked }) => asked).sort()).toEqual([path, '/embed-view.js'].sort());
			expect(relay.passed.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(20_000);
			await page.locator('.tools button').last().click();
			await expect(page.getByRole('slider')).toBeVisible();
			expect(relay.passed.map(({ path: asked }) => asked.split('?')[0])).toContain(`${path.split('?')[0]}/frames`);
		} finally {
			await relay.stop();
		}
	});

import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { arrange, SMALLEST, type Sheet } from '#lib/picture/wall/arrange.ts';
import { watch } from './watch.ts';

const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

/** One view of every sheet. */
const VIEWS = 'overview;map;growth;events;city:320200;group:yrd_core_27;province:340000;compare:2021-06-30..2023-12-31';
const SHEETS: readonly Sheet[] = ['full', 'picture', 'chart', 'list', 'full', 'full', 'full', 'full'];

const SHAPES = [
	[1920, 1080],
	[3840, 1080],
	[6656, 1792],
	[1080, 1920],
	[1024, 768],
	[2560, 1080]
] as const;

const title = (page: Page) => page.getByRole('heading', { level: 1 });
const fresh = (page: Page) => page.getByRole('status');

/** Opens the wall and waits until its script has taken over, with the playlist at rest. */
async function open(page: Page, path: string): Promise<void> {
	await page.goto(path);
	await expect(page.getByRole('button', { name: /^(全屏|Full screen)$/ })).toBeAttached();
	await page.keyboard.press('Space');
}

async function violations(page: Page): Promise<string[]> {
	await page.evaluate(AXE);
	return page.evaluate(async () => {
		type Axe = { run(): Promise<{ violations: { id: string; nodes: { target: unknown; failureSummary?: string }[] }[] }> };
		const found = await (window as unknown as { axe: Axe }).axe.run();
		return found.violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} ${String(target)}: ${failureSummary}`));
	});
}

for (const [width, height] of SHAPES)
	test(`at ${width} × ${height} everything stands where it is arranged, whole and unstretched`, async ({ page }) => {
		// Twelve million pixels are painted in software.
		test.setTimeout(180_000);
		await page.setViewportSize({ width, height });
		await page.emulateMedia({ reducedMotion: 'reduce' });
		// The style sheet does it all, so it stands right before any script.
		await page.route(/\.js$/, (route) => route.abort());
		for (const language of ['', '/en'])
			for (const [i, sheet] of SHEETS.entries()) {
				await page.goto(`${language}/wall?views=${VIEWS}&turn=${i + 1}`, { waitUntil: 'domcontentloaded' });
				const found = await page.evaluate(() => {
					const box = (element: Element) => {
						const { x, y, width: w, height: h } = element.getBoundingClientRect();
						return { x, y, width: w, height: h };
					};
					const slots = [...document.querySelectorAll<HTMLElement>('[data-slot]')];
					const texts = [...document.querySelectorAll<HTMLElement>('.wall :is(p, li, dt, dd, h1, h2, span, a.word)')].filter(
						(element) => !element.closest('.visually-hidden') && element.checkVisibility() && element.textContent?.trim()
					);
					const map = document.querySelector('.wall .map');
					return {
						type: parseFloat(getComputedStyle(document.documentElement).fontSize),
						scrolls: document.documentElement.scrollHeight > innerHeight || document.documentElement.scrollWidth > innerWidth,
						slots: slots.map((slot) => ({ name: slot.dataset.slot ?? '', box: box(slot) })),
						smallest: Math.min(...texts.map((text) => parseFloat(getComputedStyle(text).fontSize))),
						words: [...document.querySelectorAll('[data-slot="words"] p, [data-slot="head"] h1, [data-slot="figures"] dl, [data-slot="figures"] .note')].map((words) => ({
							inner: words.getBoundingClientRect().bottom,
							outer: words.closest('[data-slot]')!.getBoundingClientRect().bottom
						})),
						head: [...document.querySelectorAll('[data-slot="head"] p > *')].map((said) => [said.textContent, said.getBoundingClientRect().bottom - said.parentElement!.getBoundingClientRect().bottom, said.getBoundingClientRect().right - innerWidth]),
						notes: [...document.querySelectorAll('[data-slot="figures"] .note')].map((note) => ({
							text: note.textContent?.replaceAll('\u00a0', ' ').trim() ?? '',
							cut: note.scrollHeight - note.clientHeight,
							parts: [...note.children].map((part) => part.textContent?.replaceAll('\u00a0', ' ')),
							begin: [...note.children].map((part) => part.getBoundingClientRect().width <= note.clientWidth + 1)
						})),
						map: map && { ...box(map), ratio: Number(getComputedStyle(map).getPropertyValue('--ratio')) }
					};
				});
				const where = `${language} ${sheet} ${i + 1}`;
				const { type, regions } = arrange(sheet, width, height);
				expect(found.scrolls, where).toBe(false);
				expect(found.type, where).toBeCloseTo(type, 1);
				expect(found.smallest, where).toBeGreaterThanOrEqual(type * SMALLEST - 0.1);
				expect(found.slots.map(({ name }) => name).sort(), where).toEqual(Object.keys(regions).sort());
				for (const { name, box } of found.slots)
					for (const side of ['x', 'y', 'width', 'height'] as const)
						expect(Math.abs(box[side] - regions[name as keyof typeof regions]![side]), `${where}: ${name} ${side}`).toBeLessThan(1);
				for (const [text, below, beyond] of found.head) expect(Math.max(below as number, beyond as number), `${where}: ${text} out of sight`).toBeLessThanOrEqual(1);
				for (const { text, cut, parts, begin } of found.notes) {
					expect(cut, `${where}: ${text} cut off`).toBeLessThanOrEqual(3);
					expect(parts.join(' '), where).toBe(text);
					expect(parts.length, `${where}: a line may end between parts only`).toBe(text.split(' · ').length);
					expect(begin.every(Boolean), where).toBe(true);
				}
				for (const { inner, outer } of found.words) expect(inner, `${where}: words cut off`).toBeLessThanOrEqual(outer + 1);
				if (found.map) {
					expect(found.map.width / found.map.height, where).toBeCloseTo(found.map.ratio, 2);
					expect(found.map.height, where).toBeGreaterThan(regions.map!.height * 0.4);
				}
			}
	});

test('fills the window alone, dark unless its address says otherwise, and is reached from the site', async ({ page, baseURL }) => {
	const { faults, started } = await watch(page, baseURL as string);
	await page.goto('/');
	await page.getByRole('link', { name: '大屏', exact: true }).click();
	await expect(page).toHaveURL('/wall');
	await started();
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
	await expect(page.getByRole('navigation')).toHaveCount(0);
	await expect(page.getByRole('contentinfo')).toHaveCount(0);
	await expect(title(page)).toHaveText('成员覆盖');
	await expect(page.getByText('审图号：GS(2024)0650号')).toBeVisible();
	await expect(fresh(page)).toHaveText('实时');
	await page.getByRole('link', { name: '回到网站' }).click();
	await expect(page).toHaveURL('/');
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'auto');
	for (const [address, theme] of [
		['/wall?theme=light', 'light'],
		['/en/wall?theme=auto', 'auto'],
		['/en/wall?theme=purple', 'dark']
	] as const) {
		await page.goto(address);
		await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
	}
	expect(faults()).toEqual([]);
});

test('says what the record says, at any day, in both languages', async ({ page }) => {
	const figure = (label: string) => page.locator('dl > div', { has: page.getByText(label, { exact: true }) }).locator('.number');
	await page.goto('/wall');
	await expect(figure('登记成员')).toHaveText(/^20\s*家$/);
	await expect(figure('公布口径')).toHaveText(/^近\s*30\s*家$/);
	await expect(figure('覆盖城市')).toHaveText(/^8\s*\/ 41$/);
	await page.goto('/en/wall?at=2021-06-30');
	await expect(figure('Members recorded')).toHaveText(/^12/);
	await expect(figure('Cities covered')).toHaveText(/^2\s*\/ 41$/);
	await expect(page.getByText('As of 30 June 2021', { exact: true })).toBeVisible();
	await page.goto('/wall?views=city:320200');
	await expect(title(page)).toHaveText('无锡市');
	await expect(page.getByRole('heading', { name: '成员单位 7 家' })).toBeVisible();
	await page.goto('/wall?views=compare:2021-06-30..2023-12-31');
	await expect(figure('登记成员')).toHaveText(/^\+8/);
});

test('plays what the address asks for, passes over nonsense, and shows captions', async ({ page }) => {
	await open(page, '/wall?views=nonsense;city:999999;map~20~"太湖；之约";group:nowhere;events');
	await expect(page.getByText('第 1 屏，共 2 屏')).toBeAttached();
	await expect(title(page)).toHaveText('太湖；之约');
	await page.keyboard.press('ArrowRight');
	await expect(title(page)).toHaveText('最近活动');
	await page.goto('/wall?views=%3B%3Bnothing');
	await expect(title(page)).toHaveText('成员覆盖');
});

test('turns by itself after the seconds of each view', async ({ page }) => {
	await page.clock.install();
	await page.goto('/wall?views=overview~30;map~5;growth');
	await expect(page.getByRole('button', { name: '暂停' })).toBeAttached();
	await page.clock.runFor(29_000);
	await expect(title(page)).toHaveText('成员覆盖');
	await page.clock.runFor(1500);
	await expect(title(page)).toHaveText('成员分布');
	await page.clock.runFor(5500);
	await expect(title(page)).toHaveText('成员增长');
	await page.getByRole('button', { name: '暂停' }).click();
	await page.clock.runFor(60_000);
	await expect(title(page)).toHaveText('成员增长');
	await expect(page.getByText('已暂停')).toBeVisible();
	await page.keyboard.press('Escape');
	await page.locator('h1').click();
	await page.keyboard.press('Space');
	await page.clock.runFor(15_500);
	await expect(title(page)).toHaveText('成员覆盖');
});

for (const { path, titles, names } of [
	{ path: '/wall', titles: ['成员覆盖', '成员分布', '最近活动'], names: { next: '下一屏', previous: '上一屏', pause: '暂停', resume: '继续播放' } },
	{
		path: '/en/wall',
		titles: ['Coverage', 'Where the members are', 'Latest events'],
		names: { next: 'Next view', previous: 'Previous view', pause: 'Pause', resume: 'Resume' }
	}
])
	test(`${path} is driven by keyboard, pointer and touch, and its address follows`, async ({ browser, baseURL }) => {
		const context = await browser.newContext({ hasTouch: true, ...(baseURL && { baseURL }) });
		const page = await context.newPage();
		const [first, second, third] = titles as [string, string, string];
		await open(page, `${path}?views=overview;map;events`);
		await expect(page.getByRole('button', { name: names.resume })).toBeAttached();

		await page.keyboard.press('ArrowRight');
		await expect(title(page)).toHaveText(second);
		await expect(page).toHaveURL(`${path}?views=overview;map;events&turn=2`);
		await page.keyboard.press('PageDown');
		await expect(title(page)).toHaveText(third);
		await page.keyboard.press('ArrowRight');
		await expect(title(page)).toHaveText(first);
		await page.keyboard.press('ArrowLeft');
		await expect(title(page)).toHaveText(third);
		await page.keyboard.press('Home');
		await expect(title(page)).toHaveText(first);
		await page.keyboard.press('End');
		await expect(title(page)).toHaveText(third);
		await expect(page).toHaveURL(/&turn=3$/);
		await page.reload();
		await expect(title(page)).toHaveText(third);

		await page.getByRole('button', { name: names.pause }).click();
		await page.getByRole('link', { name: names.next }).click();
		await expect(title(page)).toHaveText(first);
		await page.getByRole('link', { name: names.previous }).click();
		await expect(title(page)).toHaveText(third);
		await page.getByRole('button', { name: names.resume }).press('Space');
		await expect(page.getByRole('button', { name: names.pause })).toBeAttached();

		const touch = await context.newCDPSession(page);
		const swipe = async (from: number, to: number) => {
			await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x: from, y: 300 }] });
			for (let i = 1; i <= 4; i++)
				await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x: from + ((to - from) * i) / 4, y: 305 }] });
			await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
		};
		await swipe(200, 700);
		await expect(title(page)).toHaveText(second);
		await swipe(700, 200);
		await expect(title(page)).toHaveText(third);
		await swipe(300, 320);
		await expect(title(page)).toHaveText(third);
		await context.close();
	});

test('its controls fade while nobody is there and come back', async ({ page }) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await page.goto('/wall');
	const controls = page.getByRole('group', { name: '播放控制' });
	await expect(controls).toHaveCSS('opacity', '0', { timeout: 8000 });
	await expect(fresh(page)).toBeVisible();
	await page.mouse.move(200, 200);
	await expect(controls).toHaveCSS('opacity', '1');
});

test('a phone finds the same under the code', async ({ page, request, baseURL }) => {
	for (const [query, path, text] of [
		['views=city:320200&at=2021-06-30&kind=park', '/cities/320200?at=2021-06-30&kind=park', '2021年6月30日'],
		['views=overview&province=340000', '/?province=340000', '安徽'],
		['views=events', '/events', '活动'],
		['views=compare:2021-06-30..2023-12-31', '/compare?from=2021-06-30&to=2023-12-31', '2023年12月31日'],
		['views=group:yrd_core_27&at=2021-06-30', '/en/groups/yrd_core_27?at=2021-06-30', '30 June 2021']
	] as const) {
		await page.goto(`${path.startsWith('/en/') ? '/en' : ''}/wall?${query}`);
		const code = page.getByRole('link', { name: /^(扫码在手机上查看|Open on your phone)$/ });
		await expect(code).toHaveAttribute('href', baseURL + path);
		const answer = await request.get(baseURL + path);
		expect(answer.status()).toBe(200);
		expect(await answer.text()).toContain(text);
		const box = (await code.locator('svg').boundingBox())!;
		expect(box.height).toBeGreaterThan(90);
	}
});

test('is complete without JavaScript, a view at a time', async ({ browser, baseURL }) => {
	const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL && { baseURL }) });
	const page = await context.newPage();
	await page.goto('/wall?views=overview;growth;city:320200~9');
	await expect(title(page)).toHaveText('成员覆盖');
	await expect(page.locator('.map path.area')).toHaveCount(41);
	await expect(fresh(page)).toHaveText(/^数据停于 \d\d:\d\d$/);
	await expect(page.getByRole('button')).toHaveCount(0);
	await page.getByRole('link', { name: '下一屏' }).click();
	await expect(page).toHaveURL('/wall?views=overview;growth;city:320200~9&turn=2');
	await expect(title(page)).toHaveText('成员增长');
	await expect(page.getByRole('img', { name: /登记成员由0家变为20家/ })).toBeVisible();
	await page.getByRole('link', { name: '下一屏' }).click();
	await expect(title(page)).toHaveText('无锡市');
	await page.getByRole('link', { name: '下一屏' }).click();
	await expect(title(page)).toHaveText('成员覆盖');
	await context.close();
});

for (const language of ['', '/en'])
	for (const theme of ['dark', 'light'])
		test(`axe finds nothing on ${language}/wall in ${theme}, motion reduced or not`, async ({ page }) => {
			test.slow();
			await page.emulateMedia({ reducedMotion: 'reduce' });
			await open(page, `${language}/wall?theme=${theme}&views=${VIEWS}`);
			for (const i of SHEETS.keys()) {
				expect(await violations(page), `view ${i + 1}`).toEqual([]);
				expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
				await page.keyboard.press('ArrowRight');
			}
		});

test('500 turns leave the heap as it was', async ({ page }) => {
	test.setTimeout(180_000);
	await open(page, `/wall?views=${VIEWS}`);
	const session = await page.context().newCDPSession(page);
	const used = async (): Promise<number> => {
		for (let i = 0; i < 3; i++) await session.send('HeapProfiler.collectGarbage');
		return (await session.send('Runtime.getHeapUsage')).usedSize;
	};
	const counts = async () => {
		const { metrics } = await session.send('Performance.getMetrics');
		return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
	};
	await session.send('Performance.enable');
	const turns = async (n: number) => {
		for (let i = 0; i < n; i++) await page.keyboard.press('ArrowRight');
	};
	await turns(5 * SHEETS.length);
	// What is no longer drawn is let go in a quiet moment.
	await expect.poll(async () => (await used(), (await counts()).Nodes), { timeout: 60_000 }).toBeLessThan(6000);
	const [before, had] = [await used(), await counts()];
	await turns(500);
	const end = (5 * SHEETS.length + 500) % SHEETS.length;
	await expect(page.getByText(`第 ${end + 1} 屏，共 8 屏`)).toBeAttached();
	await turns(SHEETS.length - end);
	await expect(async () => {
		const [after, has] = [await used(), await counts()];
		expect(after - before, `${before} → ${after} bytes`).toBeLessThan(1_000_000);
		expect(has.JSEventListeners! - had.JSEventListeners!).toBeLessThan(200);
		expect(has.Nodes! - had.Nodes!).toBeLessThan(6000);
	}).toPass({ timeout: 60_000 });
});

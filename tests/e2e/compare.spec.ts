import { readFileSync } from 'node:fs';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { formatDay } from '#lib/i18n/date.ts';
import { filledDatabase, type FilledDatabase } from '#tests/records/filled.ts';
import { NEWCOMERS, turnoverFacts } from '#tests/records/turnover.ts';
import { startServer, type RunningServer } from '#tests/server/start.ts';

const DAYS = 'from=2021-06-30&to=2023-12-31';
const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

let filled: FilledDatabase | undefined;
let turnover: RunningServer | undefined;
test.beforeAll(async () => {
	test.setTimeout(180_000);
	filled = await filledDatabase(turnoverFacts);
	turnover = await startServer({ env: { DATABASE_URL: filled.url, TODAY: '2026-11-22' } });
});
test.afterAll(async () => {
	await turnover?.stop();
	filled?.remove();
});

const busy = (path: string): string => turnover!.origin + path;

/** The rows of a table by their name: the two counts and the change. */
async function counts(table: Locator): Promise<Record<string, string[]>> {
	const rows = await table.locator('tbody tr, tfoot tr').evaluateAll((all) =>
		all.map((row) => [...row.children].map((cell) => cell.textContent?.trim() ?? ''))
	);
	return Object.fromEntries(rows.map(([name = '', ...cells]) => [name, cells]));
}

/** The part of a page under a heading. */
const section = (page: Page, heading: string): Locator => page.getByRole('region', { name: heading, exact: true });

async function violations(page: Page): Promise<string[]> {
	await page.evaluate(AXE);
	return page.evaluate(async () => {
		type Axe = { run(): Promise<{ violations: { id: string; nodes: { target: unknown; failureSummary?: string }[] }[] }> };
		const { violations } = await (window as unknown as { axe: Axe }).axe.run();
		return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} ${String(target)}: ${failureSummary}`));
	});
}

/** How many pixels of each of the colours the box of an area on the map shows. */
async function colours(page: Page, code: string, wanted: readonly string[]): Promise<number[]> {
	const png = (await page.locator(`a[data-code="${code}"] path`).screenshot({ animations: 'disabled' })).toString('base64');
	const other = await page.context().browser()!.newPage();
	const found = await other.evaluate(
		async ({ png, wanted }) => {
			const image = new Image();
			image.src = `data:image/png;base64,${png}`;
			await image.decode();
			const canvas = new OffscreenCanvas(image.width, image.height);
			const drawing = canvas.getContext('2d')!;
			drawing.drawImage(image, 0, 0);
			const { data } = drawing.getImageData(0, 0, image.width, image.height);
			return wanted.map((colour) => {
				const parts = [1, 3, 5].map((i) => Number.parseInt(colour.slice(i, i + 2), 16));
				let n = 0;
				for (let i = 0; i < data.length; i += 4) if (parts.every((part, k) => Math.abs(part - data[i + k]!) < 14)) n++;
				return n;
			});
		},
		{ png, wanted }
	);
	await other.close();
	return found;
}

/** A colour of the light theme, from the style sheet itself. */
const token = (name: string): string =>
	new RegExp(`--${name}: var\\(--light, (#\\w{6})\\)`).exec(readFileSync('src/lib/components/ui/tokens.css', 'utf8'))![1]!;
const [c2, c4, less, lost] = [token('c2'), token('c4'), token('less'), token('lost')];
const hatched = (pixels: number[]) => expect(Math.min(...pixels)).toBeGreaterThan(150);

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('the record from mid-2021 to the end of 2023', async ({ page }) => {
		await page.goto(`/compare?${DAYS}`);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('两日对比 2021年6月30日 → 2023年12月31日');
		await expect(
			page.getByText('2021年6月30日至2023年12月31日，新增成员8家，退出0家，新覆盖6座城市；登记成员由12家增至20家，覆盖省市由2个增至4个。')
		).toBeVisible();
		for (const [label, figure] of [
			['登记成员', '+8 12 → 20 新增 8 家 · 退出 0 家'],
			['覆盖城市', '+6 2 → 8 新覆盖 6 座 · 不再有成员 0 座'],
			['覆盖省市', '+2 2 → 4 新覆盖：浙江、安徽'],
			['地点待核实', '±0 3 → 3 计入成员总数，不上图']
		] as const) {
			const shown = page.getByRole('term').filter({ hasText: label }).locator('xpath=following-sibling::dd');
			await expect.poll(async () => (await shown.innerText()).replace(/\s+/g, ' ')).toBe(figure);
		}
		await expect(section(page, '新覆盖的城市').getByRole('listitem')).toHaveCount(6);
		await expect(section(page, '不再有成员的城市')).toContainText('没有城市失去全部成员。');
		await expect(section(page, '新增成员').getByRole('listitem')).toHaveCount(8);
		await expect(section(page, '退出成员')).toContainText('两日之间没有成员退出。');
		expect(await counts(page.getByRole('table', { name: '按省市' }))).toEqual({
			上海: ['2', '2', '±0'],
			江苏: ['7', '9', '+2'],
			浙江: ['0', '2', '+2'],
			安徽: ['0', '4', '+4'],
			地点待核实: ['3', '3', '±0'],
			合计: ['12', '20', '+8']
		});
		const map = page.getByRole('group', { name: '2021年6月30日至2023年12月31日各市成员变化图：新覆盖6座，成员数不变2座，两日均无成员33座' });
		await expect(map.getByRole('link', { name: '滁州市：新覆盖，成员 3 家' })).toBeVisible();
		await expect(map.getByRole('link', { name: '无锡市：成员数不变，7 家' })).toBeVisible();
		// From here every link leads to the later day.
		await section(page, '新增成员').getByRole('link', { name: '滁州市琅琊区' }).click();
		await expect(page).toHaveURL('/members/chuzhou-langyaqu?at=2023-12-31');
	});

	test('the same in English', async ({ page }) => {
		await page.goto(`/en/compare?${DAYS}`);
		await expect(
			page.getByText(
				'From 30 June 2021 to 31 December 2023 8 members joined and none left; 6 cities newly covered. Recorded members rose from 12 to 20, provinces covered rose from 2 to 4.'
			)
		).toBeVisible();
		await expect(section(page, 'Joined').getByRole('listitem')).toHaveCount(8);
		await expect(page.getByRole('link', { name: 'Chuzhou: newly covered, 3 members' })).toBeVisible();
	});

	test('days in the wrong order change places; nonsense and days to come are passed over', async ({ page }) => {
		for (const query of ['from=2023-12-31&to=2021-06-30', `${DAYS}&at=2022-01-01`, `${DAYS}&after=joined.nonsense`, `${DAYS}&kind=<script>`]) {
			await page.goto(`/compare?${query}`);
			await expect(page.getByText('新增成员8家，退出0家')).toBeVisible();
		}
		await page.goto(busy('/compare?from=2031-01-01&to=soon'));
		await expect(page.getByRole('heading', { level: 1 })).toContainText('2025年11月22日 → 2026年11月22日');
		await page.goto(busy('/compare?at=2021-06-30'));
		await expect(page.getByRole('heading', { level: 1 })).toContainText('2020年11月21日 → 2021年6月30日');
	});

	test('members that left, came back or passed through; a city that is lost', async ({ page }) => {
		await page.goto(busy(`/compare?${DAYS}`));
		await expect(page.getByText('新增成员128家，退出2家，新覆盖6座城市，另有1座城市不再有成员；登记成员由16家增至142家')).toBeVisible();
		await expect(section(page, '不再有成员的城市').getByRole('listitem')).toHaveText(['金华 1 → 0由 1 变为 0']);
		await expect(section(page, '退出成员').getByRole('link', { name: /^往来单位/ })).toHaveText(['往来单位jinhua', '往来单位suzhou-leaves']);
		const neither = section(page, '未计入增减');
		await expect(neither).toContainText('1 家在两日之间退出后又重新加盟');
		await expect(neither).toContainText('1 家在两日之间加盟后又退出');
		await expect(neither.getByRole('link', { name: /^往来单位/ })).toHaveText(['往来单位suzhou-returns', '往来单位hefei-passes']);
		for (const title of ['金华市：不再有成员，原有 1 家', '苏州市：成员由 3 家变为 2 家（−1）', `上海市：成员由 2 家变为 ${NEWCOMERS + 2} 家（+${NEWCOMERS}）`, '合肥市：两日均无成员'])
			await expect(page.getByRole('link', { name: title })).toBeVisible();
	});

	test('a long list is paged, and its pages hold everybody once', async ({ page }) => {
		await page.goto(busy(`/compare?${DAYS}`));
		const joined = section(page, '新增成员');
		const names = (): Promise<string[]> => joined.getByRole('listitem').locator('.name').allInnerTexts();
		const first = await names();
		expect(first).toHaveLength(100);
		await joined.getByRole('link', { name: '下一页' }).click();
		await expect(joined).toContainText('28 / 128');
		expect(new Set([...first, ...(await names())]).size).toBe(128);
		await expect(section(page, '退出成员').getByRole('listitem')).toHaveCount(2);
		await joined.getByRole('link', { name: '回到首页' }).click();
		expect(await names()).toEqual(first);
	});

	test('the parts sum up to the whole on both days, and the map says what the table says', async ({ page }) => {
		for (const days of ['from=2020-11-20&to=2021-01-01', 'from=2021-12-31&to=2022-12-31', 'from=2022-01-20&to=2023-09-26', 'from=2022-06-29&to=2022-06-30']) {
			await page.goto(busy(`/compare?${days}`));
			const whole = (await counts(page.getByRole('table', { name: '按省市' })))['合计'];
			for (const name of ['按省市', '按类别', '各市一览']) {
				const { 合计: total, ...rows } = await counts(page.getByRole('table', { name }));
				expect(total, `${name} ${days}`).toEqual(whole);
				for (const day of [0, 1]) expect(Object.values(rows).reduce((sum, cells) => sum + Number(cells[day]), 0)).toBe(Number(total?.[day]));
			}
			const cities = await counts(page.getByRole('table', { name: '各市一览' }));
			const titles = await page.locator('a[data-code]').evaluateAll((all) => all.map((area) => area.getAttribute('aria-label') ?? ''));
			const covered = (words: RegExp): number => titles.filter((title) => words.test(title)).length;
			const rows = Object.entries(cities).filter(([name]) => name !== '合计' && name !== '地点待核实');
			expect(covered(/：新覆盖/)).toBe(rows.filter(([, [from, to]]) => from === '0' && to !== '0').length);
			expect(covered(/：不再有成员/)).toBe(rows.filter(([, [from, to]]) => from !== '0' && to === '0').length);
			expect(covered(/两日均无成员/)).toBe(41 - rows.length);
		}
	});

	test('the map tells gained and lost cities apart by pattern as well as colour', async ({ page }) => {
		await page.goto(busy(`/compare?${DAYS}&theme=light`));
		hatched(await colours(page, '341100', [c2, c4]));
		hatched(await colours(page, '330700', [less, lost]));
		const [plain, stripes] = await colours(page, '320500', [less, lost]);
		expect(plain).toBeGreaterThan(300);
		expect(stripes).toBeLessThan(20);
	});
});

for (const [path, scheme, width] of [
	['/compare', 'light', 1280],
	['/compare', 'dark', 390],
	['/en/compare', 'light', 390],
	['/en/compare', 'dark', 1280]
] as const)
	test(`nothing to hold against it: ${path} ${scheme} ${width}`, async ({ browser }) => {
		const context = await browser.newContext({ colorScheme: scheme, viewport: { width, height: 900 } });
		const page = await context.newPage();
		await page.goto(busy(`${path}?${DAYS}`));
		expect(await violations(page)).toEqual([]);
		expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
		await context.close();
	});

test('the dashboard leads there, on its own day', async ({ page }) => {
	await page.goto('/?at=2023-12-31');
	await page.getByRole('link', { name: '与另一天比较' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^两日对比 2022年12月31日 → 2023年12月31日$/);
	await expect(page.getByText('新增成员8家，退出0家')).toBeVisible();
});

for (const [path, fromLabel, compare, words] of [
	['/compare', '起始日', '比较', (day: string) => `${formatDay(day, 'zh-CN')} → 2023年12月31日`],
	['/en/compare', 'From', 'Compare', (day: string) => `${formatDay(day, 'en')} → 31 December 2023`]
] as const)
	test(`the days are chosen from the keyboard alone: ${path}`, async ({ page }) => {
		const failures: string[] = [];
		page.on('console', (message) => void (message.type() === 'error' && failures.push(message.text())));
		page.on('pageerror', (error) => void failures.push(error.message));
		const { promise: typed, resolve: release } = Promise.withResolvers<void>();
		// The script comes late: what was typed before it stays.
		await page.route(/\.js$/, async (route) => {
			await typed;
			await route.continue();
		});
		await page.goto(`${path}?${DAYS}&theme=dark`, { waitUntil: 'commit' });
		const from = page.getByLabel(fromLabel, { exact: true });
		await from.focus();
		await page.keyboard.press('ArrowDown');
		const chosen = await from.inputValue();
		expect(chosen).not.toBe('2021-06-30');
		release();
		await page.locator('#svelte-announcer').waitFor({ state: 'attached' });
		await expect(from).toHaveValue(chosen);
		const button = page.getByRole('button', { name: compare, exact: true });
		for (let i = 0; i < 12 && !(await button.evaluate((element) => element === document.activeElement)); i++) await page.keyboard.press('Tab');
		await expect(button).toBeFocused();
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(`${path}?theme=dark&from=${chosen}&to=2023-12-31`);
		await expect(page.getByRole('heading', { level: 1 })).toContainText(words(chosen));
		await page.goBack();
		await expect(page.getByRole('heading', { level: 1 })).toContainText(words('2021-06-30'));
		expect(failures).toEqual([]);
	});

test('in English by pointer: a span, the figures with their change, the list behind each, and a member on the later day', async ({ page }) => {
	await page.goto(busy('/en/compare?from=2022-01-01&to=2023-12-31'));
	await page.locator('#svelte-announcer').waitFor({ state: 'attached' });
	await page.getByRole('navigation', { name: 'Common spans' }).getByRole('link', { name: 'since the founding' }).click();
	await expect(page).toHaveURL(busy('/en/compare?from=2020-11-20'));
	const change = page.getByRole('term').filter({ hasText: 'Members recorded' }).locator('xpath=following-sibling::dd');
	await expect(change).toContainText('0 → 142');
	await expect(section(page, 'Joined')).toContainText('100 / 142');
	await expect(section(page, 'Left')).toContainText('No member left between the two days.');
	await expect(section(page, 'Cities newly covered').getByRole('listitem')).not.toHaveCount(0);
	await page.goBack();
	await expect(change).toContainText(/\d+ → 142/);
	await expect(section(page, 'Left').getByRole('listitem').first()).toBeVisible();
	await section(page, 'Left').getByRole('link', { name: 'Turnover jinhua' }).click();
	await expect(page).toHaveURL(busy('/en/members/turnover-jinhua?at=2023-12-31'));
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Turnover jinhua');
});

test('a span is chosen with the pointer; the map goes live as it was drawn', async ({ page }) => {
	test.setTimeout(90_000);
	await page.goto(busy('/compare?theme=light'));
	await page.getByRole('link', { name: '成立以来' }).click();
	await expect(page.getByText('2020年11月20日至2026年11月22日，新增成员')).toBeVisible();
	await expect(page.getByRole('link', { name: '成立以来' })).toHaveAttribute('aria-current', 'true');
	const map = page.locator('.map').first();
	await expect(async () => {
		await map.dispatchEvent('pointerenter');
		await expect(map).toHaveClass(/\blive\b/, { timeout: 10_000 });
	}).toPass({ timeout: 60_000 });
	hatched(await colours(page, '341100', [c2, c4]));
	await map.locator('a[data-code="341100"]').focus();
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(busy('/cities/341100?theme=light'), { timeout: 30_000 });
});

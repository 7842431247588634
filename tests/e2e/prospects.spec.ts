import { expect, test, type Locator, type Page } from '@playwright/test';
import type { RunOptions } from 'axe-core';
import { openDatabase } from '#db/connection.server.ts';
import type { Db } from '#db/schema.ts';
import { moved } from '#domain/pipeline.ts';
import type { ProspectInput } from '#domain/prospect.ts';
import { prospectOf, writeProspects } from '#tests/records/prospects.ts';
import { signInBrowser } from '#tests/server/sign-in.ts';
import { startServer, type RunningServer } from '#tests/server/start.ts';
import { AXE, findings } from './findings.ts';
import { hold } from './held.ts';
import { watch } from './watch.ts';

// One after the other, on a server of their own: they change the record.
test.describe.configure({ mode: 'default' });

const TODAY = '2026-11-22';
let server: RunningServer;
let db: Db;

test.beforeAll(async () => {
	test.setTimeout(180_000);
	server = await startServer({ env: { TODAY } });
	db = openDatabase(server.databaseUrl);
});
test.afterAll(async () => {
	await db?.destroy();
	await server?.stop();
});
test.beforeEach(async ({ context }) => {
	await signInBrowser(context, 'editor', server.origin, server.databaseUrl, '示例陈编辑');
});

let made = 0;
/** A prospect of its own for a test; its name is what the test finds it by. */
async function note(over: Partial<ProspectInput> = {}): Promise<{ id: string; name: string }> {
	const id = `e2e-${++made}`;
	const name = `示例单位${'甲乙丙丁戊己庚辛壬癸子丑寅卯'.charAt(made - 1)}`;
	await writeProspects(db, [prospectOf(id, { name: { zh: name, en: `Example unit ${made}` }, ...over })]);
	return { id, name };
}

const address = (path = ''): string => `${server.origin}/staff/prospects${path}`;
const column = (page: Page, stage: string): Locator => page.locator(`section[data-stage="${stage}"]`);
const card = (page: Page, id: string): Locator => page.locator(`article[data-id="${id}"]`);

async function open(page: Page, path = ''): Promise<void> {
	const { started } = await watch(page, server.origin);
	await page.goto(address(path));
	await started();
}

async function drag(page: Page, id: string, stage: string): Promise<void> {
	const from = await card(page, id).getByRole('heading').boundingBox();
	const to = await column(page, stage).boundingBox();
	if (!from || !to) throw new Error('nothing to drag');
	await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
	await page.mouse.down();
	await page.mouse.move(from.x + from.width / 2 + 10, from.y + 10);
	await page.mouse.move(to.x + to.width / 2, to.y + 60, { steps: 8 });
	await expect(column(page, stage)).toHaveClass(/over/);
	await page.mouse.up();
}

test('a card is dragged to another stage, stays there, and the move can be taken back', async ({ page }) => {
	const { id, name } = await note();
	await open(page);
	await drag(page, id, 'visited');
	await expect(page.getByRole('status')).toContainText(`已把「${name}」移至「已走访」`);
	await page.reload();
	await expect(column(page, 'visited').locator(`[data-id="${id}"]`)).toBeVisible();
	await open(page);
	await drag(page, id, 'contacted');
	await page.getByRole('button', { name: '撤回' }).click();
	await expect(column(page, 'visited').locator(`[data-id="${id}"]`)).toBeVisible();
});

test('a card is moved by keyboard alone, and each step is spoken', async ({ page }) => {
	const { id, name } = await note();
	await open(page);
	const spoken = page.locator('[aria-live="assertive"]').filter({ visible: true }).or(page.locator('p[aria-live="assertive"]')).first();
	const grip = card(page, id).getByRole('button', { name: `移动「${name}」` });
	await grip.focus();
	await page.keyboard.press('Space');
	await expect(spoken).toContainText(`已拿起「${name}」`);
	await page.keyboard.press('ArrowRight');
	await expect(spoken).toHaveText('「已联系」，第 2 列，共 7 列');
	await page.keyboard.press('Escape');
	await expect(spoken).toContainText('已取消');
	await expect(column(page, 'identified').locator(`[data-id="${id}"]`)).toBeVisible();
	await page.keyboard.press('Enter');
	for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('status')).toContainText(`已把「${name}」移至「洽谈中」`);
	await expect(column(page, 'negotiating').locator(`[data-grip="${id}"]`)).toBeFocused();
});

test('who drags what somebody else has just moved is told, and sees the newer state', async ({ page }) => {
	const { id, name } = await note();
	await open(page);
	await expect(card(page, id)).toBeVisible();
	await writeProspects(db, [moved(prospectOf(id, { name: { zh: name, en: null } }), 'approved', TODAY)]);
	await drag(page, id, 'contacted');
	await expect(page.getByRole('status')).toContainText(`「${name}」刚刚被他人改动，现在在「已同意」`);
	await expect(column(page, 'approved').locator(`[data-id="${id}"]`)).toBeVisible();
	await expect(column(page, 'contacted').locator(`[data-id="${id}"]`)).toHaveCount(0);
});

test('a prospect dragged to joined becomes a member on the public pages', async ({ page }) => {
	await page.setViewportSize({ width: 1920, height: 1000 });
	const { id, name } = await note({ stage: 'approved', city: '330600' });
	await page.goto(server.origin);
	await expect(page.getByRole('main')).toContainText('成员20家');
	await open(page);
	await drag(page, id, 'converted');
	await expect(page).toHaveURL(address(`/${id}/convert`));
	await expect(page.getByLabel('加盟日期')).toHaveValue(TODAY);
	await page.getByLabel('批次').selectOption({ index: 1 });
	await page.getByLabel('来源', { exact: true }).selectOption({ index: 1 });
	const distinct = page.getByLabel('这是另一家单位');
	if (await distinct.isVisible()) await distinct.check();
	await page.getByRole('button', { name: '确认加盟' }).click();
	await expect(page).toHaveURL(address(`/${id}`));
	await page.getByRole('main').getByRole('link', { name, exact: true }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
	await page.goto(server.origin);
	await expect(page.getByRole('main')).toContainText('成员21家');
});

test('the form keeps what was typed, leads to what is wrong, and saves with Ctrl and Enter', async ({ page }) => {
	await open(page, '/new');
	await page.getByLabel('名称', { exact: true }).fill('示例太湖文化馆');
	await page.getByLabel('加盟概率（%）').fill('150');
	await page.getByLabel('所在城市').selectOption('320500');
	await expect(page.getByLabel('所在区县').locator('optgroup')).toHaveCount(1);
	await page.getByRole('button', { name: '保存' }).click();
	await expect(page.getByRole('alert')).toBeFocused();
	await expect(page.getByLabel('名称', { exact: true })).toHaveValue('示例太湖文化馆');
	await expect(page.getByLabel('所在城市')).toHaveValue('320500');
	await page.getByLabel('加盟概率（%）').fill('15');
	await page.getByLabel('加盟概率（%）').press('Control+Enter');
	await expect(page.getByRole('heading', { level: 1 })).toContainText('示例太湖文化馆');
	await expect(page.getByRole('main')).toContainText('15% 负责人判断');
	await page.getByLabel('添加备注').fill('电话已通');
	await page.getByRole('button', { name: '添加' }).click();
	await expect(page.getByRole('main')).toContainText(`${TODAY} 示例陈编辑：电话已通`);
});

test('two people edit one prospect: the second merges, then the change is taken back in the history', async ({ page }) => {
	const { id, name } = await note();
	await open(page, `/${id}/edit`);
	await writeProspects(db, [prospectOf(id, { name: { zh: name, en: `Example unit ${made}` }, contact: '对方所填', nextStep: '对方的下一步' })]);
	await page.getByLabel('联系人').fill('我所填');
	await page.getByLabel('网站').fill('https://example.org/');
	await page.getByRole('button', { name: '保存' }).click();
	const conflict = page.getByRole('region', { name: '他人已先保存了改动' });
	await expect(conflict.getByRole('row').filter({ hasText: '对方所填' })).toContainText('我所填');
	await expect(page.getByLabel('下一步', { exact: true })).toHaveValue('对方的下一步');
	await expect(page.getByLabel('网站')).toHaveValue('https://example.org/');
	await page.getByRole('button', { name: '保存' }).click();
	await expect(page.getByRole('alert')).toContainText('请选择采用哪一方的内容');
	await page.getByLabel('采用对方的').check();
	await page.getByRole('button', { name: '保存' }).click();
	await expect(page).toHaveURL(address(`/${id}`));
	await expect(page.locator('dt:text-is("联系人") + dd')).toHaveText('对方所填');
	await page.getByRole('link', { name: '历史与撤销' }).click();
	const last = page.getByRole('listitem').filter({ hasText: '第 3 版' });
	await expect(last).toContainText('https://example.org/');
	await last.getByText('撤销', { exact: true }).click();
	await last.getByRole('button', { name: '撤销这一改动' }).click();
	await expect(page.getByRole('status').first()).toHaveText('已撤销，恢复了 1 条记录。');
	await page.getByRole('link', { name, exact: true }).click();
	await expect(page.locator('dt:text-is("网站")')).toHaveCount(0);
	await expect(page.locator('dt:text-is("联系人") + dd')).toHaveText('对方所填');
});

test('filters stand in the address and are undone by going back', async ({ page }) => {
	const { name } = await note({ city: '341100', nextStepOn: '2026-11-01' });
	await open(page, '/table');
	await expect(async () => {
		await page.getByLabel('城市').selectOption('341100');
		await expect(page).toHaveURL(/city=341100/);
	}).toPass();
	await expect(page.locator('tbody tr')).toHaveCount(1);
	await expect(page.locator('tbody')).toContainText('下一步已逾期 21 天');
	await page.getByRole('link', { name: '名称' }).click();
	await expect(page).toHaveURL(/sort=name/);
	await expect(page.locator('th[aria-sort="ascending"]')).toHaveText(/名称/);
	await page.getByRole('link', { name }).click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
	await page.goBack();
	await expect(page).toHaveURL(/city=341100/);
});

test('a form nobody touched is left without a question, however it was opened; several lines typed before the script came ask', async ({ page }) => {
	const { id } = await note({ city: '320200', internalNote: '第一行\n第二行', aliases: ['另一个名称'] });
	const asked: string[] = [];
	page.on('dialog', (dialog) => {
		asked.push(dialog.type());
		void dialog.dismiss();
	});
	const lines = page.locator('[name="internalNote"]');
	const leave = page.getByRole('link', { name: '取消', exact: true });
	await open(page, `/${id}/edit`);
	await leave.click();
	await expect(page).toHaveURL(address(`/${id}`));
	await page.getByRole('link', { name: '修改', exact: true }).click();
	await expect(lines).toHaveValue('第一行\n第二行');
	await leave.click();
	await expect(page).toHaveURL(address(`/${id}`));
	expect(asked).toEqual([]);

	const release = await hold(page);
	await page.goto(address(`/${id}/edit`), { waitUntil: 'commit' });
	await lines.fill('先填的备注');
	release();
	await page.locator('#svelte-announcer').waitFor({ state: 'attached' });
	await leave.click();
	await expect.poll(() => asked).toEqual(['confirm']);
	await expect(lines).toHaveValue('先填的备注');
});

test.describe('without script', () => {
	test.use({ javaScriptEnabled: false });

	test('a card is moved by its form, and filters by their button', async ({ page }) => {
		const { id, name } = await note({ city: '340500' });
		await page.goto(address('?city=340500'));
		await card(page, id).getByText('移至').first().click();
		await card(page, id).getByLabel('移至').selectOption('contacted');
		await card(page, id).getByRole('button', { name: '移动', exact: true }).click();
		await expect(page.getByRole('status')).toContainText(`已把「${name}」移至「已联系」`);
		await expect(page).toHaveURL(/city=340500/);
		await page.getByLabel('待处理').selectOption('overdue');
		await page.getByRole('button', { name: '确定' }).click();
		await expect(card(page, id)).toHaveCount(0);
	});
});

test('on a phone the page does not scroll sideways, and a card is moved by its list', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	const { id, name } = await note();
	for (const path of ['', '/table', '/map', `/${id}`, `/${id}/edit`, `/${id}/convert`]) {
		await page.goto(address(path));
		expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), path).toBeLessThanOrEqual(0);
	}
	await open(page);
	await card(page, id).getByText('移至').first().click();
	await card(page, id).getByLabel('移至').selectOption('visited');
	await card(page, id).getByRole('button', { name: '移动', exact: true }).click();
	await expect(page.getByRole('status')).toContainText(`已把「${name}」移至「已走访」`);
});

const COLOURS: RunOptions = { runOnly: ['color-contrast', 'link-in-text-block'] };

for (const locale of ['', '/en'])
	test(`axe finds nothing on the pages of prospects, ${locale || '/'}`, async ({ page }) => {
		test.slow();
		const { id } = await note({ stage: 'contacted', nextStepOn: '2026-11-01', stageSince: '2026-08-01', noted: '2026-08-01', nextStep: '走访' });
		for (const path of ['', '/table', '/map', '/new', `/${id}`, `/${id}/edit`, `/${id}/convert`, `/${id}/lose`, `/${id}/history`]) {
			const { started, faults } = await watch(page, server.origin);
			await page.setViewportSize({ width: 1280, height: 800 });
			await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
			await page.goto(`${server.origin}${locale}/staff/prospects${path}`);
			await started();
			await page.evaluate(AXE);
			expect.soft(await findings(page), `${path} desktop, light`).toEqual([]);
			await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
			expect.soft(await findings(page, COLOURS), `${path} desktop, dark`).toEqual([]);
			await page.setViewportSize({ width: 390, height: 844 });
			expect.soft(await findings(page), `${path} phone, dark`).toEqual([]);
			expect.soft(faults(), path).toEqual([]);
		}
	});

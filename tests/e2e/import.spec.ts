import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test, type Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { startServer, type RunningServer } from '#tests/server/start.ts';
import { makeWorkbook, type MadeCell } from '#tests/records/workbook.ts';
import { signInBrowser } from '#tests/server/sign-in.ts';
import { hold } from './held.ts';
import { readTable } from '#lib/server/importer/reader.ts';
import { cellText } from '#domain/import/table.ts';

/** A server of its own: what is imported would show in the other tests. */
let server: RunningServer;
test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
	test.setTimeout(240_000);
	server = await startServer({ env: { TODAY: '2026-11-22' } });
});
test.afterAll(() => server?.stop());
test.beforeEach(async ({ context }) => {
	test.setTimeout(120_000);
	await signInBrowser(context, 'editor', server.origin, server.databaseUrl);
});

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

async function findings(page: Page): Promise<string[]> {
	await page.evaluate(AXE);
	const { violations } = await page.evaluate(() => (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run());
	return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).slice(0, 3).join(' | ')}`);
}

/** Both themes, and the width of a desk and of a phone. */
async function expectAccessible(page: Page): Promise<void> {
	for (const colorScheme of ['light', 'dark'] as const)
		for (const width of [1280, 390]) {
			await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
			await page.setViewportSize({ width, height: 800 });
			expect.soft(await findings(page), `${page.url()} ${colorScheme} ${width}`).toEqual([]);
		}
	await page.setViewportSize({ width: 1280, height: 800 });
}

const HEADER = ['序号', '机构简述', '单位类别', '所在地', '区县', '入盟时间'];
const workbook = (rows: Record<number, readonly MadeCell[]>): Buffer =>
	makeWorkbook({ sheets: [{ name: '2026年会', rows: { 1: ['联盟成员单位一览表'], 3: HEADER, ...rows }, merges: ['A1:F1'] }] });

const ROWS: Record<number, readonly MadeCell[]> = {
	4: [1, '示例太湖生态研究院', '研究院', '江苏省无锡市', '滨湖区', '２０２４年３月'],
	5: [2, '红豆集团', '企业', '无锡', null, null],
	6: [3, '示例嘉兴博物馆', '博物馆', '不知何处', null, '3/5/2024'],
	8: [4, '红豆集团有限公司', '企业', '无锡', null, '2024.1.5']
};

async function upload(page: Page, name: string, buffer: Buffer, path = '/staff/import'): Promise<void> {
	await page.goto(server.origin + path);
	await page.locator('#file').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
	await page.locator('form[enctype] button').click();
	await expect(page).toHaveURL(/\/staff\/import\/\w+$/, { timeout: 60_000 });
}

const counts = async (page: Page): Promise<string[]> => {
	const cells = page.getByRole('main').locator('nav[aria-label] > *').filter({ has: page.locator('strong') });
	await expect(cells).toHaveCount(6, { timeout: 60_000 });
	return (await cells.allInnerTexts()).map((text) => text.replace(/\s+/g, ' '));
};

for (const javaScriptEnabled of [true, false])
	test(`a messy workbook: columns corrected, differences seen, errors given back, written, sent again${javaScriptEnabled ? '' : ', without script'}`, async ({ browser }) => {
		const context = await browser.newContext({ javaScriptEnabled, locale: 'zh-CN' });
		await signInBrowser(context, 'editor', server.origin, server.databaseUrl);
		const page = await context.newPage();
		const mark = javaScriptEnabled ? '甲' : '乙';
		const rows = { ...ROWS, 4: [1, `示例太湖生态研究院${mark}`, '研究院', '江苏省无锡市', '滨湖区', '２０２４年３月'] };
		await upload(page, `名单${mark}.xlsx`, workbook(rows));
		const select = page.getByLabel('机构简述: 对应内容');
		await expect(select).toBeVisible({ timeout: 60_000 });
		if (javaScriptEnabled) {
			// The header says nothing of a name: the person does, once.
			await expect(page.getByLabel('导入这张表')).not.toBeChecked();
			await expectAccessible(page);
			await page.getByLabel('导入这张表').check();
			await page.getByRole('button', { name: '开始比对' }).click();
			await expect(page.getByRole('alert')).toContainText('请为「名称」选择一列');
			await expect(page.getByLabel('导入这张表')).toBeChecked();
			await select.selectOption({ label: '名称' });
		} else await expect(select).toHaveValue('name');
		await page.getByRole('button', { name: '开始比对' }).click();
		expect(await counts(page)).toEqual(['1 新增', '0 有变更', '1 可能重复', '1 有误', '1 无变化', '1 空行']);
		await expect(page.getByRole('cell', { name: /未识别「不知何处」/ })).toContainText('「3/5/2024」可作两种理解');
		if (javaScriptEnabled) await expectAccessible(page);

		const answer = await context.request.get(`${page.url().split('?')[0]}/answer`);
		expect(answer.headers()['content-disposition']).toContain(encodeURIComponent(`名单${mark}-标错.xlsx`));
		const [sheet] = await readTable(await answer.body(), { name: 'x' });
		expect(sheet?.rows.map(({ cells }) => cellText(cells[6]))).toEqual(['', '错误', '', '', expect.stringContaining('所在城市'), expect.stringContaining('可能与已有记录重复')]);

		await page.getByRole('link', { name: /可能重复/ }).click();
		const decision = page.getByLabel('红豆集团有限公司: 决定');
		await expect(async () => {
			await decision.selectOption({ label: '不导入' }, { timeout: 2_000 });
			await expect(decision).toHaveValue('skip');
		}).toPass();
		if (javaScriptEnabled) await expectAccessible(page);
		const write = page.getByRole('button', { name: '写入 1 行' });
		const release = javaScriptEnabled ? await hold(page, /\?\/decide$/) : null;
		await page.getByRole('button', { name: '按决定重新比对' }).click();
		if (release) {
			await expect(write).toBeDisabled();
			await expect(page.getByText('正在按您的决定重新比对，完成后即可写入。')).toBeVisible();
			release();
		}
		expect(await counts(page)).toEqual(['1 新增', '0 有变更', '1 可能重复', '1 有误', '1 无变化', '1 空行']);
		await write.click();
		await expect(page.getByText('已写入 1 行。')).toBeVisible({ timeout: 60_000 });
		await expect(page.getByRole('link', { name: /整批撤销/ })).toHaveAttribute('href', /\/staff\/changes\/import-\w+$/);
		await page.goto(`${server.origin}/members?q=${encodeURIComponent(`示例太湖生态研究院${mark}`)}`);
		await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(1);

		await upload(page, `名单${mark}.xlsx`, workbook(rows));
		await expect(page.getByLabel('机构简述: 对应内容')).toHaveValue('name', { timeout: 60_000 });
		await page.getByRole('button', { name: '开始比对' }).click();
		expect(await counts(page)).toEqual(['0 新增', '0 有变更', '1 可能重复', '1 有误', '2 无变化', '1 空行']);
		await expect(page.getByText('没有需要写入的内容。')).toBeVisible();
		await page.getByRole('button', { name: '取消导入' }).click();
		await expect(page.getByText('这次导入已取消')).toBeVisible();
		await context.close();
	});

test('in English: the template, a file that is none, an export that comes back as the same', async ({ page, context }) => {
	await upload(page, 'logo.xlsx', Buffer.from('89504e470d0a1a0a0000', 'hex'), '/en/staff/import');
	await expect(page.getByRole('alert')).toContainText('This is a picture, not a table', { timeout: 60_000 });
	await expectAccessible(page);
	const exported = await context.request.get(`${server.origin}/en/staff/export/members.xlsx`);
	await upload(page, 'members.xlsx', await exported.body(), '/en/staff/import');
	await expect(page.getByLabel('Name: Taken for', { exact: true })).toHaveValue('name', { timeout: 60_000 });
	await page.getByRole('button', { name: 'Compare' }).click();
	const read = await counts(page);
	expect(read.filter((text) => !text.startsWith('0 '))).toEqual([expect.stringMatching(/^\d+ Same$/)]);
	await page.goto(`${server.origin}/en/staff/import`);
	await expect(page.getByRole('link', { name: 'members.xlsx' })).toBeVisible();
	await expectAccessible(page);
	const [template] = await readTable(await (await context.request.get(`${server.origin}/en/staff/export/prospects-template.xlsx`)).body(), { name: 'x' });
	expect(template?.rows).toHaveLength(1);
	expect((await context.request.get(`${server.origin}/staff/export/secrets.xlsx`)).status()).toBe(404);
});

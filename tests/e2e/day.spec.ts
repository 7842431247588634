import { readFileSync } from 'node:fs';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { unzipSync, zipSync } from 'fflate';
import { cellText } from '#domain/import/table.ts';
import { readTable } from '#lib/server/importer/reader.ts';
import { CORRECTIONS, MESSY, MESSY_FIGURES } from '#tests/records/messy.ts';
import { PASSWORD } from '#tests/server/sign-in.ts';
import { startServer, type RunningServer } from '#tests/server/start.ts';

/* A working day of the secretariat, from the first start to an undo, on a server of its own: it changes the record. */
const TODAY = '2026-11-22';
const SLOW = { timeout: 120_000 };
let server: RunningServer;

test.beforeAll(async () => {
	test.setTimeout(300_000);
	server = await startServer({ env: { TODAY } });
});
test.afterAll(() => server?.stop());

const at = (path: string): string => server.origin + path;
const newPage = async (browser: Browser): Promise<Page> => (await browser.newContext({ locale: 'zh-CN', viewport: { width: 1920, height: 1000 } })).newPage();

async function fill(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
	for (const [label, value] of Object.entries(fields)) await page.getByLabel(label, { exact: true }).fill(value);
}

/** Opens a page and waits until its script has taken over. */
async function open(page: Page, path: string): Promise<void> {
	await page.goto(at(path));
	await page.locator('#svelte-announcer').waitFor({ state: 'attached', ...SLOW });
}

/** What the public dashboard and the target's page say now. */
async function expectFigures(page: Page, target: string, members: string, inWuxi: string, state: string): Promise<void> {
	await expect(async () => {
		await page.goto(at('/'));
		await expect(page.getByRole('main')).toContainText(`成员${members}家`, { timeout: 5_000 });
	}).toPass(SLOW);
	await expect(async () => {
		await page.goto(target);
		await expect(page.locator('dt:text-is("实际") + dd')).toHaveText(`${inWuxi} 家`, { timeout: 5_000 });
	}).toPass(SLOW);
	await expect(page.locator('.head', { has: page.getByRole('heading', { level: 1 }) })).toContainText(state);
	await page.goto(at('/staff/targets'));
	await expect(page.getByRole('row', { name: /无锡成员数/ })).toContainText(`${inWuxi} / 608 家`);
}

/** Uploads a workbook and compares it with the record; each sheet's header is recognised by itself. */
async function compare(page: Page, name: string, buffer: Buffer): Promise<void> {
	await open(page, '/staff/import');
	await page.locator('#file').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
	await page.locator('form[enctype] button').click();
	await expect(page).toHaveURL(/\/staff\/import\/\w+$/, SLOW);
	const check = page.getByRole('button', { name: '开始比对' });
	await expect(check).toBeVisible(SLOW);
	await check.click();
	await expect(page.getByRole('heading', { name: '比对结果' })).toBeVisible(SLOW);
}

/** The rows by what becomes of them: new, changed, possible duplicates, rejected, same, blank. */
async function counts(page: Page): Promise<string[]> {
	const cells = page.getByRole('navigation', { name: '比对结果' }).locator('strong');
	await expect(cells).toHaveCount(6, SLOW);
	return cells.allInnerTexts();
}

/** The invented units among the members as they are exported: name to city, district and joining date. */
async function exported(page: Page): Promise<Map<string, string>> {
	const [sheet] = await readTable(await (await page.context().request.get(at('/staff/export/members.xlsx'))).body(), { name: 'x' });
	const [header, ...rows] = (sheet?.rows ?? []).map(({ cells }) => cells.map(cellText));
	const [name, ...told] = ['名称', '所在城市', '区县', '加盟日期'].map((title) => header?.indexOf(title) ?? -1) as [number, ...number[]];
	return new Map(rows.filter((row) => row[name]?.startsWith('示例')).map((row) => [row[name] as string, told.map((index) => row[index] ?? '').join(' ')]));
}

/** The address of the batch that was written. */
async function write(page: Page, rows: string): Promise<string> {
	await page.getByRole('button', { name: `写入 ${rows} 行` }).click();
	await expect(page.getByText(`已写入 ${rows} 行。`)).toBeVisible(SLOW);
	return (await page.getByRole('link', { name: /整批撤销/ }).getAttribute('href')) ?? '';
}

/** The person's own workbook as it came back, with the marked cells put right where they stand. */
function corrected(answer: Buffer): Buffer {
	const files = unzipSync(answer);
	const inText = (xml: string): string => CORRECTIONS.reduce((text, [wrong, right]) => text.replaceAll(`>${wrong}</t>`, `>${right}</t>`), xml);
	const inErrors = (xml: string): string =>
		xml.replace(/<c ([^>]*)t="e"([^>]*)>(?:<f[^>]*>[^<]*<\/f>)?<v>([^<]*)<\/v>/g, (_, before: string, after: string, fault: string) => `<c ${before}t="str"${after}><v>${CORRECTIONS.find(([wrong]) => wrong === fault)?.[1]}</v>`);
	return Buffer.from(zipSync(Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, path.endsWith('.xml') ? Buffer.from(inErrors(inText(Buffer.from(bytes).toString('utf8')))) : bytes]))));
}

async function drag(page: Page, name: string, stage: string): Promise<void> {
	const column = page.locator(`section[data-stage="${stage}"]`);
	const from = await page.locator('article[data-id]', { hasText: name }).getByRole('heading').boundingBox();
	const to = await column.boundingBox();
	if (!from || !to) throw new Error('nothing to drag');
	await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
	await page.mouse.down();
	await page.mouse.move(from.x + from.width / 2 + 10, from.y + 10);
	await page.mouse.move(to.x + to.width / 2, to.y + 60, { steps: 8 });
	await expect(column).toHaveClass(/over/);
	await page.mouse.up();
}

test('a working day: set up, a second person, a target, a messy workbook imported, corrected and imported again, a duplicate, a conflict, a conversion, an undo', async ({ browser }) => {
	test.setTimeout(600_000);
	const [admin, editor] = [await newPage(browser), await newPage(browser)];
	let target = '';
	let first = '';

	await test.step('the link of the first start makes the administrator', async () => {
		await expect.poll(() => server.output(), SLOW).toMatch(/\/setup\//);
		await open(admin, /\/setup\/[\w-]+/.exec(server.output())?.[0] ?? '');
		await fill(admin, { 姓名: '示例沈管理', 电子邮箱: 'admin@example.org', 密码: PASSWORD, 再次输入密码: PASSWORD });
		await admin.getByRole('button', { name: '创建管理员账户' }).click();
		await expect(admin).toHaveURL(at('/staff'), SLOW);
	});

	await test.step('an editor is invited, and signs in from another browser', async () => {
		await open(admin, '/staff/people');
		await admin.getByLabel(/^姓名/).fill('示例周编辑');
		await admin.getByRole('radio', { name: /^编辑/ }).check();
		await admin.getByRole('button', { name: '生成邀请链接' }).click();
		const link = await admin.getByRole('status').getByRole('textbox').inputValue();
		await editor.goto(link);
		await fill(editor, { 电子邮箱: 'editor@example.org', 密码: PASSWORD, 再次输入密码: PASSWORD });
		await editor.getByRole('button', { name: '创建账户' }).click();
		await expect(editor).toHaveURL(at('/staff'), SLOW);
		await editor.context().clearCookies();
		await open(editor, '/login?to=/staff/import');
		await fill(editor, { 电子邮箱: 'editor@example.org', 密码: PASSWORD });
		await editor.getByRole('button', { name: '登录', exact: true }).click();
		await expect(editor).toHaveURL(at('/staff/import'), SLOW);
	});

	await test.step('a target is set for Wuxi, which has seven of the twenty members', async () => {
		await open(admin, '/staff/targets/new');
		await fill(admin, { 名称: '无锡成员数', 起始日: '2026-01-01', 到期日: '2027-12-31', 修改原因: '秘书处会议通过' });
		await admin.getByLabel('目标值').fill('608');
		await admin.getByLabel('城市').selectOption('320200');
		await admin.getByRole('button', { name: '保存' }).click();
		await expect(admin.getByRole('heading', { level: 1 })).toHaveText('无锡成员数', SLOW);
		target = admin.url();
		await expectFigures(admin, target, '20', '7', '有风险');
	});

	await test.step('the messy workbook of 2,000 rows is compared, its namesake left out, the rest written', async () => {
		await compare(editor, '联络单位.xlsx', readFileSync(MESSY));
		expect(await counts(editor)).toEqual(['1988', '0', '1', '10', '1', '38']);
		await editor.getByRole('link', { name: /有误/ }).click();
		const wrong = editor.getByRole('table').getByRole('row');
		for (const [text, rows] of [
			['未识别「不知何处」', 3],
			['「3/5/2024」可作两种理解', 2],
			['单元格是公式错误 #NAME?', 2],
			['类别：必填，不能为空', 2],
			['与第 14 行重复', 1]
		] as const)
			await expect(wrong.filter({ hasText: text })).toHaveCount(rows);
		await editor.getByRole('link', { name: /可能重复/ }).click();
		const decision = editor.getByLabel(`${MESSY_FIGURES.namesake}: 决定`);
		await expect(async () => {
			await decision.selectOption({ label: '不导入' }, { timeout: 5_000 });
			await expect(decision).toHaveValue('skip');
		}).toPass(SLOW);
		const decided = editor.waitForResponse((response) => response.url().endsWith('?/decide'));
		await editor.getByRole('button', { name: '按决定重新比对' }).click();
		await decided;
		// What is written comes from the comparison after the decision, not from the one that is still shown.
		const compared = new URL(editor.url());
		await expect(async () => {
			await open(editor, compared.pathname + compared.search);
			await expect(decision).toHaveValue('skip', { timeout: 5_000 });
		}).toPass(SLOW);
		first = await write(editor, '1988');
		await expectFigures(admin, target, '2008', '604', '落后');
		const units = await exported(editor);
		expect(units.size).toBe(1988);
		// Under a merged city and in full-width digits; a district of before 2015 and a date cell; a serial number; a year in words.
		expect(['示例澄澄溪博物馆', '示例澄澄宁商会', '示例澄澄荷科创园', '示例澄澄桥研究院'].map((name) => units.get(name))).toEqual(['无锡市 滨湖区 2023-11', '无锡市 梁溪区 2023-05-06', '芜湖市  2023-03-15', '合肥市  2022']);
	});

	await test.step('the marked cells are corrected in the workbook that came back; of it only they are new', async () => {
		const response = await editor.context().request.get(`${editor.url().split('?')[0]}/answer`);
		expect(response.status()).toBe(200);
		const answer = await response.body();
		const marked = (await readTable(answer, { name: 'x' })).flatMap(({ rows }) => rows.map(({ cells }) => cellText(cells[6]))).filter((text) => text !== '' && text !== '错误');
		expect(marked).toHaveLength(MESSY_FIGURES.wrong + 1);
		await compare(editor, '联络单位-已改.xlsx', corrected(answer));
		expect(await counts(editor)).toEqual(['9', '0', '1', '1', '1989', '38']);
		await write(editor, '9');
		await expectFigures(admin, target, '2017', '607', '正常');
	});

	await test.step('a second record of what was imported is caught as it is made', async () => {
		await open(editor, '/staff/records/members/new');
		await expect(editor.getByRole('button', { name: '再加一行' }).first()).toBeVisible(SLOW);
		await editor.locator('[name="name.zh"]').fill('示例澄澄湖股份有限公司');
		await editor.locator('[name="kind"]').selectOption('enterprise');
		await editor.locator('[name="name.zh"]').press('Control+Enter');
		await expect(editor.getByRole('group', { name: '可能已有这条记录' }).getByRole('link', { name: '示例澄澄湖有限公司' })).toBeVisible(SLOW);
	});

	await test.step('both change one record: the second sees both versions and merges', async () => {
		const path = '/staff/records/partners/xianggang-zhonghua-gongshang-zonghui';
		const input = (page: Page, which: string) => page.locator(`[name="${which}"]`);
		for (const page of [admin, editor]) {
			await open(page, path);
			await expect(page.getByRole('button', { name: '再加一行' }).first()).toBeVisible(SLOW);
		}
		const was = await input(admin, 'name.zh').inputValue();
		await input(admin, 'name.zh').fill(`${was}甲`);
		await input(admin, 'website').fill('https://shili.example/');
		await admin.getByRole('button', { name: '保存' }).click();
		await expect(admin.getByRole('status').first()).toContainText('已保存为第 2 版', SLOW);
		await input(editor, 'name.zh').fill(`${was}乙`);
		await input(editor, 'internalNote').fill('示例备注');
		await editor.getByRole('button', { name: '保存' }).click();
		const conflict = editor.getByRole('region', { name: '他人已先保存了改动' });
		await expect(conflict).toContainText('示例沈管理', SLOW);
		await expect(conflict.getByRole('row').filter({ hasText: `${was}甲` })).toContainText(`${was}乙`);
		await editor.getByLabel('采用我的').check();
		await editor.getByRole('button', { name: '保存' }).click();
		await expect(editor.getByRole('status').first()).toContainText('已保存为第 3 版', SLOW);
		await open(admin, path);
		await expect(input(admin, 'name.zh')).toHaveValue(`${was}乙`);
		await expect(input(admin, 'website')).toHaveValue('https://shili.example/');
		await expect(input(admin, 'internalNote')).toHaveValue('示例备注');
	});

	await test.step('a prospect is dragged to joined: the dashboard moves, the target is reached', async () => {
		const name = '示例蠡园文化中心';
		await open(editor, '/staff/prospects/new');
		await editor.getByLabel('名称', { exact: true }).fill(name);
		await editor.getByLabel('类别', { exact: true }).selectOption('museum');
		await editor.getByLabel('所在城市').selectOption('320200');
		await editor.getByLabel('阶段', { exact: true }).selectOption('approved');
		await editor.getByRole('button', { name: '保存' }).click();
		await expect(editor.getByRole('heading', { level: 1 })).toContainText(name, SLOW);
		const prospect = editor.url();
		await open(editor, '/staff/prospects');
		await drag(editor, name, 'converted');
		await expect(editor).toHaveURL(/\/convert$/, SLOW);
		await expect(editor.getByLabel('加盟日期')).toHaveValue(TODAY);
		await editor.getByLabel('来源', { exact: true }).selectOption({ index: 1 });
		const distinct = editor.getByLabel('这是另一家单位');
		if (await distinct.isVisible()) await distinct.check();
		await editor.getByRole('button', { name: '确认加盟' }).click();
		await expect(editor).toHaveURL(prospect, SLOW);
		await expectFigures(admin, target, '2018', '608', '已达成');
	});

	await test.step('the first import is undone as a whole: the figures go back by what it brought', async () => {
		await open(editor, new URL(first, server.origin).pathname);
		await editor.getByText('撤销', { exact: true }).first().click();
		await editor.getByRole('button', { name: '撤销整批改动' }).click();
		await expect(editor.getByRole('status').first()).toHaveText('已撤销，恢复了 3976 条记录。', SLOW);
		await expectFigures(admin, target, '30', '11', '有风险');
		expect((await exported(editor)).size).toBe(10);
	});

	for (const page of [admin, editor]) await page.context().close();
});

import { expect, test, type Browser, type BrowserContext, type Locator, type Page } from '@playwright/test';
import { startServer, type RunningServer } from '#tests/server/start.ts';
import { signInBrowser } from '#tests/server/sign-in.ts';
import { AXE, findings } from './findings.ts';
import { hold } from './held.ts';

let server: RunningServer | undefined;
test.beforeAll(async () => {
	test.setTimeout(180_000);
	server = await startServer({ env: { TODAY: '2026-11-22' } });
});
test.afterAll(async () => server?.stop());

const at = (path: string): string => server!.origin + path;
const into = (context: BrowserContext, name = '张三') => signInBrowser(context, 'editor', server!.origin, server!.databaseUrl, name);

async function violations(page: Page): Promise<string[]> {
	await page.evaluate(AXE);
	return findings(page);
}

const alive = (page: Page) => expect(page.getByRole('button', { name: '再加一行' }).or(page.getByRole('button', { name: 'Add a row' })).first()).toBeVisible();
const name = (page: Page) => page.locator('[name="name.zh"]');

async function open(browser: Browser, person: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
	const context = await browser.newContext(options);
	await into(context, person);
	return context.newPage();
}

test('by keyboard alone: what is wrong is said at its field, what was typed stays, and a record is made', async ({ page, context }) => {
	await into(context);
	await page.goto(at('/staff/records/members/new'));
	await alive(page);
	await name(page).focus();
	await page.keyboard.type('键盘示例研究院');
	await page.locator('[name="creditCode"]').fill('91440300708461136A');
	await page.keyboard.press('Control+Enter');
	await expect(page.getByRole('alert')).toContainText('有 2 处需要更正');
	await expect(page.getByRole('alert')).toContainText('校验位不符');
	await expect(name(page)).toHaveValue('键盘示例研究院');
	await expect(page.locator('[name="kind"]')).toBeFocused();
	await expect(page.locator('[name="creditCode"]')).toHaveValue('91440300708461136A');
	await page.locator('[name="kind"]').selectOption('institute');
	await page.locator('[name="creditCode"]').fill('9144 0300 7084 61136t');
	await page.locator('[name="city"]').selectOption('320200');
	await page.locator('[name="cityBasis"]').selectOption('stated');
	await expect(page.locator('[name="district"] option')).toHaveCount(8);
	await page.locator('[name="creditCode"]').press('Control+Enter');
	await expect(page.getByRole('status').first()).toHaveText('已新建。');
	await expect(page.getByRole('heading', { level: 1 })).toContainText('键盘示例研究院');
	await expect(page.locator('[name="creditCode"]')).toHaveValue('91440300708461136T');

	await page.goto(at('/staff/records/members/new'));
	await alive(page);
	await name(page).fill('键盘示例研究院有限公司');
	await page.locator('[name="kind"]').selectOption('institute');
	await page.keyboard.press('Control+Enter');
	const warning = page.getByRole('group', { name: '可能已有这条记录' });
	await expect(warning.getByRole('link', { name: '键盘示例研究院' })).toBeVisible();
	await expect(page.getByLabel('已核对，这是另一条记录')).toBeFocused();
	await page.keyboard.press('Space');
	await page.keyboard.press('Control+Enter');
	await expect(page.getByRole('status').first()).toHaveText('已新建。');
});

test('what is typed before the script comes is kept, in every kind of field', async ({ browser }) => {
	const page = await open(browser, '张三');
	const release = await hold(page);
	await page.goto(at('/staff/records/members/hongdou-jituan'), { waitUntil: 'commit' });
	await name(page).fill('先填的名称');
	await expect(page.locator('[name="aliases"]')).toHaveValue('HODO Group');
	await page.locator('[name="internalNote"]').fill('先填的备注');
	await page.locator('[name="kind"]').selectOption('park');
	await page.locator('[name="city"]').selectOption('330100');
	release();
	await alive(page);
	await expect(name(page)).toHaveValue('先填的名称');
	await expect(page.locator('[name="internalNote"]')).toHaveValue('先填的备注');
	await expect(page.locator('[name="aliases"]')).toHaveValue('HODO Group');
	await expect(page.locator('[name="kind"]')).toHaveValue('park');
	await expect(page.locator('[name="city"]')).toHaveValue('330100');
	await expect(page.locator('[name="district"] optgroup')).toHaveCount(1);
	await page.context().close();
});

test('a form with changes asks before it is left; one without, or one that is sent, does not', async ({ browser }) => {
	const page = await open(browser, '张三');
	const asked: string[] = [];
	let leave = false;
	page.on('dialog', (dialog) => {
		asked.push(dialog.type());
		void (leave ? dialog.accept() : dialog.dismiss());
	});
	const path = '/staff/records/members/wuxi-xingzhou-gongye-yuanqu';
	const records = page.getByRole('navigation').getByRole('link', { name: '记录', exact: true });
	await page.goto(at('/staff/records/members'));
	await page.goto(at(path));
	await alive(page);
	await records.click();
	await expect(page).toHaveURL(at('/staff/records'));
	expect(asked).toEqual([]);

	await page.goto(at(path));
	await alive(page);
	await page.locator('[name="internalNote"]').fill('还没有保存');
	await records.click();
	await expect.poll(() => asked.splice(0)).toEqual(['confirm']);
	await expect(page).toHaveURL(at(path));
	await expect(page.locator('[name="internalNote"]')).toHaveValue('还没有保存');
	await page.close({ runBeforeUnload: true });
	await expect.poll(() => asked.splice(0)).toEqual(['beforeunload']);

	await page.locator('[name="creditCode"]').fill('错');
	await page.getByRole('button', { name: '保存' }).click();
	await expect(page.getByRole('alert')).toContainText('需要更正');
	await records.click();
	await expect.poll(() => asked.splice(0)).toEqual(['confirm']);
	await expect(page).toHaveURL(at(path));
	await page.locator('[name="creditCode"]').fill('');
	await page.getByRole('button', { name: '保存' }).click();
	await expect(page.getByRole('status').first()).toContainText('已保存为第');
	expect(asked).toEqual([]);

	await page.locator('[name="internalNote"]').fill('也不要了');
	leave = true;
	await records.click();
	await expect(page).toHaveURL(at('/staff/records'));
	expect(asked).toEqual(['confirm']);
	await page.context().close();
});

for (const [kind, field, type] of [
	['a line', 'name.zh', async (input: Locator) => input.fill('先填的名称')],
	['several lines', 'internalNote', async (input: Locator) => input.fill('先填的备注')],
	['a choice', 'kind', async (input: Locator) => void (await input.selectOption('park'))]
] as const)
	test(`what was typed before the script came counts as a change: ${kind}`, async ({ browser }) => {
		const page = await open(browser, '张三');
		const release = await hold(page);
		await page.goto(at('/staff/records/members/hongdou-jituan'), { waitUntil: 'commit' });
		const input = page.locator(`[name="${field}"]`);
		await type(input);
		const typed = await input.inputValue();
		release();
		await alive(page);
		const dialog = page.waitForEvent('dialog');
		const click = page.getByRole('navigation').getByRole('link', { name: '记录', exact: true }).click();
		await (await dialog).dismiss();
		await click;
		await expect(input).toHaveValue(typed);
		await page.context().close();
	});

test('a reference is found while typing and taken by keyboard; a source is put behind a field', async ({ page, context }) => {
	await into(context);
	await page.goto(at('/staff/records/projects/new'));
	await alive(page);
	await page.locator('[name="title.zh"]').fill('组合框示例项目');
	await page.locator('[name="category"]').selectOption('research');
	const member = page.getByRole('combobox', { name: '参与成员 1' });
	await expect(async () => {
		await member.fill('');
		await member.pressSequentially('hongdou');
		await expect(page.getByRole('option', { name: /红豆集团/ })).toBeVisible({ timeout: 3000 });
	}).toPass();
	await member.press('ArrowDown');
	await member.press('Enter');
	await expect(member).toHaveValue('红豆集团 #hongdou-jituan');
	await page.getByRole('button', { name: '为「起始」添加来源' }).click();
	const source = page.getByRole('combobox', { name: '来源 1', exact: true });
	await expect(source).toBeFocused();
	await source.fill('红豆集团（百科条目）');
	await source.press('Control+Enter');
	await expect(page.getByRole('status').first()).toHaveText('已新建。');
	await expect(page.getByRole('combobox', { name: '来源 1', exact: true })).toHaveValue('红豆集团（百科条目） #hongdou-baike');
	await expect(page.locator('[name="citations.field"]').first()).toHaveValue('since');
});

test('the place is chosen on the map of the city, by pointer and by keyboard', async ({ page, context }) => {
	await into(context);
	await page.goto(at('/staff/records/members/hongdou-jituan'));
	await alive(page);
	await page.getByText('在地图上选点').click();
	const map = page.getByRole('button', { name: '无锡市地图：选择位置' });
	await expect(map).toBeVisible();
	const box = (await map.boundingBox())!;
	await map.click({ position: { x: box.width / 2, y: box.height / 2 } });
	const point = page.locator('[name="point"]');
	await expect(point).toHaveValue(/^1(19|20)\.\d{6}, 31\.\d{6}$/);
	const before = await point.inputValue();
	await map.focus();
	await page.keyboard.press('ArrowRight');
	await expect(point).not.toHaveValue(before);
	expect(Number((await point.inputValue()).split(',')[0])).toBeGreaterThan(Number(before.split(',')[0]));
	await page.locator('[name="point"]').fill('121.47, 31.23');
	await page.keyboard.press('Control+Enter');
	await expect(page.getByRole('group', { name: '坐标与所填地点不符' })).toContainText('上海市黄浦区');
});

for (const javaScriptEnabled of [true, false])
	test(`two people edit one record: the second merges, then the change is undone ${javaScriptEnabled ? 'with' : 'without'} script`, async ({ browser }) => {
		const path = javaScriptEnabled ? '/staff/records/partners/xianggang-zhonghua-gongshang-zonghui' : '/staff/records/events/chengli-2020';
		const field = javaScriptEnabled ? 'name.zh' : 'title.zh';
		const other = javaScriptEnabled ? 'website' : 'venue.zh';
		const [one, two] = [await open(browser, '张三', { javaScriptEnabled }), await open(browser, '李四', { javaScriptEnabled })];
		const input = (page: Page, which: string) => page.locator(`[name="${which}"]`);
		for (const page of [one, two]) {
			await page.goto(at(path));
			if (javaScriptEnabled) await alive(page);
		}
		const was = await input(one, field).inputValue();
		await input(one, field).fill(`${was}甲`);
		await input(one, other).fill('https://zhangsan.example/');
		await one.getByRole('button', { name: '保存' }).click();
		await expect(one.getByRole('status').first()).toContainText('已保存为第 2 版');

		await input(two, field).fill(`${was}乙`);
		await input(two, 'internalNote').fill('李四的备注');
		await two.getByRole('button', { name: '保存' }).click();
		const conflict = two.getByRole('region', { name: '他人已先保存了改动' });
		await expect(conflict).toContainText('张三');
		await expect(conflict.getByRole('row').filter({ hasText: `${was}甲` })).toContainText(`${was}乙`);
		await expect(input(two, other)).toHaveValue('https://zhangsan.example/');
		await expect(input(two, 'internalNote')).toHaveValue('李四的备注');
		await two.getByRole('button', { name: '保存' }).click();
		await expect(two.getByRole('alert')).toContainText('双方都改了这一项');
		await expect(input(two, 'internalNote')).toHaveValue('李四的备注');
		await expect(two.getByRole('radio').first()).toBeVisible();
		await two.getByLabel('采用我的').check();
		await two.getByRole('button', { name: '保存' }).click();
		await expect(two.getByRole('status').first()).toContainText('已保存为第 3 版');
		await expect(input(two, field)).toHaveValue(`${was}乙`);

		await two.goto(at(`${path}/history`));
		const second = two.getByRole('listitem').filter({ hasText: '第 2 版' }).filter({ hasText: '张三' });
		await second.getByText('撤销', { exact: true }).click();
		await second.getByRole('button', { name: '撤销这一改动' }).click();
		await expect(two.getByRole('alert')).toContainText('此后又改动了');
		const third = two.getByRole('listitem').filter({ hasText: '第 3 版' }).filter({ hasText: '李四' });
		await third.getByText('撤销', { exact: true }).click();
		await third.getByRole('button', { name: '撤销这一改动' }).click();
		await expect(two.getByRole('status').first()).toHaveText('已撤销，恢复了 1 条记录。');
		await expect(two.getByRole('listitem').filter({ hasText: '第 4 版' })).toContainText(`${was}甲`);
		await one.context().close();
		await two.context().close();
	});

test('a record is retired, found among the retired, and restored, in English', async ({ page, context }) => {
	await into(context, 'Editor Li');
	await page.goto(at('/en/staff/records/sources/hongdou-baike'));
	await expect(page.getByText('These records still name it:')).toBeVisible();
	await page.getByRole('button', { name: 'Retire' }).click();
	await expect(page.getByRole('status').first()).toHaveText('Retired.');
	await page.goto(at('/en/staff/records/sources?state=retired'));
	await page.locator('tbody th').getByRole('link').click();
	await page.getByRole('button', { name: 'Restore' }).click();
	await expect(page.getByRole('status').first()).toHaveText('Restored.');
	await page.goto(at('/en/staff/changes'));
	await expect(page.getByRole('listitem').filter({ hasText: 'Restored' }).first()).toContainText('Editor Li');
});

for (const [path, scheme, width] of [
	['/staff/records', 'light', 390],
	['/staff/records/members', 'dark', 1280],
	['/staff/records/members/hongdou-jituan', 'light', 1280],
	['/en/staff/records/members/hongdou-jituan', 'dark', 390],
	['/staff/records/projects/new', 'light', 390],
	['/en/staff/records/groups/taihu_science_circle', 'dark', 1280],
	['/staff/records/members/hongdou-jituan/history', 'dark', 390],
	['/en/staff/changes', 'light', 1280]
] as const)
	test(`nothing to hold against it: ${path} ${scheme} ${width}`, async ({ browser }) => {
		const page = await open(browser, '王五', { colorScheme: scheme, viewport: { width, height: 900 } });
		await page.goto(at(path));
		await page.waitForLoadState('networkidle');
		expect(await violations(page)).toEqual([]);
		expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
		await page.context().close();
	});

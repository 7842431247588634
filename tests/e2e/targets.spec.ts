import { expect, test, type Page } from '@playwright/test';
import * as v from 'valibot';
import { openDatabase } from '#db/connection.server.ts';
import { saveRecord } from '#db/queries/record.ts';
import { now } from '#domain/instant.ts';
import { memberSchema } from '#domain/member.ts';
import { membershipSchema } from '#domain/membership.ts';
import { signInBrowser } from '#tests/server/sign-in.ts';
import { startServer, type RunningServer } from '#tests/server/start.ts';
import { AXE, findings } from './findings.ts';

let server: RunningServer;
test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
	test.setTimeout(180_000);
	server = await startServer({ env: { TODAY: '2026-11-22' } });
});
test.afterAll(() => server?.stop());
test.beforeEach(({ context }) => signInBrowser(context, 'editor', server.origin, server.databaseUrl).then(() => undefined));

/** A member of Wenzhou more, written as any program beside the server would. */
async function join(id: string): Promise<void> {
	const db = openDatabase(server.databaseUrl);
	const save = { expectedVersion: null, at: now(), actor: 'tester', reason: 'test' };
	try {
		await db.transaction().execute(async (trx) => {
			await saveRecord(trx, 'member', v.parse(memberSchema, { id, name: { zh: `示例${id}` }, kind: 'museum', kindBasis: 'stated', city: '330300', cityBasis: 'stated', districtBasis: 'unknown' }), save);
			await saveRecord(trx, 'membership', v.parse(membershipSchema, { id: `${id}-1`, memberId: id, joined: '2026-11-20', joinedBasis: 'stated' }), save);
		});
	} finally {
		await db.destroy();
	}
}

async function violations(page: Page): Promise<string[]> {
	await page.evaluate(AXE);
	return findings(page);
}

async function fill(page: Page, name: string, value: string): Promise<void> {
	await page.getByLabel('名称', { exact: true }).fill(name);
	await page.getByLabel('目标值').fill(value);
	await page.getByLabel('起始日').fill('2026-01-01');
	await page.getByLabel('到期日').fill('2027-12-31');
	await page.getByLabel('修改原因').fill('秘书处会议通过');
}

test('a target is set, and moves when a member joins', async ({ page }) => {
	await page.goto(`${server.origin}/staff/targets/new`);
	await fill(page, '浙江覆盖城市', '五');
	await page.getByLabel('指标').selectOption('cities');
	await page.getByLabel('省市').selectOption('330000');
	await page.getByRole('button', { name: '保存' }).click();
	await expect(page.getByText('请填写数字，如 40。')).toBeVisible();
	await expect(page.getByLabel('名称', { exact: true })).toHaveValue('浙江覆盖城市');
	await expect(page.getByLabel('省市')).toHaveValue('330000');
	await page.getByLabel('目标值').fill('5');
	await page.getByRole('button', { name: '保存' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('浙江覆盖城市');
	await expect(page.locator('dt:text-is("实际") + dd')).toHaveText('2 座');
	await join('wenzhou-guan');
	await expect(async () => {
		await page.reload();
		await expect(page.locator('dt:text-is("实际") + dd')).toHaveText('3 座', { timeout: 2000 });
	}).toPass();
	await page.goto(`${server.origin}/provinces/330000`);
	await expect(page.locator('main')).toContainText('温州');
	await page.goto(`${server.origin}/staff/targets`);
	await expect(page.getByRole('row', { name: /浙江覆盖城市/ })).toContainText('3 / 5 座');
});

test('a target is set without a script, and the day can be turned back', async ({ browser }) => {
	const context = await browser.newContext({ javaScriptEnabled: false, locale: 'zh-CN' });
	await signInBrowser(context, 'editor', server.origin, server.databaseUrl);
	const page = await context.newPage();
	await page.goto(`${server.origin}/staff/targets/new`);
	await fill(page, '成员总数', '30');
	await page.getByRole('button', { name: '保存' }).click();
	await expect(page.getByRole('img', { name: /折线图/ })).toBeVisible();
	await page.getByLabel('截至').fill('2026-06-30');
	await page.getByRole('button', { name: '查看' }).click();
	await expect(page).toHaveURL(/at=2026-06-30/);
	await expect(page.locator('dt:text-is("实际") + dd')).toHaveText('20 家');
	await context.close();
});

test('pages of targets hold for everybody: axe, both themes, phone and desk, both languages', async ({ page }) => {
	test.setTimeout(180_000);
	await page.goto(`${server.origin}/staff/targets`);
	const links = await page.locator('tbody th a').evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).pathname));
	expect(links.length).toBeGreaterThan(1);
	const paths = ['/staff/targets', ...links.slice(0, 2), `${links[0]}/edit`, `${links[0]}/history`, '/staff/targets/method', '/en/staff/targets', `/en${links[0]}`, '/en/staff/targets/method'];
	for (const colorScheme of ['light', 'dark'] as const)
		for (const width of [390, 1280]) {
			await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
			await page.setViewportSize({ width, height: 900 });
			for (const path of paths) {
				await page.goto(server.origin + path);
				expect.soft(await violations(page), `${path} ${colorScheme} ${width}`).toEqual([]);
				const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
				expect.soft(wide, `${path} at ${width}`).toBeLessThanOrEqual(0);
			}
		}
});

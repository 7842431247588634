import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test, type Browser, type Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { PASSWORD, signInBrowser } from '#tests/server/sign-in.ts';
import { startServer, type RunningServer } from '#tests/server/start.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The code that an authenticator shows for a base32 secret (RFC 6238: SHA-1, six digits, 30 s). */
function codeOf(secret: string, seconds: number): string {
	const bits = [...secret].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('');
	const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
	const counter = Buffer.alloc(8);
	counter.writeBigUInt64BE(BigInt(Math.floor(seconds / 30)));
	const hash = createHmac('sha1', key).update(counter).digest();
	const offset = (hash.at(-1) as number) & 15;
	return String((hash.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

const seconds = (): number => Date.now() / 1000;

async function fill(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
	for (const [label, value] of Object.entries(fields)) await page.getByLabel(label, { exact: true }).fill(value);
}

async function signInBy(page: Page, origin: string, email: string, password = PASSWORD): Promise<void> {
	await page.goto(`${origin}/login`);
	await fill(page, { 电子邮箱: email, 密码: password });
	await page.getByRole('button', { name: '登录', exact: true }).click();
}

test.describe('people', () => {
	// Script comes and goes in this test: forms must work both ways.
	let server: RunningServer;
	test.beforeAll(async () => void (server = await startServer()));
	test.afterAll(() => server?.stop());

	const newPage = async (browser: Browser, javaScriptEnabled = true): Promise<Page> => (await browser.newContext({ locale: 'zh-CN', javaScriptEnabled })).newPage();

	test('the set-up link makes the first administrator, who invites a second person, ends a session elsewhere and shuts the person out', async ({ browser }) => {
		test.slow();
		const { origin } = server;
		await expect.poll(() => server.output()).toMatch(/\/setup\//);
		const path = /\/setup\/[\w-]+/.exec(server.output())?.[0] ?? '';
		const admin = await newPage(browser);
		await admin.goto(origin + path);
		await expect(admin.getByRole('heading', { level: 1 })).toHaveText('设置首位管理员');
		await fill(admin, { 姓名: '沈管理', 电子邮箱: 'admin@example.org', 密码: PASSWORD, 再次输入密码: PASSWORD });
		await admin.getByRole('button', { name: '创建管理员账户' }).click();
		await expect(admin).toHaveURL(`${origin}/staff`);

		await admin.getByRole('link', { name: '人员' }).click();
		await admin.getByLabel(/^姓名/).fill('周编辑');
		await admin.getByRole('radio', { name: /^编辑/ }).check();
		await admin.getByRole('button', { name: '生成邀请链接' }).click();
		const link = await admin.getByRole('status').getByRole('textbox').inputValue();
		expect(link).toMatch(new RegExp(`^${origin}/setup/[\\w-]{20,}$`));

		const editor = await newPage(browser, false);
		await editor.goto(link);
		await expect(editor.getByText('权限为「编辑」')).toBeVisible();
		await fill(editor, { 电子邮箱: 'editor@example.org', 密码: PASSWORD, 再次输入密码: 'something else' });
		await editor.getByRole('button', { name: '创建账户' }).click();
		await expect(editor.getByText('两次输入的密码不一致。')).toBeVisible();
		await expect(editor.getByLabel('姓名')).toHaveValue('周编辑');
		await expect(editor.getByLabel('电子邮箱')).toHaveValue('editor@example.org');
		await fill(editor, { 密码: PASSWORD, 再次输入密码: PASSWORD });
		await editor.getByRole('button', { name: '创建账户' }).click();
		await expect(editor).toHaveURL(`${origin}/staff`);
		await expect(editor.getByRole('navigation', { name: '工作台导航' }).getByRole('link', { name: '人员' })).toHaveCount(0);
		await editor.goto(`${origin}/staff/people`);
		await expect(editor.getByRole('heading', { level: 1 })).toHaveText('您的权限不足');

		// A second browser of the same person, ended from the first.
		const elsewhere = await newPage(browser);
		await signInBy(elsewhere, origin, 'editor@example.org');
		await expect(elsewhere).toHaveURL(`${origin}/staff`);
		await editor.goto(`${origin}/staff/account`);
		await editor.getByRole('button', { name: '结束其他设备的登录' }).click();
		await expect(editor.getByText('登录已结束。')).toBeVisible();
		await elsewhere.goto(`${origin}/staff`);
		await expect(elsewhere).toHaveURL(/\/login\?to=%2Fstaff$/);

		await admin.goto(`${origin}/staff/people`);
		await admin.getByRole('link', { name: '周编辑' }).click();
		await expect(async () => {
			await admin.getByText('停用', { exact: true }).first().click();
			await expect(admin.getByRole('button', { name: '停用' })).toBeVisible({ timeout: 1000 });
		}).toPass();
		await admin.getByRole('button', { name: '停用' }).click();
		await expect(admin.getByText('已完成。')).toBeVisible();
		await editor.goto(`${origin}/staff`);
		await expect(editor).toHaveURL(/\/login/);
		await signInBy(editor, origin, 'editor@example.org');
		await expect(editor.getByRole('alert')).toHaveText('邮箱或密码不对。请核对后再试。');
	});

	test('a second factor is required, set up from the picture’s key, asked for at sign-in, and replaced by a recovery code', async ({ browser }) => {
		test.slow();
		const { origin } = server;
		const page = await newPage(browser);
		const { email } = await signInBrowser(page.context(), 'admin', origin, server.databaseUrl);
		await page.goto(`${origin}/staff/settings`);
		await page.getByRole('checkbox', { name: '要求所有人开启两步验证' }).check();
		await page.locator('section', { has: page.getByRole('heading', { name: '登录', exact: true }) }).getByRole('button', { name: '保存' }).click();
		await expect(page).toHaveURL(/\/staff\/(settings|account)/);
		await page.goto(`${origin}/staff/people`);
		await expect(page).toHaveURL(`${origin}/staff/account`);
		await expect(page.getByText('管理员要求所有人开启两步验证')).toBeVisible();

		const factor = page.getByRole('region', { name: '两步验证' });
		await factor.getByLabel('现在的密码').fill('not the password');
		await factor.getByRole('button', { name: '开始设置' }).click();
		await expect(factor.getByText('不对，请核对后再试。')).toBeVisible();
		await factor.getByLabel('现在的密码').fill(PASSWORD);
		await factor.getByRole('button', { name: '开始设置' }).click();
		await expect(factor.getByRole('img')).toBeVisible();
		const secret = (await factor.locator('.secret').innerText()).replace(/\s/g, '');
		const recovery = await factor.getByRole('list', { name: '恢复码' }).getByRole('listitem').allInnerTexts();
		expect(recovery).toHaveLength(10);
		await factor.getByLabel('验证码').fill('000000');
		await factor.getByRole('button', { name: '确认开启' }).click();
		await expect(factor.getByText('不对，请核对后再试。')).toBeVisible();
		await expect(factor.locator('.secret')).toBeVisible();
		await factor.getByLabel('验证码').fill(codeOf(secret, seconds()));
		await factor.getByRole('button', { name: '确认开启' }).click();
		await expect(page.getByText('两步验证已开启。')).toBeVisible();
		await page.goto(`${origin}/staff/people`);
		await expect(page.getByRole('heading', { level: 1 })).toContainText('人员');

		for (const [way, label] of [
			['authenticator', '验证码'],
			['recovery', '恢复码']
		] as const) {
			const other = await newPage(browser, way === 'authenticator');
			await signInBy(other, origin, email);
			await expect(other).toHaveURL(/\/login\/code\?to=/);
			await other.goto(`${origin}/staff`);
			await expect(other).toHaveURL(/\/login\?to=/);
			await other.goto(`${origin}/login/code`);
			if (way === 'recovery') await other.getByText('使用恢复码').click();
			await other.getByLabel(label, { exact: true }).fill(way === 'recovery' ? (recovery[0] as string) : codeOf(secret, seconds()));
			await other.getByRole('button', { name: '确认' }).nth(way === 'recovery' ? 1 : 0).click();
			await expect(other).toHaveURL(`${origin}/staff`);
		}
		const again = await newPage(browser, false);
		await signInBy(again, origin, email);
		await again.getByText('使用恢复码').click();
		await again.getByLabel('恢复码', { exact: true }).fill(recovery[0] as string);
		await again.getByRole('button', { name: '确认' }).nth(1).click();
		await expect(again.getByText('验证码不对。')).toBeVisible();
	});
});

for (const path of ['/login', '/staff', '/staff/account', '/staff/people', '/staff/settings', '/en/staff', '/en/staff/people', '/en/staff/settings'])
	test(`axe finds nothing on ${path}, and it fits a phone`, async ({ page, context }) => {
		test.slow();
		if (path !== '/login') await signInBrowser(context, 'admin');
		for (const [width, colorScheme] of [
			[1280, 'light'],
			[1280, 'dark'],
			[390, 'light'],
			[390, 'dark']
		] as const) {
			await page.setViewportSize({ width, height: 844 });
			await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
			await page.goto(path);
			await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
			await page.evaluate(AXE);
			const found = await page.evaluate(async () => {
				const { violations } = await (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run();
				return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ target }) => target.join(' ')).join(' | ')}`);
			});
			expect(found, `${width} px, ${colorScheme}`).toEqual([]);
			expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
		}
	});

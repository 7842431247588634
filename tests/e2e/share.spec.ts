import { randomBytes } from 'node:crypto';
import { expect, test, type Page } from '@playwright/test';
import { openDatabase } from '#db/connection.server.ts';
import { createShare } from '#db/queries/share.ts';
import { addDays, dayAt } from '#domain/day.ts';
import { now } from '#domain/instant.ts';
import { signInBrowser } from '#tests/server/sign-in.ts';
import { startServer, type RunningServer } from '#tests/server/start.ts';
import { watch } from './watch.ts';

let server: RunningServer | undefined;
test.beforeAll(async () => {
	test.setTimeout(180_000);
	server = await startServer({ env: { ACCESS: 'private' } });
});
test.afterAll(() => server?.stop());

const PASSWORD = '太湖之滨2026';
/** A view with a day and a filter of its own, and one that is none of it. */
const VIEW = '/cities/320200?at=2021-06-30&kind=enterprise';

async function statusOf(page: Page, path: string): Promise<number | undefined> {
	return (await page.goto(server!.origin + path))?.status();
}

for (const { prefix, by, words } of [
	{
		prefix: '',
		by: 'keyboard',
		words: { path: '页面地址', label: '备注', until: '有效期至', password: '密码', make: '生成链接', made: '链接已生成', closed: '此站点未公开', open: '打开', wrong: '密码不对', city: '无锡市', day: '2021年6月30日', revoked: '已撤销' }
	},
	{
		prefix: '/en',
		by: 'pointer',
		words: { path: 'Address of the page', label: 'Note', until: 'Valid until', password: 'Password', make: 'Make the link', made: 'The link is made', closed: 'This site is not public', open: 'Open', wrong: 'The password is not right', city: 'Wuxi', day: '30 June 2021', revoked: 'revoked' }
	}
] as const)
	test(`any view of a private installation is opened by its link and password alone, until the link is revoked: ${prefix || '/'} by ${by}`, async ({ page, browser }) => {
		test.setTimeout(120_000);
		const { origin, databaseUrl } = server!;
		const label = `例会 ${randomBytes(3).toString('hex')}`;
		const desk = await browser.newContext();
		await signInBrowser(desk, 'editor', origin, databaseUrl);
		const staff = await desk.newPage();
		await staff.goto(`${origin}${prefix}/staff/shares`);
		const address = staff.getByRole('textbox', { name: words.made });
		// What is typed before the script takes over stays, so that the form is filled and sent as it stands.
		await staff.getByLabel(words.path, { exact: true }).fill(prefix + VIEW);
		await staff.getByLabel(words.label, { exact: true }).fill(label);
		await staff.getByLabel(words.until, { exact: true }).fill(addDays(dayAt(Date.now()), 7));
		await staff.getByLabel(words.password, { exact: true }).fill(PASSWORD);
		if (by === 'keyboard') await staff.keyboard.press('Enter');
		else await staff.getByRole('button', { name: words.make }).click();
		await expect(address).toHaveValue(/\/share\/[\w-]{27}$/);
		const link = new URL(await address.inputValue());

		// Whoever has no link sees nothing.
		expect(await statusOf(page, prefix + VIEW)).toBe(401);
		await expect(page.getByRole('heading', { name: words.closed })).toBeVisible();
		const asked = page.getByLabel(words.password, { exact: true });
		const give = async (text: string): Promise<void> => {
			await asked.fill(text);
			if (by === 'keyboard') await page.keyboard.press('Enter');
			else await page.getByRole('button', { name: words.open, exact: true }).click();
		};
		const { faults, started } = await watch(page, origin, { missing: true });
		await page.goto(origin + prefix + link.pathname.replace(/^\/en/, ''));
		await expect(page.getByText(label)).toBeVisible();
		await give('不是这个');
		await expect(page.getByRole('alert')).toContainText(words.wrong);
		await give(PASSWORD);
		await expect(page).toHaveURL(`${origin}${prefix}${VIEW}`);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.city);
		await expect(page.locator('p.past')).toContainText(words.day);
		await started();
		const said = faults().filter((fault) => !/40[13]/.test(fault));
		expect(said).toEqual([]);

		// Nothing but that page: neither the page above it, nor its neighbour, nor the wall.
		for (const other of ['/', '/cities/320500', '/wall', '/members']) expect(await statusOf(page, prefix + other), other).toBe(401);
		expect(await statusOf(page, prefix + VIEW)).toBe(200);

		const row = staff.getByRole('row').filter({ hasText: label });
		const revoke = row.getByRole('button', { name: new RegExp(label) });
		if (by === 'keyboard') {
			await revoke.focus();
			await staff.keyboard.press('Enter');
		} else await revoke.click();
		await expect(row).toContainText(words.revoked);
		expect(await statusOf(page, prefix + VIEW)).toBe(401);
		expect(await statusOf(page, link.pathname)).toBe(404);
		await desk.close();
	});

test('a link that has run out opens nothing, and tries at a password are limited', async ({ page }) => {
	const db = openDatabase(server!.databaseUrl);
	const make = (expiresAt: string | null, password: string | null) => createShare(db, { path: '/wall', label: '会议室', expiresAt, password }, now());
	const [past, guarded] = [await make('2020-01-01T00:00:00.000Z', null), await make(null, PASSWORD)];
	await db.destroy();
	expect(await statusOf(page, `/share/${past.token}`)).toBe(404);
	expect(await statusOf(page, '/wall')).toBe(401);
	await page.goto(`${server!.origin}/share/${guarded.token}`);
	let status: number | undefined;
	for (let i = 0; i < 12 && status !== 429; i++) {
		const [answer] = await Promise.all([
			page.waitForResponse((response) => response.request().method() === 'POST'),
			(async () => {
				await page.getByLabel('密码', { exact: true }).fill(`x${i}`);
				await page.getByRole('button', { name: '打开', exact: true }).click();
			})()
		]);
		status = answer.status();
	}
	expect(status).toBe(429);
	expect(await statusOf(page, '/wall')).toBe(401);
});

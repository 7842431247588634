import { readFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { expect, test, type Page } from '@playwright/test';
import { openDatabase } from '#db/connection.server.ts';
import { saveRecord } from '#db/queries/record.ts';
import { now } from '#domain/instant.ts';
import { prospectSchema, type ProspectInput } from '#domain/prospect.ts';
import { signInBrowser } from '#tests/server/sign-in.ts';
import { hold } from './held.ts';
import { watch } from './watch.ts';

const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

/** A prospect of a name and identifier of its own. */
async function prospect(over: Partial<ProspectInput>): Promise<{ id: string; name: string }> {
	const mark = randomBytes(4).toString('hex');
	const [id, name] = [`shili-${mark}`, `示例单位${mark}`];
	const record = v.parse(prospectSchema, { id, name: { zh: name }, kind: 'museum', city: '330700', stage: 'visited', stageSince: '2026-07-01', noted: '2026-06-01', ...over });
	const db = openDatabase(process.env.ATLAS_DATABASE_URL ?? '');
	await db.transaction().execute((trx) => saveRecord(trx, 'prospect', record, { expectedVersion: null, at: now(), actor: 'test', reason: 'test' }));
	await db.destroy();
	return { id, name };
}

/** What axe finds in the page itself; the frame around it has a test of its own. */
async function violations(page: Page): Promise<string[]> {
	await page.evaluate(AXE);
	return page.evaluate(async () => {
		type Axe = { run(within: string): Promise<{ violations: { id: string; nodes: { target: unknown; failureSummary?: string }[] }[] }> };
		const found = await (window as unknown as { axe: Axe }).axe.run('#content');
		return found.violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} ${String(target)}: ${failureSummary}`));
	});
}

/** A figure of the row by its label. */
const figure = (page: Page, label: string) => page.locator('dl > div', { hasText: label }).locator('.value');

test.describe('where next', () => {
	test('weights change the order, stand in the address, and the back button undoes them', async ({ page, context, baseURL }) => {
		await signInBrowser(context, 'viewer');
		const found = await watch(page, baseURL ?? '');
		const { name } = await prospect({});
		await page.goto('/staff/next?city=330700');
		await found.started();
		const first = page.getByRole('table', { name: '排序' }).getByRole('row').nth(1);
		await expect(first).toContainText('金华');
		await expect(first).toContainText(name);
		await expect(first).toContainText(/已 \d+ 天没有进展/);
		await expect(first).toContainText('全市尚无成员 +8.0');
		const score = await first.locator('.score b').innerText();
		const weight = page.getByRole('spinbutton', { name: '「全市空白」的权重' });
		await expect(async () => {
			await weight.fill('0');
			await weight.press('Enter');
			await expect(page).toHaveURL(/weights=whole:0/, { timeout: 2000 });
		}).toPass();
		await expect(first).not.toContainText('全市尚无成员');
		expect(Number(score) - Number(await first.locator('.score b').innerText())).toBeCloseTo(8, 5);
		await page.goBack();
		await expect(first).toContainText('全市尚无成员 +8.0');
		// A viewer looks, and makes nothing.
		await expect(page.getByRole('link', { name: /新建意向单位/ })).toHaveCount(0);
		await expect(page.getByRole('button', { name: '存为默认权重' })).toHaveCount(0);
		expect(found.faults()).toEqual([]);
	});

	test('the map leads to the white spaces of a city, by pointer and by keyboard, and a white space to a prospect', async ({ page, context }) => {
		await signInBrowser(context, 'editor');
		await page.goto('/en/staff/next?kind=university');
		await expect(async () => {
			await page.locator('a[data-code="330500"]').first().focus({ timeout: 2000 });
			await page.keyboard.press('Enter');
			await expect(page).toHaveURL(/city=330500/, { timeout: 2000 });
		}).toPass();
		await expect(page).toHaveURL(/kind=university/);
		await page.getByRole('link', { name: 'New prospect in Huzhou · Universities' }).click();
		await expect(page).toHaveURL(/\/en\/staff\/prospects\/new\?.*city=330500/);
		await expect(page.locator('select[name="city"]')).toHaveValue('330500');
		await expect(page.locator('select[name="kind"]')).toHaveValue('university');
	});

	test.describe('without script', () => {
		test.use({ javaScriptEnabled: false });
		test('the form ranks by its weights and keeps the filters', async ({ page, context }) => {
			await signInBrowser(context, 'viewer');
			await page.goto('/staff/next?province=330000&spaces=cities');
			await page.getByRole('spinbutton', { name: '「属于核心区域」的权重' }).fill('0');
			await page.getByRole('button', { name: '按此排序' }).click();
			await expect(page).toHaveURL(/province=330000/);
			await expect(page).toHaveURL(/spaces=cities/);
			await expect(page.getByRole('table', { name: '排序' })).not.toContainText('属于中心区27城');
			await expect(page.getByRole('spinbutton', { name: '「属于核心区域」的权重' })).toHaveValue('0');
		});
	});
});

test.describe('what if', () => {
	test('supposing a prospect moves figures, map and tables, in the address alone', async ({ page, context, baseURL, browser }) => {
		await signInBrowser(context, 'viewer');
		const found = await watch(page, baseURL ?? '');
		const { id, name } = await prospect({ city: '331100', kind: 'university' });
		await page.goto('/staff/what-if');
		await found.started();
		const members = Number(await figure(page, '登记成员').innerText());
		await expect(page.locator('a[data-code="331100"]').first()).toHaveAttribute('aria-label', '丽水市：仍无成员');
		const box = page.getByRole('checkbox', { name: new RegExp(name) });
		await expect(async () => {
			await box.setChecked(true);
			await expect(page).toHaveURL(new RegExp(`joined=${id}`), { timeout: 2000 });
		}).toPass();
		await expect(figure(page, '登记成员')).toHaveText(String(members + 1));
		await expect(page.getByRole('table', { name: '新覆盖的城市' })).toContainText('丽水');
		await expect(page.locator('a[data-code="331100"]').first()).toHaveAttribute('aria-label', '丽水市：新覆盖，成员 1 家');
		await expect(box).toBeChecked();

		// The address is the scenario, for a colleague too; and nothing of it was written.
		const colleague = await browser.newContext();
		await signInBrowser(colleague, 'viewer');
		const theirs = await colleague.newPage();
		await theirs.goto(page.url().replace('/staff/', '/en/staff/'));
		await expect(figure(theirs, 'Members recorded')).toHaveText(String(members + 1));
		await theirs.goto('/staff/what-if');
		await expect(figure(theirs, '登记成员')).toHaveText(String(members));
		await colleague.close();

		await box.focus();
		await page.keyboard.press('Space');
		await expect(page).not.toHaveURL(/joined=/);
		await expect(figure(page, '登记成员')).toHaveText(String(members));
		expect(found.faults()).toEqual([]);
	});

	test.describe('without script', () => {
		test.use({ javaScriptEnabled: false });
		test('the choice is a form', async ({ page, context }) => {
			await signInBrowser(context, 'viewer');
			const [one, other] = [await prospect({ city: '340600' }), await prospect({ city: '340600' })];
			await page.goto('/staff/what-if');
			for (const { name } of [one, other]) await page.getByRole('checkbox', { name: new RegExp(name) }).check();
			await page.getByRole('button', { name: '推演' }).click();
			await expect(page.getByRole('table', { name: '新覆盖的城市' })).toContainText('淮北');
			await expect(page.getByRole('checkbox', { name: new RegExp(one.name) })).toBeChecked();
			await expect(page.getByRole('status').first()).toContainText('若所选2家意向单位现在加盟');
		});
	});
});

test.describe('playlists', () => {
	const rows = (page: Page) => page.getByRole('list', { name: /^(各屏|Views)$/ }).getByRole('listitem');

	test('arranged by keyboard, saved, and played on the wall', async ({ page, context, baseURL }) => {
		await signInBrowser(context, 'editor');
		const found = await watch(page, baseURL ?? '');
		const name = `大厅 ${randomBytes(3).toString('hex')}`;
		await page.goto('/staff/playlists/new?views=map~20;growth~30;events');
		await found.started();
		const up = page.getByRole('button', { name: '把第 3 屏上移' });
		await expect(async () => {
			if ((await rows(page).nth(1).getByLabel('内容').inputValue()) !== 'events') {
				await up.focus();
				await page.keyboard.press('Enter');
			}
			await expect(rows(page).nth(1).getByLabel('内容')).toHaveValue('events', { timeout: 2000 });
		}).toPass();
		await page.getByRole('button', { name: '添加一屏' }).click();
		await expect(rows(page)).toHaveCount(4);
		await rows(page).nth(3).getByLabel('内容').selectOption('city:320200');
		await rows(page).nth(3).getByLabel('字幕').fill('太湖之滨');
		await page.getByRole('button', { name: '移除第 1 屏' }).click();
		await expect(rows(page)).toHaveCount(3);
		await page.getByLabel('名称').fill(name);
		await page.getByRole('button', { name: '保存' }).click();
		await expect(page).toHaveURL(/\/staff\/playlists$/);
		const item = page.getByRole('listitem').filter({ hasText: name });
		await expect(item).toContainText('3 屏');
		const href = await item.getByRole('link', { name: '在大屏播放' }).getAttribute('href');

		const wall = await context.browser()!.newContext();
		const screen = await wall.newPage();
		await screen.goto(`${href}&turn=3`);
		await expect(screen.getByRole('heading', { level: 1 })).toHaveText('太湖之滨');
		await wall.close();
		expect(found.faults()).toEqual([]);
	});

	test('what is typed before the script comes stays, and is what is saved', async ({ page, context, baseURL }) => {
		await signInBrowser(context, 'editor');
		const found = await watch(page, baseURL ?? '');
		const release = await hold(page);
		await page.goto('/staff/playlists/new?views=map~20;growth~30', { waitUntil: 'commit' });
		const name = `先填 ${randomBytes(3).toString('hex')}`;
		await page.getByLabel('名称').fill(name);
		await rows(page).nth(0).getByLabel('内容').selectOption('events');
		await rows(page).nth(0).getByLabel('秒数').fill('45');
		await rows(page).nth(1).getByLabel('字幕').fill('先填的字幕');
		release();
		await found.started();
		await expect(page.getByLabel('名称')).toHaveValue(name);
		await expect(rows(page).nth(0).getByLabel('内容')).toHaveValue('events');
		await expect(rows(page).nth(0).getByLabel('秒数')).toHaveValue('45');
		await expect(rows(page).nth(1).getByLabel('字幕')).toHaveValue('先填的字幕');
		await page.getByRole('button', { name: '把第 2 屏上移' }).click();
		await expect(rows(page).nth(0).getByLabel('字幕')).toHaveValue('先填的字幕');
		await expect(rows(page).nth(1).getByLabel('内容')).toHaveValue('events');
		await expect(rows(page).nth(1).getByLabel('秒数')).toHaveValue('45');
		await expect(page.getByRole('link', { name: '预览整个列表' })).toHaveAttribute('href', /views=growth~30%7C|events~45/);
		await page.getByRole('button', { name: '保存' }).click();
		await expect(page.getByRole('listitem').filter({ hasText: name })).toContainText('2 屏');
	});

	test('a playlist with changes asks before it is left; one without, or one that is saved, does not', async ({ page, context, baseURL }) => {
		await signInBrowser(context, 'editor');
		const found = await watch(page, baseURL ?? '');
		const asked: string[] = [];
		let leave = false;
		page.on('dialog', (dialog) => {
			asked.push(dialog.type());
			void (leave ? dialog.accept() : dialog.dismiss());
		});
		const path = '/staff/playlists/new?views=map~20;growth~30';
		const cancel = page.getByRole('link', { name: '返回列表', exact: true });
		await page.goto(path);
		await found.started();
		await cancel.click();
		await expect(page).toHaveURL(/\/staff\/playlists$/);
		expect(asked).toEqual([]);

		await page.goto(path);
		await found.started();
		for (const change of [
			() => page.getByRole('button', { name: '把第 2 屏上移' }).click(),
			() => page.getByRole('button', { name: '添加一屏' }).click(),
			() => rows(page).nth(1).getByLabel('秒数').fill('45')
		]) {
			await change();
			await cancel.click();
			await expect.poll(() => asked.splice(0)).toEqual(['confirm']);
			await expect(page).toHaveURL(/views=map/);
		}
		await expect(rows(page)).toHaveCount(3);

		await page.getByLabel('名称').fill('   ');
		await page.getByRole('button', { name: '保存' }).click();
		await expect(page.getByLabel('名称')).toBeFocused();
		await expect(page.getByRole('alert')).toBeVisible();
		await cancel.click();
		await expect.poll(() => asked.splice(0)).toEqual(['confirm']);
		await page.getByLabel('名称').fill(`离开之前 ${randomBytes(3).toString('hex')}`);
		await page.getByRole('button', { name: '保存' }).click();
		await expect(page).toHaveURL(/\/staff\/playlists$/);
		expect(asked).toEqual([]);

		await page.goto(path);
		await found.started();
		await page.getByRole('button', { name: '移除第 1 屏' }).click();
		leave = true;
		await cancel.click();
		await expect(page).toHaveURL(/\/staff\/playlists$/);
		expect(asked).toEqual(['confirm']);
	});

	test('what was typed stays when it is refused', async ({ page, context }) => {
		await signInBrowser(context, 'editor');
		await page.goto('/en/staff/playlists/new?views=map');
		await expect(async () => {
			await page.getByLabel('Caption').fill('kept');
			await page.getByLabel('Name').fill('   ');
			await page.getByRole('button', { name: 'Save' }).click();
			await expect(page.getByText('Please fill this in.')).toBeVisible({ timeout: 3000 });
		}).toPass();
		await expect(page.getByLabel('Caption')).toHaveValue('kept');
	});

	test.describe('without script', () => {
		test.use({ javaScriptEnabled: false });
		test('arranged and saved by the server', async ({ page, context }) => {
			await signInBrowser(context, 'editor');
			const name = `会议室 ${randomBytes(3).toString('hex')}`;
			await page.goto('/staff/playlists/new?views=map;growth');
			await page.getByLabel('名称').fill(name);
			await page.getByRole('button', { name: '把第 1 屏下移' }).click();
			await expect(rows(page).nth(0).getByLabel('内容')).toHaveValue('growth');
			await expect(page.getByLabel('名称')).toHaveValue(name);
			await page.getByRole('button', { name: '保存' }).click();
			await expect(page.getByRole('listitem').filter({ hasText: name })).toContainText('2 屏');
		});
	});
});

test('a share link is made, copied by hand, and revoked', async ({ page, context }) => {
	await signInBrowser(context, 'editor');
	const label = `例会 ${randomBytes(3).toString('hex')}`;
	await page.goto('/staff/shares?path=/wall');
	await page.getByLabel('备注').fill(label);
	await page.getByRole('button', { name: '生成链接' }).click();
	const address = page.getByRole('textbox', { name: '链接已生成' });
	await expect(address).toHaveValue(/\/share\/[\w-]{27}$/);
	const href = await address.inputValue();
	const other = await context.browser()!.newContext();
	const guest = await other.newPage();
	await guest.goto(href);
	await expect(guest).toHaveURL(/\/wall$/);
	const row = page.getByRole('row').filter({ hasText: label });
	await row.getByRole('button', { name: new RegExp(label) }).click();
	await expect(row).toContainText('已撤销');
	expect((await guest.goto(href))?.status()).toBe(404);
	await other.close();
});

for (const scheme of ['light', 'dark'] as const)
	for (const width of [390, 1280])
		test(`axe finds nothing: ${scheme}, ${width} px`, async ({ page, context }) => {
			await signInBrowser(context, 'editor');
			const { id } = await prospect({ city: '330700' });
			await page.setViewportSize({ width, height: 900 });
			await page.emulateMedia({ colorScheme: scheme });
			for (const path of ['/staff/next?weights=zone:9', `/en/staff/what-if?joined=${id}`, '/staff/playlists', '/en/staff/playlists/new', '/staff/shares']) {
				await page.goto(path);
				expect(await violations(page), path).toEqual([]);
				expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${path} fits`).toBe(true);
			}
		});

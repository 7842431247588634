import { expect, test, type Page } from '@playwright/test';
import * as v from 'valibot';
import { openDatabase } from '#db/connection.server.ts';
import { saveRecord } from '#db/queries/record.ts';
import { createShare } from '#db/queries/share.ts';
import { now, timeOfInstant } from '#domain/instant.ts';
import { memberSchema } from '#domain/member.ts';
import { membershipSchema } from '#domain/membership.ts';
import { startServer, type RunningServer } from '#tests/server/start.ts';
import { layCable } from './cable.ts';

const title = (page: Page) => page.getByRole('heading', { level: 1 });
const fresh = (page: Page) => page.getByRole('status');

/** Opens the wall and waits until its script has taken over, with the playlist at rest. */
async function open(page: Page, path: string): Promise<void> {
	await page.goto(path);
	await expect(page.getByRole('button', { name: /^(全屏|Full screen)$/ })).toBeAttached();
	await page.keyboard.press('Space');
}

test.describe('while the record and the network change', () => {
	let server: RunningServer | undefined;
	test.beforeAll(async () => {
		test.setTimeout(120_000);
		server = await startServer();
	});
	test.afterAll(() => server?.stop());
	const members = (page: Page) => page.locator('dl > div', { has: page.getByText('登记成员', { exact: true }) }).locator('.number');

	/** A member more, written as any program beside the server would. */
	async function join(id: string): Promise<void> {
		const db = openDatabase(server!.databaseUrl);
		const save = { expectedVersion: null, at: now(), actor: 'tester', reason: 'test' };
		const unknown = { cityBasis: 'unknown', districtBasis: 'unknown' } as const;
		try {
			await db.transaction().execute(async (trx) => {
				await saveRecord(trx, 'member', v.parse(memberSchema, { id, name: { zh: `示例${id}` }, kind: 'park', kindBasis: 'stated', ...unknown }), save);
				await saveRecord(trx, 'membership', v.parse(membershipSchema, { id: `${id}-1`, memberId: id, joined: '2024-01-01', joinedBasis: 'stated' }), save);
			});
		} finally {
			await db.destroy();
		}
	}

	for (const { path, live, stale, recorded, first, second } of [
		{ path: '/wall', live: '实时', stale: /^数据停于 \d\d:\d\d$/, recorded: '登记成员', first: '成员覆盖', second: '成员分布' },
		{ path: '/en/wall', live: 'Live', stale: /^Stale since \d\d:\d\d$/, recorded: 'Members recorded', first: 'Coverage', second: 'Where the members are' }
	] as const)
		test(`a change appears within five seconds, and a cut line is told until it is mended, ${path}`, async ({ page }) => {
			test.setTimeout(120_000);
			const cable = await layCable(server!.origin);
			await open(page, cable.origin + path);
			await expect(fresh(page)).toHaveText(live);
			const number = page.locator('dl > div', { has: page.getByText(recorded, { exact: true }) }).locator('.number');
			const count = async (): Promise<number> => parseInt((await number.textContent()) ?? '', 10);
			const before = await count();
			const name = path.replaceAll('/', '-').slice(1);
			await join(`${name}-yi`);
			await expect.poll(count, { timeout: 5000 }).toBe(before + 1);
			await expect(fresh(page)).toHaveText(live);

			cable.cut();
			await expect(fresh(page)).toHaveText(stale);
			const told = (await fresh(page).innerText()).slice(-5);
			expect([timeOfInstant(now()), timeOfInstant(new Date(Date.now() - 60_000).toISOString())]).toContain(told);
			await join(`${name}-er`);
			await page.keyboard.press('ArrowRight');
			await expect(title(page)).toHaveText(second);
			await page.keyboard.press('ArrowLeft');
			await expect(title(page)).toHaveText(first);
			expect(await count(), 'the last good picture is kept').toBe(before + 1);
			await expect(page.locator('.map path.area').first()).toBeVisible();

			cable.mend();
			await expect(fresh(page)).toHaveText(live, { timeout: 40_000 });
			await expect.poll(count).toBe(before + 2);
			await cable.remove();
		});

	test('a refused answer leaves the picture as it is, and is tried again', async ({ page }) => {
		await open(page, `${server!.origin}/wall`);
		await expect(fresh(page)).toHaveText('实时');
		const before = (await members(page).textContent()) ?? '';
		let refused = 0;
		await page.route('**/wall/turns', (route) => {
			if (refused > 1) return route.fallback();
			refused++;
			return route.fulfill({ status: 500, body: 'no' });
		});
		await join('xin-san');
		await expect(fresh(page)).toHaveText(/^数据停于/);
		await expect(members(page)).toHaveText(before);
		await expect(fresh(page)).toHaveText('实时', { timeout: 20_000 });
		await expect(members(page)).not.toHaveText(before);
		expect(refused).toBe(2);
	});

	test('a new build is taken up by itself', async ({ page }) => {
		let loads = 0;
		page.on('load', () => loads++);
		await page.route('**/live', (route) =>
			route.fulfill({ contentType: 'text/event-stream', body: `data: ${JSON.stringify({ stamp: 'x', time: now(), build: 'another' })}\n\n` }),
			{ times: 1 }
		);
		await page.goto(`${server!.origin}/wall`);
		await expect.poll(() => loads).toBe(2);
		await expect(fresh(page)).toHaveText('实时');
		expect(loads).toBe(2);
	});

	test('the stream is sent as it comes, kept by nobody, and limited for one address', async () => {
		const ends: AbortController[] = [];
		const listen = async () => {
			const end = new AbortController();
			ends.push(end);
			return fetch(`${server!.origin}/live`, { signal: end.signal, headers: { 'accept-encoding': 'br, gzip' } });
		};
		const answer = await listen();
		expect(answer.headers.get('content-type')).toBe('text/event-stream');
		expect(answer.headers.get('cache-control')).toBe('no-store');
		expect(answer.headers.get('content-encoding')).toBe(null);
		const reader = answer.body!.getReader();
		const word = async (): Promise<{ stamp: string; time: string }> => JSON.parse(new TextDecoder().decode((await reader.read()).value).slice(6));
		const first = await word();
		await join('xin-si');
		const second = await word();
		expect(second.stamp).not.toBe(first.stamp);
		expect(Date.parse(second.time)).toBeGreaterThan(Date.parse(first.time));
		await reader.cancel();

		const statuses = (await Promise.all(Array.from({ length: 70 }, listen))).map(({ status }) => status);
		expect(statuses.filter((status) => status === 200).length).toBeGreaterThan(40);
		expect(statuses).toContain(503);
		for (const end of ends) end.abort();
		await expect
			.poll(async () => {
				const again = await listen();
				ends.at(-1)!.abort();
				return again.status;
			})
			.toBe(200);
	});
});

test('a server that is told to stop does not wait for its listeners', async () => {
	test.setTimeout(120_000);
	const server = await startServer();
	const answer = await fetch(`${server.origin}/live`);
	const reader = answer.body!.getReader();
	await reader.read();
	const start = performance.now();
	await Promise.all([server.stop(), (async () => expect((await reader.read()).done).toBe(true))()]);
	expect(performance.now() - start).toBeLessThan(5000);
});

test('on a private installation a share of the wall opens the wall, its figures and its stream, and nothing else', async ({ page, request }) => {
	test.setTimeout(120_000);
	const server = await startServer({ env: { ACCESS: 'private' } });
	const db = openDatabase(server.databaseUrl);
	try {
		for (const path of ['/wall', '/wall/turns', '/live']) expect((await request.get(server.origin + path)).status(), path).toBe(401);
		const { token: other } = await createShare(db, { path: '/cities/320200', label: '无锡', expiresAt: null, password: null }, now());
		await request.get(`${server.origin}/share/${other}`);
		expect((await request.get(`${server.origin}/cities/320200`)).status()).toBe(200);
		expect((await request.get(`${server.origin}/wall/turns`)).status()).toBe(401);

		const { token } = await createShare(db, { path: '/wall?views=overview', label: '会议室', expiresAt: null, password: null }, now());
		await page.goto(`${server.origin}/share/${token}`);
		await expect(page).toHaveURL(`${server.origin}/wall?views=overview`);
		await expect(fresh(page)).toHaveText('实时');
		expect((await page.request.get(`${server.origin}/wall/turns?views=map`)).status()).toBe(200);
		expect((await page.request.get(`${server.origin}/`)).status()).toBe(401);
	} finally {
		await db.destroy();
		await server.stop();
	}
});

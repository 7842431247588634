import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '#db/connection.server.ts';
import { createShare, revokeShare } from '#db/queries/share.ts';
import type { Db } from '#db/schema.ts';
import { instantOf } from '#domain/instant.ts';
import { startServer, type RunningServer } from '#tests/server/start.ts';

let server: RunningServer;
let db: Db;

beforeAll(async () => {
	server = await startServer({ env: { ACCESS: 'private', ADDRESS_HEADER: 'x-client' } });
	db = openDatabase(server.databaseUrl);
});
afterAll(async () => {
	await db?.destroy();
	await server?.stop();
});

const now = (): string => instantOf(Date.now());
const make = (path: string, password: string | null = null, expiresAt: string | null = null) =>
	createShare(db, { path, label: '例会', expiresAt, password }, now());

/** From where is asked: tries of share links are limited by it. */
let client = '192.0.2.1';

function ask(path: string, { cookie = '', ...init }: RequestInit & { cookie?: string } = {}): Promise<Response> {
	return fetch(server.origin + path, { redirect: 'manual', ...init, headers: { accept: 'text/html', 'x-client': client, cookie, ...init.headers } });
}

const give = (path: string, password: string): Promise<Response> =>
	ask(path, { method: 'POST', body: new URLSearchParams({ password }), headers: { origin: server.origin } });

const cookieOf = (response: Response): string => (response.headers.getSetCookie()[0] ?? '').split(';')[0] as string;

describe('a private installation', () => {
	test.each(['/', '/en', '/members', '/cities/320200', '/nothing', '/search?q=wuxi', '/figures/members'])('closes %s', async (path) => {
		const response = await ask(path);
		const body = await response.text();
		expect(response.status).toBe(401);
		expect(body).toMatch(path.startsWith('/en') ? 'This site is not public' : '此站点未公开');
		expect(body).not.toMatch(/红豆集团|来源 \d/);
		expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
		expect(response.headers.get('cache-control')).toContain('no-store');
	});

	test('closes the data of its pages and its live channel too', async () => {
		for (const path of ['/__data.json', '/members/__data.json', '/live', '/search/suggest?q=wuxi']) {
			const response = await ask(path);
			expect(response.status, path).toBe(401);
			expect(await response.text()).not.toContain('红豆');
		}
	});

	test('still answers an operator', async () => {
		expect((await ask('/healthz')).status).toBe(200);
		expect((await ask('/readyz')).status).toBe(200);
	});

	test('opens one page, in any view of it, to whoever holds its share', async () => {
		const { share, token } = await make('/cities/320200?at=2021-06-30');
		const entered = await ask(`/share/${token}`);
		expect(entered.status).toBe(303);
		expect(entered.headers.get('location')).toBe('/cities/320200?at=2021-06-30');
		const set = entered.headers.getSetCookie()[0] ?? '';
		expect(set).toMatch(/HttpOnly/i);
		expect(set).toMatch(/SameSite=Lax/i);
		const cookie = cookieOf(entered);
		const page = await ask('/cities/320200?at=2021-06-30', { cookie });
		expect(page.status).toBe(200);
		expect(await page.text()).toContain('无锡市');
		expect((await ask('/en/cities/320200', { cookie })).status).toBe(200);
		expect((await ask('/cities/320200/__data.json', { cookie })).status).toBe(200);
		for (const other of ['/', '/cities/320500', '/members']) expect((await ask(other, { cookie })).status, other).toBe(401);
		await revokeShare(db, share.id, now());
		expect((await ask('/cities/320200', { cookie })).status).toBe(401);
		expect((await ask(`/share/${token}`)).status).toBe(404);
	});

	test.each([
		['/en/cities/320200?kind=enterprise', '/en/cities/320200'],
		['/en?at=2021-06-30', '/en'],
		['/en/wall', '/en/wall']
	])('a share of %s, as it is copied from an English page, opens it in English, and in Chinese too', async (path, page) => {
		const entered = await ask(`/share/${(await make(path)).token}`);
		expect(entered.headers.get('location')).toBe(path);
		const cookie = cookieOf(entered);
		for (const address of [path, page.replace(/^\/en/, '') || '/']) expect((await ask(address, { cookie })).status, address).toBe(200);
		expect((await ask('/en/members', { cookie })).status).toBe(401);
	});

	test('several shares open side by side', async () => {
		const first = cookieOf(await ask(`/share/${(await make('/members')).token}`));
		const second = cookieOf(await ask(`/share/${(await make('/events')).token}`, { cookie: first }));
		for (const path of ['/members', '/events']) expect((await ask(path, { cookie: second })).status).toBe(200);
	});

	test('a share that has expired, or never was, opens nothing', async () => {
		const { token } = await make('/', null, '2020-01-01T00:00:00.000Z');
		expect((await ask(`/share/${token}`)).status).toBe(404);
		expect((await ask('/share/nothing')).status).toBe(404);
		expect((await ask('/', { cookie: `share=${token}` })).status).toBe(401);
	});

	test('a share with a password asks for it, and its address alone opens nothing', async () => {
		const { token } = await make('/members', '太湖图谱2026');
		const asked = await ask(`/share/${token}`);
		expect(asked.status).toBe(200);
		expect(await asked.text()).toContain('这个链接设有密码');
		expect((await ask('/members', { cookie: `share=${token}` })).status).toBe(401);
		const wrong = await give(`/share/${token}`, '太湖图谱2025');
		expect(wrong.status).toBe(403);
		expect(await wrong.text()).toContain('密码不对');
		const right = await give(`/share/${token}`, '太湖图谱2026');
		expect(right.status).toBe(303);
		expect((await ask('/members', { cookie: cookieOf(right) })).status).toBe(200);
	});

	test('tries at a password run out', async () => {
		const { token } = await make('/', '太湖图谱2026');
		const statuses: number[] = [];
		for (let i = 0; i < 12; i++) statuses.push((await give(`/share/${token}`, `x${i}`)).status);
		expect(statuses).toContain(429);
		expect(statuses.at(-1)).toBe(429);
		expect((await give(`/share/${token}`, '太湖图谱2026')).status).toBe(429);
	});
});

describe('the open data of a private installation', () => {
	beforeAll(() => void (client = '192.0.2.2'));

	test.each(['/api/v1', '/api/v1/members', '/dashboard.json', '/en/members.csv', '/cities/320200.svg', '/growth.png', '/data.zip', '/feed.atom', '/events.ics', '/sitemap.xml'])('closes %s with a problem', async (path) => {
		const response = await ask(path);
		expect([response.status, response.headers.get('content-type')]).toEqual([401, 'application/problem+json; charset=utf-8']);
		expect(await response.json()).toMatchObject({ code: 'private', status: 401 });
	});

	test('tells who looks through sites to stay away', async () => {
		const response = await ask('/robots.txt');
		expect([response.status, await response.text()]).toEqual([200, 'User-agent: *\nDisallow: /\n']);
	});

	test('whoever may read a page may have it in its other shapes, and nothing else; nothing is kept', async () => {
		const { token } = await make('/cities/320200');
		const cookie = cookieOf(await ask(`/share/${token}`));
		for (const path of ['/cities/320200.csv', '/en/cities/320200.json?at=2021-06-30', '/cities/320200.svg']) {
			const response = await ask(path, { cookie });
			expect([path, response.status]).toEqual([path, 200]);
			expect(response.headers.get('cache-control')).toBe('private, no-store');
			expect(response.headers.get('etag')).toBeNull();
		}
		for (const path of ['/cities/310000.csv', '/dashboard.csv', '/members.csv', '/growth.csv', '/api/v1/cities/320200', '/data.zip']) expect([path, (await ask(path, { cookie })).status]).toEqual([path, 401]);
	});

	test('a share of the dashboard opens its growth as well', async () => {
		const cookie = cookieOf(await ask(`/share/${(await make('/')).token}`));
		for (const path of ['/dashboard.json', '/growth.csv']) expect([path, (await ask(path, { cookie })).status]).toEqual([path, 200]);
	});
});

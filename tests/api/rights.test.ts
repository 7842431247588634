import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { atLeast, ROLES, type Role } from '#domain/role.ts';
import { roleOf, serverEntries, wayOf, type Entry } from '#tests/arch/entries.ts';
import { signIn } from '#tests/server/sign-in.ts';
import { startServer, type RunningServer } from '#tests/server/start.ts';
import { EXAMPLES, FOR_EVERYBODY } from './rights.ts';

const entries = serverEntries().filter(({ kind, route }) => kind !== 'layout' && !route.startsWith('/stage'));
const guarded = entries.flatMap((entry) => {
	const needed = /^\/staff(\/|$)/.test(entry.route) ? roleOf(entry) : null;
	return needed ? [{ name: wayOf(entry), entry, needed }] : [];
});
const open = entries.filter((entry) => FOR_EVERYBODY.includes(wayOf(entry)));

let server: RunningServer;
beforeAll(async () => void (server = await startServer()));
afterAll(() => server?.stop());

/** A real address for a route: unknown records where nobody says a better one. */
const addressOf = (route: string): string => EXAMPLES[route] ?? route.replace(/\[\.{3}\w+(=\w+)?\]/g, 'x/y').replace(/\[\[?\w+(=\w+)?\]?\]/g, '0');

/** A signed-in person's cookie, or none. A new person each time: what is allowed may end sessions. */
const cookieOf = async (role: Role | null): Promise<string> => (role === null ? '' : (await signIn(role, server.databaseUrl)).cookie);

async function ask(entry: Entry, cookie: string, { path = addressOf(entry.route), headers = {} }: { path?: string; headers?: Record<string, string> } = {}): Promise<Response> {
	const method = entry.kind === 'load' ? 'GET' : entry.kind === 'action' ? 'POST' : entry.name === 'fallback' ? 'PATCH' : entry.name;
	const address = entry.kind === 'action' && entry.name !== 'default' ? `${path}?/${entry.name}` : path;
	return fetch(server.origin + address, {
		method,
		redirect: 'manual',
		headers: { accept: 'text/html', cookie, origin: server.origin, ...headers },
		...(entry.kind === 'action' && { body: new URLSearchParams() }),
		signal: AbortSignal.timeout(20_000)
	});
}

test('every way into the server requires a role below /staff, and is listed as one for everybody elsewhere', () => {
	const ways = (all: readonly Entry[]): string[] => all.map(wayOf).sort();
	expect(ways([...guarded.map(({ entry }) => entry), ...open])).toEqual(ways(entries));
	expect([...FOR_EVERYBODY].sort()).toEqual(ways(open));
});

describe.each(guarded)('$name is for $needed', ({ entry, needed }) => {
	test('and for nobody who is not signed in', async () => {
		const response = await ask(entry, '');
		if (entry.kind === 'load') {
			expect(response.status).toBe(303);
			expect(response.headers.get('location')).toBe(`/login?to=${encodeURIComponent(addressOf(entry.route))}`);
			const english = await ask(entry, '', { path: `/en${addressOf(entry.route)}` });
			expect(english.headers.get('location')).toMatch(/^\/en\/login\?to=/);
			const data = await fetch(`${server.origin}${addressOf(entry.route)}/__data.json`, { redirect: 'manual' });
			expect(await data.json()).toMatchObject({ type: 'redirect', location: expect.stringMatching(/^\/login\?to=/) });
		} else if (entry.kind === 'method' && entry.name === 'GET') {
			// A link that a browser follows, such as that of a download, leads to the sign-in too; what a script asks for does not.
			expect(response.status).toBe(303);
			expect(response.headers.get('location')).toBe(`/login?to=${encodeURIComponent(addressOf(entry.route))}`);
			expect((await ask(entry, '', { headers: { accept: '*/*' } })).status).toBe(401);
		} else expect(response.status).toBe(401);
		expect(response.headers.get('cache-control')).toContain('no-store');
	});

	for (const role of ROLES)
		test(`asked by ${role}`, async () => {
			const response = await ask(entry, await cookieOf(role));
			expect(response.headers.get('cache-control')).toContain('no-store');
			expect(response.headers.get('x-robots-tag')).toContain('noindex');
			if (!atLeast(role, needed)) {
				expect(response.status).toBe(403);
				if (entry.kind === 'load') {
					expect(await response.text()).toContain('您的权限不足');
					const data = await fetch(`${server.origin}${addressOf(entry.route)}/__data.json`, { headers: { cookie: await cookieOf(role) } });
					expect(JSON.stringify(await data.json())).toMatch(/"type":"error".*"status":403|"status":403.*"type":"error"/);
				}
			} else {
				expect([401, 403, 500]).not.toContain(response.status);
				expect(response.headers.get('location') ?? '').not.toMatch(/\/login\?to=/);
			}
			if (!response.bodyUsed) await response.body?.cancel();
		});
});

describe('what is for everybody', () => {
	const pages = open.filter(({ kind, route }) => kind === 'load' && !/^\/(login|setup|share)(\/|$)/.test(route));

	test.each(pages.map((entry) => [entry.route, entry] as const))('%s is the same for somebody who is signed in', async (_, entry) => {
		const cookie = await cookieOf('admin');
		// In different encodings, since a kept answer would be given to both.
		const [mine, anybodys] = [await ask(entry, cookie, { headers: { 'accept-encoding': 'gzip' } }), await ask(entry, '', { headers: { 'accept-encoding': 'br' } })];
		expect(mine.status).toBe(anybodys.status);
		expect([401, 403, 500]).not.toContain(mine.status);
		const [one, other] = [await mine.text(), await anybodys.text()].map((text) => text.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'moment').replace(/'sha256-[^']+'/g, ''));
		expect(one === other, 'the same bytes').toBe(true);
		expect(mine.headers.getSetCookie()).toEqual([]);
	});

	test.each(open.filter((entry) => !pages.includes(entry)).map((entry) => [wayOf(entry), entry] as const))('%s asks for no role', async (_, entry) => {
		const response = await ask(entry, '');
		expect([401, 403, 500]).not.toContain(response.status === 401 && /^\/login/.test(entry.route) ? 400 : response.status);
		if (!response.bodyUsed) await response.body?.cancel();
	});
});

describe('a session', () => {
	const desk = serverEntries().find(({ route, kind }) => route === '/staff' && kind === 'load') as Entry;

	test.each([
		['forged', (cookie: string) => cookie.replace(/.{12}$/, 'AAAAAAAAAAA%3D')],
		['of another name', (cookie: string) => cookie.replace('atlas.', 'other.')],
		['without its signature', (cookie: string) => cookie.split('.').slice(0, 2).join('.')]
	])('%s opens nothing', async (_, bend) => {
		const cookie = await cookieOf('admin');
		expect((await ask(desk, cookie)).status).toBe(200);
		expect((await ask(desk, bend(cookie))).status).toBe(303);
	});

	test.each([
		['another site', { origin: 'https://evil.example' }],
		['a page without origin', { origin: 'null' }],
		['another site that hides its origin', { origin: '', 'sec-fetch-site': 'cross-site' }]
	])('does not serve a form of %s', async (_, headers) => {
		const invite = serverEntries().find(({ route, name }) => route === '/staff/people' && name === 'invite') as Entry;
		expect((await ask(invite, await cookieOf('admin'), { headers })).status).toBe(403);
	});
});

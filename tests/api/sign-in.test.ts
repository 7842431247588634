import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashPassword } from 'better-auth/crypto';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openDatabase } from '#db/connection.server.ts';
import { createPerson } from '#db/queries/person.ts';
import type { Db } from '#db/schema.ts';
import { now } from '#domain/instant.ts';
import { startServer, type RunningServer } from '#tests/server/start.ts';
import { PASSWORD, signIn } from '#tests/server/sign-in.ts';

let server: RunningServer;
let db: Db;

beforeAll(async () => {
	server = await startServer();
	db = openDatabase(server.databaseUrl);
});
afterAll(async () => {
	await db?.destroy();
	await server?.stop();
});

test('a test signs in without the sign-in page', async () => {
	const { person, cookie } = await signIn('editor', inject('databaseUrl'));
	const response = await fetch(`${inject('origin')}/staff`, { headers: { accept: 'text/html', cookie } });
	expect(response.status).toBe(200);
	expect(await response.text()).toContain(person.name);
});

describe('the sign-in page', () => {
	const make = async (email: string) =>
		db.transaction().execute(async (trx) => createPerson(trx, { name: '沈编辑', email, role: 'editor', passwordHash: await hashPassword(PASSWORD) }, now()));
	const give = (fields: Record<string, string>, headers: Record<string, string> = {}, at = server): Promise<Response> =>
		fetch(`${at.origin}/login?/in`, {
			method: 'POST',
			redirect: 'manual',
			body: new URLSearchParams(fields),
			headers: { origin: at.origin, accept: 'text/html', ...headers }
		});

	test('lets in by e-mail address and password, in a session of its own', async () => {
		await make('shen@example.org');
		const entered = await give({ email: ' Shen@Example.org', password: PASSWORD, to: '/en/staff' });
		expect(entered.status).toBe(303);
		expect(entered.headers.get('location')).toBe('/en/staff');
		const [cookie = ''] = entered.headers.getSetCookie();
		expect(cookie).toMatch(/HttpOnly/i);
		expect(cookie).toMatch(/SameSite=Lax/i);
		const desk = await fetch(`${server.origin}/staff`, { headers: { accept: 'text/html', cookie: cookie.split(';')[0] ?? '' } });
		expect(desk.status).toBe(200);
		expect(await desk.text()).toContain('沈编辑');
	});

	test('says the same to an unknown address, a wrong password and somebody who is shut out, and keeps the address that was typed', async () => {
		await make('known@example.org');
		const left = await make('left@example.org');
		await db.updateTable('person').set({ deactivated_at: now() }).where('id', '=', left.id).execute();
		const said = [];
		for (const [email, password] of [
			['known@example.org', 'not the password'],
			['nobody@example.org', PASSWORD],
			['left@example.org', PASSWORD]
		] as const) {
			const response = await give({ email, password });
			expect(response.status).toBe(401);
			expect(response.headers.getSetCookie().filter((cookie) => /session_token=[^;]/.test(cookie))).toEqual([]);
			const body = await response.text();
			expect(body).toContain(`value="${email}"`);
			expect(body).not.toContain('not the password');
			said.push(/role="alert"[^>]*>([^<]+)/.exec(body)?.[1]);
		}
		expect(new Set(said)).toEqual(new Set(['邮箱或密码不对。请核对后再试。']));
	});

	test('leads to no other site', async () => {
		await make('astray@example.org');
		const entered = await give({ email: 'astray@example.org', password: PASSWORD, to: '//evil.example/' });
		expect(entered.headers.get('location')).toBe('/staff');
	});

	test('takes no form of another site', async () => {
		expect((await give({ email: 'known@example.org', password: PASSWORD }, { origin: 'https://evil.example' })).status).toBe(403);
	});

	test('signing out ends the session, not only the cookie', async () => {
		await make('out@example.org');
		const [cookie = ''] = (await give({ email: 'out@example.org', password: PASSWORD })).headers.getSetCookie().map((text) => text.split(';')[0] ?? '');
		const desk = () => fetch(`${server.origin}/staff`, { redirect: 'manual', headers: { accept: 'text/html', cookie } });
		expect((await desk()).status).toBe(200);
		const out = await fetch(`${server.origin}/login?/out`, { method: 'POST', redirect: 'manual', body: new URLSearchParams(), headers: { origin: server.origin, cookie, accept: 'text/html' } });
		expect(out.status).toBe(303);
		expect((await desk()).status).toBe(303);
	});

	describe('limits', () => {
		const tries = async (count: number, fields: (i: number) => Record<string, string>, headers: (i: number) => Record<string, string>, at: RunningServer): Promise<number[]> => {
			const statuses: number[] = [];
			for (let i = 0; i < count; i++) statuses.push((await give(fields(i), headers(i), at)).status);
			return statuses;
		};

		test('tries at one account run out, whatever a forged header says and however the address is written, and the right password does not help', async () => {
			const guarded = await startServer();
			try {
				const own = openDatabase(guarded.databaseUrl);
				await own.transaction().execute(async (trx) => createPerson(trx, { name: '甲', email: 'a@example.org', role: 'admin', passwordHash: await hashPassword(PASSWORD) }, now()));
				await own.destroy();
				const forged = (i: number) => ({ 'x-forwarded-for': `203.0.113.${i}`, 'x-atlas-address': `203.0.113.${i}`, 'x-real-ip': `198.51.100.${i}`, forwarded: `for=198.51.100.${i}` });
				const statuses = await tries(12, (i) => ({ email: i % 2 ? 'A@example.org ' : 'a@example.org', password: `wrong ${i}` }), forged, guarded);
				expect(statuses.slice(0, 10)).toEqual(Array(10).fill(401));
				expect(statuses.slice(10)).toEqual([429, 429]);
				const right = await give({ email: 'a@example.org', password: PASSWORD }, forged(99), guarded);
				expect(right.status).toBe(429);
				expect(await right.text()).toMatch(/尝试次数过多，请约 \d+ 分钟后再试/);
				// From the same address, other accounts run out as well.
				const others = await tries(12, (i) => ({ email: `other${i}@example.org`, password: 'x' }), forged, guarded);
				expect(others.at(-1)).toBe(429);
				expect(others[0]).toBe(401);
			} finally {
				await guarded.stop();
			}
		});

		test('behind a proxy that is named, each address has tries of its own, and what the client adds in front counts for nothing', async () => {
			const proxied = await startServer({ env: { ADDRESS_HEADER: 'x-forwarded-for', XFF_DEPTH: '1' } });
			try {
				const from = (address: string) => (i: number) => ({ 'x-forwarded-for': `10.9.8.${i}, ${address}` });
				const first = await tries(22, (i) => ({ email: `p${i}@example.org`, password: 'x' }), from('203.0.113.1'), proxied);
				expect(first.slice(0, 20)).toEqual(Array(20).fill(401));
				expect(first.slice(20)).toEqual([429, 429]);
				expect(await tries(1, () => ({ email: 'p@example.org', password: 'x' }), from('203.0.113.2'), proxied)).toEqual([401]);
			} finally {
				await proxied.stop();
			}
		});
	});
});

describe('a start', () => {
	test('prints a link while nobody keeps people, another one at the next start, and none once somebody does', async () => {
		const folder = mkdtempSync(join(tmpdir(), 'atlas-setup-'));
		const databaseUrl = `sqlite:${join(folder, 'atlas.db')}`;
		const started = async () => {
			const running = await startServer({ env: { DATABASE_URL: databaseUrl } });
			await expect.poll(() => running.output()).toMatch(/listens on/);
			return { running, path: () => /\/setup\/[\w-]+/.exec(running.output())?.[0] ?? null };
		};
		try {
			const first = await started();
			await expect.poll(first.path).not.toBeNull();
			await first.running.stop();
			const second = await started();
			await expect.poll(second.path).not.toBeNull();
			const { origin } = second.running;
			const link = second.path() ?? '';
			expect(link).not.toBe(first.path());
			const dead = await fetch(origin + first.path());
			expect(dead.status).toBe(404);
			expect(await dead.text()).toContain('这个链接已失效');
			const give = (fields: Record<string, string>) =>
				fetch(origin + link, { method: 'POST', redirect: 'manual', body: new URLSearchParams(fields), headers: { origin, accept: 'text/html' } });
			const given = { name: '首位', email: 'first@example.org', password: PASSWORD, again: PASSWORD };
			const short = await give({ ...given, password: 'short', again: 'other' });
			expect(short.status).toBe(400);
			const body = await short.text();
			for (const text of ['至少 12 个字符', '两次输入的密码不一致', 'value="first@example.org"']) expect(body).toContain(text);
			const made = await give(given);
			expect(made.status).toBe(303);
			const cookie = made.headers.getSetCookie().find((text) => text.startsWith('atlas.session_token=')) ?? '';
			expect((await fetch(`${origin}/staff/people`, { headers: { accept: 'text/html', cookie: cookie.split(';')[0] ?? '' } })).status).toBe(200);
			expect((await give({ ...given, email: 'second@example.org' })).status).toBe(404);
			expect((await fetch(origin + link)).status).toBe(404);
			await second.running.stop();
			const third = await started();
			expect(third.running.output()).not.toMatch(/\/setup\/|Nobody can sign in/);
			await third.running.stop();
		} finally {
			rmSync(folder, { recursive: true, force: true });
		}
	});
});

describe('a private installation', () => {
	test('is open to whoever is signed in, and to nobody else', async () => {
		const closed = await startServer({ env: { ACCESS: 'private' } });
		try {
			const { cookie } = await signIn('viewer', closed.databaseUrl);
			for (const path of ['/', '/members', '/en/cities/320200', '/search/suggest?q=wuxi']) {
				expect((await fetch(closed.origin + path, { headers: { accept: 'text/html' } })).status, path).toBe(401);
				expect((await fetch(closed.origin + path, { headers: { accept: 'text/html', cookie } })).status, path).toBe(200);
			}
			expect((await fetch(`${closed.origin}/login`)).status).toBe(200);
			expect((await fetch(`${closed.origin}/staff`, { redirect: 'manual', headers: { accept: 'text/html' } })).status).toBe(303);
		} finally {
			await closed.stop();
		}
	});
});

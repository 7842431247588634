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
	const give = (fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> =>
		fetch(`${server.origin}/login?/in`, {
			method: 'POST',
			redirect: 'manual',
			body: new URLSearchParams(fields),
			headers: { origin: server.origin, accept: 'text/html', ...headers }
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
});

import { createHmac, randomBytes } from 'node:crypto';
import type { BrowserContext } from '@playwright/test';
import { hashPassword } from 'better-auth/crypto';
import { openDatabase } from '#db/connection.server.ts';
import { installationSecret } from '#db/queries/installation-secret.ts';
import { createPerson } from '#db/queries/person.ts';
import { hoursAfter, now } from '#domain/instant.ts';
import type { Person, Role } from '#domain/role.ts';

/** A signed-in person of a test: `cookie` is the value of a request's Cookie header. */
export type SignedIn = { readonly person: Person; readonly cookie: string };

/** The password of everybody made here, for tests that use the sign-in page. */
export const PASSWORD = '太湖之滨 lakeside 2026';

const COOKIE = 'atlas.session_token';
const NAMES: Readonly<Record<Role, string>> = { viewer: '查看员', editor: '编辑员', admin: '管理员' };

/**
 * Makes a new person of a role in a test server's database, with a session, without going through the sign-in page.
 * `databaseUrl` is `RunningServer.databaseUrl`, `inject('databaseUrl')` of the shared API server, or by default that of
 * the server of the browser tests. The server must not be started with an `AUTH_SECRET` of its own.
 */
export async function signIn(role: Role, databaseUrl = process.env.ATLAS_DATABASE_URL ?? '', name?: string): Promise<SignedIn> {
	const db = openDatabase(databaseUrl);
	try {
		const at = now();
		const mark = randomBytes(4).toString('hex');
		const input = { name: name ?? `${NAMES[role]} ${mark}`, email: `${role}-${mark}@example.org`, role, passwordHash: await hashPassword(PASSWORD) };
		const token = randomBytes(16).toString('hex');
		const person = await db.transaction().execute(async (trx) => {
			const made = await createPerson(trx, input, at);
			await trx
				.insertInto('session')
				.values({ id: mark, token, person_id: made.id, expires_at: hoursAfter(at, 24), address: '127.0.0.1', agent: 'test', created_at: at, updated_at: at })
				.execute();
			return made;
		});
		const signature = createHmac('sha256', await installationSecret(db, 'auth')).update(token).digest('base64');
		return { person, cookie: `${COOKIE}=${encodeURIComponent(`${token}.${signature}`)}` };
	} finally {
		await db.destroy();
	}
}

/** The same in a browser: every page opened in the context from then on is the person's. */
export async function signInBrowser(context: BrowserContext, role: Role, origin = process.env.ATLAS_ORIGIN ?? '', databaseUrl?: string, name?: string): Promise<Person> {
	const { person, cookie } = await signIn(role, databaseUrl, name);
	await context.addCookies([{ name: COOKIE, value: cookie.slice(COOKIE.length + 1), url: origin, httpOnly: true, sameSite: 'Lax' }]);
	return person;
}

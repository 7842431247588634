import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '#db/connection.server.ts';
import { nextDataVersion } from '#db/queries/data-version.ts';
import { signIn } from '#tests/server/sign-in.ts';
import { startServer, type RunningServer } from '#tests/server/start.ts';
import { ask } from './answer.ts';

const RATE = 6;
let open: RunningServer;
let closed: RunningServer;
beforeAll(async () => {
	open = await startServer({ env: { TODAY: '2026-11-22', API_RATE: String(RATE), ADDRESS_HEADER: 'x-client' } });
	closed = await startServer({ env: { TODAY: '2026-11-22', ACCESS: 'private', API_RATE: '0' } });
}, 120_000);
afterAll(async () => {
	await open?.stop();
	await closed?.stop();
});

const PATHS = ['/api/v1/coverage', '/dashboard.csv'];

test.each(PATHS)('%s: kept answers count against the limit as made ones do, and say what is left', async (path) => {
	const from = (client: string) => ask(open.origin, path, { headers: { 'x-client': client } });
	const first = await from(`first of ${path}`);
	const answers = [];
	for (let i = 0; i < RATE + 2; i++) answers.push(await from(`one ${path}`));
	expect(answers.map(({ status }) => status)).toEqual([...Array.from({ length: RATE }, () => 200), 429, 429]);
	expect(answers.map(({ headers }) => Number(/r=(\d+)/.exec(headers.get('ratelimit') ?? '')?.[1]))).toEqual([5, 4, 3, 2, 1, 0, 0, 0]);
	// The same answer, each header once, nothing of whoever asked first.
	for (const { body, headers } of answers.slice(0, RATE)) {
		expect(body).toBe(first.body);
		const other = ([name]: [string, string]): boolean => !['ratelimit', 'date', 'transfer-encoding', 'content-length'].includes(name);
		expect([...headers].filter(other)).toEqual([...first.headers].filter(other));
	}
	expect((await from(`other ${path}`)).status).toBe(200);
});

test('a kept answer is tagged, and is not given once the record has changed', async () => {
	const from = (etag: string) => ask(open.origin, '/api/v1/members?limit=2', { headers: { 'x-client': 'tags', 'if-none-match': etag } });
	const tag = (await from('')).headers.get('etag') as string;
	expect((await from('')).headers.get('etag')).toBe(tag);
	expect([(await from(tag)).status, (await from(tag)).body]).toEqual([304, '']);
	const db = openDatabase(open.databaseUrl);
	await db.transaction().execute(nextDataVersion).finally(() => db.destroy());
	const now = await from(tag);
	expect([now.status, now.headers.get('etag') === tag]).toEqual([200, false]);
});

test('what somebody signed in was answered is answered to nobody else', async () => {
	const { cookie } = await signIn('admin', open.databaseUrl);
	for (const path of ['/staff', '/staff/people', '/staff/export/members.xlsx']) {
		const own = await fetch(open.origin + path, { headers: { cookie, accept: 'text/html', 'x-client': 'signed in' }, redirect: 'manual' });
		expect([own.status, own.headers.get('cache-control')], path).toEqual([200, 'private, no-store']);
		expect((await fetch(open.origin + path, { headers: { accept: 'text/html', 'x-client': 'nobody' }, redirect: 'manual' })).status, path).not.toBe(200);
	}
	// The same address spelt so that it does not look like one of ours.
	expect((await fetch(`${open.origin}/%73taff/people`, { headers: { cookie, 'x-client': 'signed in' }, redirect: 'manual' })).status).not.toBe(200);
});

test('on a private installation nothing is kept: not for whoever asks next, and not for whoever may no longer', async () => {
	const { cookie } = await signIn('viewer', closed.databaseUrl);
	for (const path of [...PATHS, '/', '/members', '/members.json', '/api/v1/members']) {
		const as = async (headers: Record<string, string>) => (await fetch(closed.origin + path, { headers: { accept: 'text/html', ...headers } })).status;
		expect([await as({ cookie }), await as({ cookie }), await as({}), await as({ cookie: 'atlas.session_token=x.y' })], path).toEqual([200, 200, 401, 401]);
	}
});

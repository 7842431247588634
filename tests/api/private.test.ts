import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '#db/connection.server.ts';
import { RECORD_TYPES } from '#domain/record.ts';
import { filledDatabase, type FilledDatabase } from '#tests/records/filled.ts';
import { SECRET, SECRET_TOTAL, secretCorrection, secretFacts } from '#tests/records/secrets.ts';
import { startServer, type RunningServer } from '#tests/server/start.ts';
import { ask } from './answer.ts';
import { crawl, kindOf } from './crawl.ts';
import { words } from './document.ts';
import { Findings } from './findings.ts';

let database: FilledDatabase;
let server: RunningServer;

beforeAll(async () => {
	database = await filledDatabase(secretFacts, secretCorrection);
	server = await startServer({ env: { DATABASE_URL: database.url } });
});
afterAll(async () => {
	await server?.stop();
	database?.remove();
});

const TELLING = new RegExp(`${SECRET}|internal_?note|${SECRET_TOTAL}|${SECRET_TOTAL.toLocaleString('en')}`, 'i');

test('the secrets are in the record: a note in every type, the totals, the correction', async () => {
	const db = openDatabase(database.url);
	try {
		const revisions = await db.selectFrom('revision').select(['record_type', 'snapshot', 'actor', 'reason']).execute();
		for (const type of RECORD_TYPES)
			expect(revisions.some((row) => row.record_type === type && row.snapshot.includes(SECRET)), type).toBe(true);
		expect(revisions.some(({ actor, reason }) => actor.includes(SECRET) && reason.includes(SECRET))).toBe(true);
	} finally {
		await db.destroy();
	}
});

test('no page and no page’s data tells an internal note, a total that is not public, or who changed what and why', async () => {
	const told = new Findings();
	const tell = (path: string, { body, headers }: { body: string; headers: Headers }): void => {
		const found = TELLING.exec(body) ?? TELLING.exec([...headers].join());
		if (found) told.add(path, `${found[0]} on ${kindOf(path)}`);
	};
	const asked = await crawl(
		server.origin,
		['/', '/en', `/search?q=${SECRET}`, `/members?q=${SECRET}`, '/?known=2026-01-15', '/members/hongdou-jituan?known=2026-01-15'],
		async (path, answer) => {
			if (!path.includes(SECRET)) tell(path, answer);
			const [address, query = ''] = path.split('?');
			const data = await ask(server.origin, `${address === '/' ? '' : address}/__data.json${query && `?${query}`}`);
			if (!path.includes(SECRET)) tell(`${path} (data)`, data);
		},
		(path) => !/\/districts\/(?!3202|3411)/.test(path)
	);
	expect(told.list()).toEqual([]);
	expect(asked).toBeGreaterThan(200);
	for (const path of ['/members/hongdou-jituan', '/members/hongdou-jituan/__data.json', '/figures/reported'])
		expect((await ask(server.origin, path)).status).toBe(200);
}, 240_000);

test('what is inside cannot be found by searching for it', async () => {
	for (const path of ['/search', '/members', '/projects', '/events', '/partners']) {
		const { page } = await ask(server.origin, `${path}?q=${SECRET}`);
		expect(words(page), path).toContain(`没有与「${SECRET}」相符的记录`);
	}
});

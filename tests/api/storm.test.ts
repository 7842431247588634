import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '#db/connection.server.ts';
import { dataVersion } from '#db/queries/data-version.ts';
import { historyOf } from '#db/queries/history.ts';
import type { Db, RevisionTable } from '#db/schema.ts';
import { toSnapshot } from '#db/shapes/row.ts';
import type { FormRecord, FormType } from '#domain/form.ts';
import { readForm, writeForm } from '#domain/form-reading.ts';
import { recordPath } from '#lib/i18n/record-address.ts';
import { createDatabase, startPostgres, type Postgres } from '#tests/postgres/server.ts';
import { contradictions } from '#tests/records/contradictions.ts';
import { signIn, type SignedIn } from '#tests/server/sign-in.ts';
import { ask } from './answer.ts';
import { launch, type Program } from './program.ts';
import { rage, type Attempt, type Edited, type Storm } from './storm.ts';

/** Acknowledged writes after which the server is killed, once for each storm over the same database. */
const STORMS = [40, 75, 110];

const folder = mkdtempSync(join(tmpdir(), 'atlas-storm-'));
let postgres: Postgres;
let program: Program | undefined;

beforeAll(async () => void (postgres = await startPostgres()));
afterEach(async () => {
	program?.child.kill('SIGKILL');
	await program?.ended;
});
afterAll(async () => {
	await postgres?.stop();
	rmSync(folder, { recursive: true, force: true });
});

async function start(url: string): Promise<string> {
	program = await launch({ DATABASE_URL: url, TODAY: '2026-11-22' });
	return program.origin;
}

async function reading<T>(url: string, read: (db: Db) => Promise<T>): Promise<T> {
	const db = openDatabase(url);
	try {
		return await read(db);
	} finally {
		await db.destroy();
	}
}

async function idsOf(db: Db, type: FormType, limit: number): Promise<string[]> {
	const rows = await db.selectFrom(type as 'member').select('id').where('retired_at', 'is', null).orderBy('id').limit(limit).execute();
	return rows.map(({ id }) => id);
}

/** Records as an editor finds them who opens their forms. */
async function opened(db: Db, keys: readonly (readonly [FormType, string])[]): Promise<Edited[]> {
	return Promise.all(
		keys.map(async ([type, id]) => {
			const [newest] = await historyOf(db, type, id);
			if (!newest) throw new Error(`there is no ${type} ${id}`);
			return { type, id, typed: writeForm(type, newest.record as FormRecord), version: newest.version, retired: newest.change === 'retire' };
		})
	);
}

/** What the storm is about: members and projects that many edit at once, more of each type, and some that come and go. */
async function prepareStorm(db: Db, origin: string, editors: readonly SignedIn[]): Promise<Storm> {
	const [members, memberships, projects, partners, sources] = await Promise.all([idsOf(db, 'member', 12), idsOf(db, 'membership', 8), idsOf(db, 'project', 5), idsOf(db, 'partner', 3), idsOf(db, 'source', 8)]);
	const keys = (type: FormType, ids: readonly string[]) => ids.map((id) => [type, id] as const);
	const edited = [...keys('member', members.slice(0, 1)), ...keys('project', projects), ...keys('member', members.slice(1, 8)), ...keys('membership', memberships.slice(0, 6)), ...keys('partner', partners)];
	const turned = [...keys('member', members.slice(10)), ...keys('membership', memberships.slice(6))];
	return { origin, editors, edited: await opened(db, edited), turned: await opened(db, turned), sources, members: members.slice(0, 8) };
}

/** The record that an attempt was to leave behind, as its revision keeps it; null where it left it as it was. */
function expectedOf({ type, typed }: Attempt, id: string): string | null {
	if (typed === null) return null;
	const { record, issues } = readForm(type, id, typed);
	if (!record) throw new Error(`a form that nobody could save was sent: ${JSON.stringify(issues)}`);
	return toSnapshot(type, record as never);
}

/** Every attempt is in the history as it was acknowledged, refused or cut off, and nothing else is. */
function judge(attempts: readonly Attempt[], revisions: readonly RevisionTable[]): void {
	const made = Map.groupBy(revisions, ({ reason }) => reason);
	for (const attempt of attempts) {
		const found = made.get(attempt.mark) ?? [];
		const said = `${attempt.fate} ${attempt.change} of ${attempt.type} ${attempt.id}`;
		if (attempt.fate === 'acknowledged') expect(found, said).toHaveLength(1);
		else expect(found.length, said).toBeLessThanOrEqual(attempt.fate === 'refused' ? 0 : 1);
		for (const { record_type, record_id, version, change, actor, snapshot } of found) {
			const id = attempt.id ?? record_id;
			expect([record_type, record_id, version, change, actor], said).toEqual([attempt.type, id, attempt.follows + 1, attempt.change, attempt.actor]);
			expect(snapshot, said).toBe(expectedOf(attempt, id) ?? snapshot);
		}
	}
	const marks = new Set(attempts.map(({ mark }) => mark));
	expect(revisions.filter(({ reason }) => !marks.has(reason))).toEqual([]);
}

async function expectSound(db: Db): Promise<void> {
	expect((await sql`pragma integrity_check`.execute(db)).rows).toEqual([{ integrity_check: 'ok' }]);
	expect((await sql`pragma foreign_key_check`.execute(db)).rows).toEqual([]);
}

/** Waits until the database server has ended what the killed program left it with. */
async function expectLeft(db: Db): Promise<void> {
	const others = sql<{ n: string }>`select count(*)::text as n from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`;
	await expect.poll(async () => (await others.execute(db)).rows[0]?.n, { timeout: 60_000 }).toBe('0');
}

describe.each(['sqlite', 'postgres'] as const)('the server on %s killed in a storm of edits', (dialect) => {
	test('what was acknowledged is there, what was not is whole or absent, storm after storm', async () => {
		const url = dialect === 'sqlite' ? `sqlite:${join(folder, 'storm.db')}` : await createDatabase(postgres.url);
		let origin = await start(url);
		const editors: SignedIn[] = [];
		for (let n = 0; n < 4; n++) editors.push(await signIn('editor', url));
		const counts = { acknowledged: 0, conflicts: 0, cut: 0 };
		for (const enough of STORMS) {
			const { storm, before } = await reading(url, async (db) => ({ storm: await prepareStorm(db, origin, editors), before: await dataVersion(db) }));
			const attempts = await rage(storm, enough, () => program?.child.kill('SIGKILL')).catch((error: unknown) => {
				throw new Error(`the storm broke off; the server had said:\n${program?.output().slice(-2_000)}`, { cause: error });
			});
			expect(await program?.ended).toBe('signal SIGKILL');
			if (dialect === 'postgres') await reading(url, expectLeft);
			origin = await start(url);

			const { revisions, after, wrong } = await reading(url, async (db) => {
				if (dialect === 'sqlite') await expectSound(db);
				const revisions = await db.selectFrom('revision').selectAll().where('id', '>', before).orderBy('id').execute();
				return { revisions, after: await dataVersion(db), wrong: await contradictions(db) };
			});
			expect(wrong).toEqual([]);
			expect(revisions.map(({ id }) => id)).toEqual(Array.from({ length: after - before }, (_, i) => before + 1 + i));
			judge(attempts, revisions);

			const cookie = editors[0]?.cookie ?? '';
			const last = new Map(revisions.filter(({ change }) => change === 'create' || change === 'update').map((revision) => [`${revision.record_type} ${revision.record_id}`, revision]));
			for (const { record_type, record_id, reason } of last.values()) {
				const { status, body } = await ask(origin, recordPath(record_type, record_id), { headers: { cookie } });
				expect([status, body.includes(reason)], `${record_type} ${record_id}`).toEqual([200, true]);
			}
			counts.acknowledged += attempts.filter(({ fate }) => fate === 'acknowledged').length;
			counts.conflicts += attempts.filter(({ status }) => status === 409).length;
			counts.cut += attempts.filter(({ fate }) => fate === 'sent').length;
		}
		expect(counts.acknowledged).toBeGreaterThanOrEqual(STORMS.reduce((sum, enough) => sum + enough));
		expect(counts.conflicts).toBeGreaterThan(0);
		expect(counts.cut).toBeGreaterThan(0);
	}, 600_000);
});

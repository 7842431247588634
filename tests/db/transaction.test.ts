import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openDatabase } from '#db/connection.server.ts';
import { WaitedTooLong } from '#db/dialects/turnstile.ts';
import { migrate } from '#db/migrations/migrate.ts';
import { memberById } from '#db/queries/member.ts';
import { saveRecord } from '#db/queries/record.ts';
import { onEachDatabase, write } from './databases.ts';
import { create, member, saving } from './samples.ts';

test('SQLite: the handle used inside its own transaction ends with a message, not with a standstill', async () => {
	const db = openDatabase('sqlite::memory:', { waitMs: 50 });
	await migrate(db);
	const work = write(db, async (trx) => {
		await saveRecord(trx, 'member', member('m'), saving(null));
		await memberById(db, 'm');
	});
	await expect(work).rejects.toThrow(WaitedTooLong);
	await expect(work).rejects.toThrow(/Pass the transaction on/);
	expect(await memberById(db, 'm')).toBeNull();
	await create(db, 'member', [member('m')]);
	expect(await memberById(db, 'm')).not.toBeNull();
	await db.destroy();
});

test('SQLite: an acknowledged write is on disk, and foreign keys are held', async () => {
	const db = openDatabase('sqlite::memory:');
	const pragma = async (name: string) => Object.values((await sql`${sql.raw(`pragma ${name}`)}`.execute(db)).rows[0] as object)[0];
	expect(await pragma('synchronous')).toBe(2);
	expect(await pragma('foreign_keys')).toBe(1);
	await db.destroy();
});

onEachDatabase(({ dialect, open, openEmpty, url }) => {
	test('readers wait for, or pass by, a transaction under way, and never see half of it', async () => {
		const db = await open();
		const seen: number[] = [];
		const count = async () => seen.push((await db.selectFrom('member').select('id').execute()).length);
		const writing = write(db, async (trx) => {
			await saveRecord(trx, 'member', member('a'), saving(null));
			await saveRecord(trx, 'member', member('b'), saving(null));
		});
		await Promise.all([count(), writing, count(), count()]);
		await count();
		expect(seen.every((members) => members === 0 || members === 2)).toBe(true);
		expect(seen.at(-1)).toBe(2);
	});

	test('what one handle has written, another sees', async () => {
		const at = await url();
		const one = await openEmpty(at);
		await migrate(one);
		const two = await openEmpty(at);
		await create(one, 'member', [member('m')]);
		expect(await memberById(two, 'm')).not.toBeNull();
		if (dialect === 'sqlite') expect((await sql`pragma journal_mode`.execute(one)).rows).toMatchObject([{ journal_mode: 'wal' }]);
	});

	test('counts and large whole numbers arrive as numbers', async () => {
		const db = await open();
		const { rows } = await sql<Record<string, unknown>>`select count(*) as n, cast(9007199254740991 as bigint) as big, sum(2) as s`.execute(db);
		expect(rows[0]).toEqual({ n: 1, big: 9_007_199_254_740_991, s: 2 });
	});
});

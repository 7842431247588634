import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { expect, test } from 'vitest';
import { MIGRATIONS } from '#db/migrations/list.ts';
import { migrate, MigrationFailed, pendingMigrations } from '#db/migrations/migrate.ts';
import { recordCounts } from '#db/queries/count.ts';
import type { Db } from '#db/schema.ts';
import { toRow } from '#db/shapes/row.ts';
import { EVENT_KINDS } from '#domain/event.ts';
import { MEMBER_KINDS } from '#domain/member.ts';
import { PRECISIONS } from '#domain/partial-day.ts';
import { PROJECT_CATEGORIES, PROJECT_STATUSES } from '#domain/project.ts';
import { BASES, RECORD_TYPES } from '#domain/record.ts';
import { QUALIFIERS, REPORTED_METRICS } from '#domain/reported-total.ts';
import { onEachDatabase } from './databases.ts';
import { create, member } from './samples.ts';

/** A migration that fails after it has made a table and changed a row. */
const broken: Migration = {
	async up(db) {
		await sql`create table half_done (id integer)`.execute(db);
		await sql`update data_version set value = 99`.execute(db);
		await sql`insert into no_such_table values (1)`.execute(db);
	}
};

/** A full row of a table, and what is changed in it must be refused. */
function rowOf(changed: object): object {
	return { ...toRow('member', member('m', { city: '320200' })), version: 1, retired_at: null, pinyin: 'm', search: '\nm', ...changed };
}

async function insert(db: Db, table: string, row: object): Promise<unknown> {
	return db.insertInto(table as 'member').values(row as never).execute();
}

onEachDatabase(({ dialect, open, openEmpty, url }) => {
	test('the tables are made once; asking what is pending makes nothing', async () => {
		const db = await openEmpty();
		expect(await pendingMigrations(db)).toEqual(Object.keys(MIGRATIONS));
		await expect(recordCounts(db)).rejects.toThrow();
		expect(await migrate(db)).toEqual(Object.keys(MIGRATIONS));
		expect(await migrate(db)).toEqual([]);
		expect(await pendingMigrations(db)).toEqual([]);
	});

	test('a migration that fails halfway leaves nothing, nor do those that ran before it', async () => {
		const db = await openEmpty();
		const failed = await migrate(db, { ...MIGRATIONS, '9999_broken': broken }).catch((error: unknown) => error);
		expect(failed).toBeInstanceOf(MigrationFailed);
		expect(String(failed)).toMatch(/9999_broken.*no_such_table/);
		await expect(sql`select 1 from member`.execute(db)).rejects.toThrow();
		await expect(sql`select 1 from half_done`.execute(db)).rejects.toThrow();

		await migrate(db);
		await create(db, 'member', [member('m')]);
		await expect(migrate(db, { ...MIGRATIONS, '9999_broken': broken })).rejects.toThrow(MigrationFailed);
		await expect(sql`select 1 from half_done`.execute(db)).rejects.toThrow();
		expect((await recordCounts(db)).member).toBe(1);
		expect(await db.selectFrom('data_version').select('value').execute()).toMatchObject([{ value: 1 }]);
		expect(await pendingMigrations(db, { ...MIGRATIONS, '9999_broken': broken })).toEqual(['9999_broken']);
	});

	test('a database of a later version of the program is refused, untouched', async () => {
		const db = await openEmpty();
		const later: Migration = { up: async (trx) => void (await sql`create table of_later (id integer)`.execute(trx)) };
		await migrate(db, { ...MIGRATIONS, '9998_later': later });
		await expect(migrate(db)).rejects.toThrow(/9998_later/);
	});

	test('several that migrate at once do it once', async () => {
		const at = await url();
		const one = await openEmpty(at);
		const two = dialect === 'sqlite' ? one : await openEmpty(at);
		const applied = await Promise.all([migrate(one), migrate(two)]);
		expect(applied.flat()).toEqual(Object.keys(MIGRATIONS));
	});

	test('types, foreign keys and closed lists are held by the database itself', async () => {
		const db = await open();
		await insert(db, 'member', rowOf({}));
		const refused: Record<string, [table: string, row: object]> = {
			'a text for a number': ['member', rowOf({ id: 'n', point_lon: 'east', point_lat: 'north' })],
			'a version of 0': ['member', rowOf({ id: 'n', version: 0 })],
			'an unknown kind': ['member', rowOf({ id: 'n', kind: 'club' })],
			'a city without a basis': ['member', rowOf({ id: 'n', city_basis: 'unknown' })],
			'no city and a basis': ['member', rowOf({ id: 'n', city: null })],
			'half a point': ['member', rowOf({ id: 'n', point_lon: 120 })],
			'no name': ['member', rowOf({ id: 'n', name_zh: null })],
			'the same id': ['member', rowOf({})],
			'a list of a project that is not there': ['project_city', { project_id: 'p', city: '320200', position: 0 }],
			'a source that is not there': ['citation', { record_type: 'member', record_id: 'm', source_id: 's', field: '', position: 0 }],
			'a second data version': ['data_version', { id: 2, value: 1 }]
		};
		for (const [what, [table, row]] of Object.entries(refused)) await expect(insert(db, table, row), what).rejects.toThrow();
		const membership = {
			id: 'a',
			version: 1,
			member_id: 'm',
			joined_on: '2024-01-01',
			joined_precision: 'day',
			joined_basis: 'stated',
			roles: '[]'
		};
		await expect(insert(db, 'membership', { ...membership, member_id: 'x' })).rejects.toThrow();
		await expect(insert(db, 'membership', { ...membership, joined_precision: 'unknown' })).rejects.toThrow();
		await expect(insert(db, 'membership', { ...membership, left_on: '2023-12-31', left_precision: 'day' })).rejects.toThrow();
		await expect(insert(db, 'membership', { ...membership, left_on: '2024-12-31' })).rejects.toThrow();
		await insert(db, 'membership', membership);
		await expect(db.deleteFrom('member').where('id', '=', 'm').execute()).rejects.toThrow();
		if (dialect === 'sqlite') await expect(insert(db, 'setting', { key: 'k', value: new Uint8Array([1]) })).rejects.toThrow(/BLOB/);
	});

	test('every value of the closed lists of the domain is accepted', async () => {
		const db = await open();
		const record = { version: 1, pinyin: 'x', search: '\nx' };
		const on = { held_on: '2024-01-01', held_precision: 'day' };
		for (const kind of MEMBER_KINDS) await insert(db, 'member', rowOf({ id: `kind-${kind}`, kind }));
		for (const basis of BASES) await insert(db, 'member', rowOf({ id: `basis-${basis}`, kind_basis: basis, district_basis: basis }));
		for (const kind of EVENT_KINDS) await insert(db, 'event', { ...record, ...on, id: kind, kind, title_zh: 'x' });
		for (const precision of PRECISIONS)
			await insert(db, 'event', {
				...record,
				id: `precision-${precision}`,
				kind: 'visit',
				title_zh: 'x',
				held_on: precision === 'unknown' ? null : '2024-12-31',
				held_precision: precision
			});
		const project = { ...record, title_zh: 'x', since_precision: 'unknown', by_alliance: 0 };
		for (const category of PROJECT_CATEGORIES) await insert(db, 'project', { ...project, id: `category-${category}`, category });
		for (const status of PROJECT_STATUSES) await insert(db, 'project', { ...project, id: `status-${status}`, category: 'other', status });
		for (const metric of REPORTED_METRICS)
			for (const qualifier of QUALIFIERS)
				await insert(db, 'reported_total', {
					id: `${metric}-${qualifier}`,
					version: 1,
					metric,
					reported_on: '2024-01-01',
					qualifier,
					value: 0,
					is_public: 1
				});
		for (const [i, type] of RECORD_TYPES.entries())
			await insert(db, 'revision', {
				id: i + 1,
				record_type: type,
				record_id: 'x',
				version: 1,
				change: 'create',
				snapshot: '{}',
				recorded_at: '2026-01-01T00:00:00.000Z',
				actor: 'x',
				reason: 'x'
			});
	});
});

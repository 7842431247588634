import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, inject } from 'vitest';
import { openDatabase } from '#db/connection.server.ts';
import { migrate } from '#db/migrations/migrate.ts';
import type { Db, Trx } from '#db/schema.ts';
import { createDatabase } from '#tests/postgres/server.ts';
import type {} from '#tests/postgres/setup.ts';

export const DIALECTS = ['sqlite', 'postgres'] as const;
export type Dialect = (typeof DIALECTS)[number];

/** What a test body gets: databases of its own on one dialect. */
export type Databases = {
	readonly dialect: Dialect;
	/** The URL of a new, empty database. */
	url(): Promise<string>;
	/** A handle on a database, closed after the test; on a new, empty one unless a URL is given. */
	openEmpty(url?: string): Promise<Db>;
	/** A handle on a new database with its tables, closed after the test. */
	open(): Promise<Db>;
	/** The same, filled once and shared by the tests of the block, which must not change it. */
	shared(fill: (db: Db) => Promise<unknown>): () => Promise<Db>;
};

/** Runs the same body on SQLite (a file) and on a real PostgreSQL. */
export function onEachDatabase(body: (databases: Databases) => void): void {
	describe.each(DIALECTS)('%s', (dialect) => {
		const folder = mkdtempSync(join(tmpdir(), 'atlas-db-'));
		let made = 0;
		let ofTest: Db[] = [];
		const ofBlock: Promise<Db>[] = [];
		const url = () =>
			dialect === 'sqlite' ? Promise.resolve(`sqlite:${join(folder, `${++made}.db`)}`) : createDatabase(inject('postgresUrl'));
		const openEmpty = async (at?: string) => {
			const db = openDatabase(at ?? (await url()));
			ofTest.push(db);
			return db;
		};
		afterEach(async () => {
			await Promise.all(ofTest.map((db) => db.destroy()));
			ofTest = [];
		});
		afterAll(async () => {
			for (const opening of ofBlock) await (await opening).destroy();
			rmSync(folder, { recursive: true, force: true });
		});
		body({
			dialect,
			url,
			openEmpty,
			async open() {
				const db = await openEmpty();
				await migrate(db);
				return db;
			},
			shared(fill) {
				let opening: Promise<Db> | undefined;
				return () => {
					if (opening) return opening;
					opening = url().then(async (at) => {
						const db = openDatabase(at);
						await migrate(db);
						await fill(db);
						return db;
					});
					ofBlock.push(opening);
					return opening;
				};
			}
		});
	});
}

/** Runs `work` in a transaction of its own. */
export function write<T>(db: Db, work: (trx: Trx) => Promise<T>): Promise<T> {
	return db.transaction().execute(work);
}

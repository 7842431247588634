import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '#db/connection.server.ts';
import { prepare } from '#db/prepare.ts';
import type { Trx } from '#db/schema.ts';
import { alliance } from '#db/seeds/alliance.ts';
import type { Seed, SeedRecords } from '#db/seeds/seed.ts';

/** A database file in a folder of its own; `remove` deletes both. */
export type FilledDatabase = { readonly url: string; remove(): void };

/** The recorded facts with more records beside them. */
export function factsWith(extra: Partial<SeedRecords>, base: Seed = alliance): Seed {
	const types = Object.keys(base.records) as (keyof SeedRecords)[];
	const records = Object.fromEntries(types.map((type) => [type, [...base.records[type], ...(extra[type] ?? [])]]));
	return { ...base, records: records as unknown as SeedRecords };
}

/** Makes a new SQLite database filled with `seed`; `change` then writes what it likes, in one transaction. */
export async function filledDatabase(seed: Seed, change?: (trx: Trx) => Promise<unknown>): Promise<FilledDatabase> {
	const folder = mkdtempSync(join(tmpdir(), 'atlas-filled-'));
	const url = `sqlite:${join(folder, 'atlas.db')}`;
	const db = openDatabase(url);
	try {
		await prepare(db, '2026-01-01T00:00:00.000Z', seed);
		if (change) await db.transaction().execute(change);
	} finally {
		await db.destroy();
	}
	return { url, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

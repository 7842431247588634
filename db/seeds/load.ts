import type { Instant } from '#domain/instant.ts';
import type { SettingKey } from '#domain/setting.ts';
import type { Db } from '../schema.ts';
import { lockWrites } from '../queries/data-version.ts';
import { saveRecord } from '../queries/record.ts';
import { writeSetting } from '../queries/setting.ts';
import { keyOf, parseSeed, type Seed } from './seed.ts';

/** How many records were written; `loaded` is false where the database held records already and was left alone. */
export type Loaded = { readonly loaded: boolean; readonly records: number };

/**
 * Fills an empty database with a seed, in one transaction and through the door of every write; one that holds any
 * revision is left as it is. `at` is the instant of recording where the seed itself gives none. Throws `BadSeed` and what `saveRecord` throws.
 */
export async function loadSeed(db: Db, seed: Seed, at: Instant): Promise<Loaded> {
	const records = parseSeed(seed);
	return db.transaction().execute(async (trx) => {
		await lockWrites(trx);
		const found = await trx.selectFrom('revision').select('id').limit(1).executeTakeFirst();
		if (found) return { loaded: false, records: 0 };
		const versions = new Map<string, number>();
		for (const { type, record, ...recorded } of records) {
			const key = keyOf(type, record.id);
			const save = { at: recorded.at ?? at, actor: 'seed', reason: recorded.reason, expectedVersion: versions.get(key) ?? null };
			versions.set(key, (await saveRecord(trx, type, record, save)).version);
		}
		for (const [key, value] of Object.entries(seed.settings)) await writeSetting(trx, key as SettingKey, value as never);
		return { loaded: true, records: versions.size };
	});
}

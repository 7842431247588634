import { isPostgres } from '../dialects/postgres.ts';
import type { Db, Trx } from '../schema.ts';

/** The version of all data: grows with every write, and is equal only where nothing was written in between. */
export async function dataVersion(db: Db): Promise<number> {
	const { value } = await db.selectFrom('data_version').select('value').executeTakeFirstOrThrow();
	return value;
}

/**
 * Makes writers wait for each other until the transaction ends, so that what one has checked stays true while it writes,
 * and a later data version is never seen before an earlier one. A SQLite transaction holds that lock from its start.
 */
export async function lockWrites(trx: Trx): Promise<void> {
	if (isPostgres(trx)) await trx.selectFrom('data_version').select('id').forUpdate().execute();
}

/** Moves the data version on and returns it. The caller holds the lock. */
export async function nextDataVersion(trx: Trx): Promise<number> {
	const { value } = await trx
		.updateTable('data_version')
		.set((eb) => ({ value: eb('value', '+', 1) }))
		.returning('value')
		.executeTakeFirstOrThrow();
	return value;
}

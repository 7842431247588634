import { sql, type Kysely } from 'kysely';
import { isPostgres } from '../dialects/postgres.ts';

/** Changes made together, such as those of one import, carry one mark, so that they can be seen and undone together. */
export async function up(db: Kysely<never>): Promise<void> {
	const text = isPostgres(db) ? 'text collate "C"' : 'text';
	await sql.raw(`alter table revision add column batch_id ${text}`).execute(db);
	await sql.raw(`create index revision_by_batch on revision (batch_id, id)`).execute(db);
}

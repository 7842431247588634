import { sql, type Kysely } from 'kysely';
import { isPostgres } from '../dialects/postgres.ts';

/** Saved playlists of the wall, and who made a share link. */
export async function up(db: Kysely<never>): Promise<void> {
	const postgres = isPostgres(db);
	const text = postgres ? 'text collate "C"' : 'text';
	await sql
		.raw(
			`create table playlist (
				id ${text} primary key,
				version integer not null check (version >= 1),
				name ${text} not null,
				items ${text} not null,
				changed_at ${text} not null,
				changed_by ${text} not null,
				retired_at ${text}
			${postgres ? ')' : ') strict'}`
		)
		.execute(db);
	await sql.raw(`alter table share add column created_by ${text}`).execute(db);
}

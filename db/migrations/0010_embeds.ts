import { sql, type Kysely } from 'kysely';
import { isPostgres } from '../dialects/postgres.ts';

/** Embeds that never change again, and which sites show which embeds. */
export async function up(db: Kysely<never>): Promise<void> {
	const postgres = isPostgres(db);
	const text = postgres ? 'text collate "C"' : 'text';
	const end = postgres ? ')' : ') strict';
	for (const statement of [
		`create table frozen_embed (
			id ${text} primary key,
			address ${text} not null,
			label ${text} not null,
			shown_day ${text} not null,
			html ${text} not null,
			svg ${text} not null,
			png ${text} not null,
			created_at ${text} not null,
			created_by ${text} not null
		${end}`,
		`create table embed_use (
			host ${text} not null,
			path ${text} not null,
			first_seen ${text} not null,
			last_seen ${text} not null,
			loads integer not null,
			width integer,
			height integer,
			errors integer not null,
			last_error ${text},
			last_error_seen ${text},
			primary key (host, path)
		${end}`,
		`create index embed_use_by_last_seen on embed_use (last_seen, host, path)`
	])
		await sql.raw(statement).execute(db);
}

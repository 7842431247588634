import { sql, type Kysely } from 'kysely';
import { isPostgres } from '../dialects/postgres.ts';

/** Share links: ways into single pages of a private installation. Only hashes of their secrets are kept. */
export async function up(db: Kysely<never>): Promise<void> {
	const postgres = isPostgres(db);
	const text = postgres ? 'text collate "C"' : 'text';
	await sql
		.raw(
			`create table share (
				id ${text} primary key,
				token_hash ${text} not null unique,
				password_hash ${text},
				path ${text} not null,
				label ${text} not null,
				created_at ${text} not null,
				expires_at ${text},
				revoked_at ${text}
			${postgres ? ')' : ') strict'}`
		)
		.execute(db);
}

import { sql, type Kysely } from 'kysely';
import { isPostgres } from '../dialects/postgres.ts';

/**
 * People who sign in, their sessions, passwords and second factors, and the links that make accounts. Texts of moments
 * are ISO 8601 and flags are 0 or 1 in both dialects, as everywhere here.
 */
export async function up(db: Kysely<never>): Promise<void> {
	for (const statement of statements(isPostgres(db))) await sql.raw(statement).execute(db);
}

function statements(postgres: boolean): string[] {
	const text = postgres ? 'text collate "C"' : 'text';
	const end = postgres ? ')' : ') strict';
	const flag = (name: string): string => `${name} integer not null default 0 check (${name} in (0, 1))`;
	const role = `role ${text} not null check (role in ('viewer', 'editor', 'admin'))`;
	const owner = `person_id ${text} not null references person (id) on delete cascade`;
	const stamps = `created_at ${text} not null, updated_at ${text} not null`;
	return [
		`create table person (
			id ${text} primary key,
			name ${text} not null,
			email ${text} not null unique,
			${flag('email_verified')},
			image ${text},
			${role},
			${flag('second_factor')},
			deactivated_at ${text},
			${stamps}
		${end}`,
		`create table session (
			id ${text} primary key,
			token ${text} not null unique,
			${owner},
			expires_at ${text} not null,
			address ${text},
			agent ${text},
			${stamps}
		${end}`,
		`create index session_by_person on session (person_id)`,
		`create table credential (
			id ${text} primary key,
			${owner},
			account_id ${text} not null,
			provider_id ${text} not null,
			password ${text},
			access_token ${text},
			refresh_token ${text},
			id_token ${text},
			access_token_expires_at ${text},
			refresh_token_expires_at ${text},
			scope ${text},
			${stamps},
			unique (provider_id, account_id)
		${end}`,
		`create index credential_by_person on credential (person_id)`,
		`create table verification (
			id ${text} primary key,
			identifier ${text} not null,
			value ${text} not null,
			expires_at ${text} not null,
			${stamps}
		${end}`,
		`create index verification_by_identifier on verification (identifier)`,
		`create table second_factor (
			id ${text} primary key,
			${owner},
			secret ${text} not null,
			recovery_codes ${text} not null,
			${flag('verified')},
			failures integer not null default 0,
			locked_until ${text},
			unique (person_id)
		${end}`,
		`create table invitation (
			id ${text} primary key,
			token_hash ${text} not null unique,
			purpose ${text} not null check (purpose in ('setup', 'invite', 'password')),
			${role},
			label ${text} not null,
			person_id ${text} references person (id) on delete cascade,
			created_by ${text} not null,
			created_at ${text} not null,
			expires_at ${text} not null,
			used_at ${text},
			revoked_at ${text},
			check ((purpose = 'password') = (person_id is not null))
		${end}`,
		`create table secret (
			name ${text} primary key,
			value ${text} not null
		${end}`
	];
}

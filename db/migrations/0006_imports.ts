import { sql, type Kysely } from 'kysely';
import { isPostgres } from '../dialects/postgres.ts';

/** Imports: their files while they are kept, what would become of each row, and what was chosen for a layout of headers. */
export async function up(db: Kysely<never>): Promise<void> {
	for (const statement of statements(isPostgres(db))) await sql.raw(statement).execute(db);
}

function statements(postgres: boolean): string[] {
	const text = postgres ? 'text collate "C"' : 'text';
	const end = postgres ? ')' : ') strict';
	const type = `type ${text} not null check (type in ('members', 'prospects'))`;
	const job = `job_id ${text} not null references import_job (id) on delete cascade`;
	return [
		`create table import_job (
			id ${text} primary key,
			${type},
			file_name ${text} not null,
			bytes integer not null,
			created_at ${text} not null,
			actor ${text} not null,
			locale ${text} not null,
			state ${text} not null check (state in ('reading', 'columns', 'checking', 'checked', 'committing',
				'committed', 'refused', 'cancelled', 'interrupted')),
			runner ${text},
			beat_at ${text},
			message ${text},
			forms ${text} not null,
			layout ${text} not null,
			decisions ${text} not null,
			counts ${text},
			digest ${text},
			batch_id ${text},
			finished_at ${text}
		${end}`,
		`create index import_job_by_time on import_job (created_at, id)`,
		`create table import_file (${job} primary key, content ${postgres ? 'bytea' : 'blob'} not null ${end}`,
		`create table import_row (
			${job},
			position integer not null,
			state ${text} not null check (state in ('new', 'changed', 'same', 'rejected', 'duplicate')),
			result ${text} not null,
			primary key (job_id, position)
		${end}`,
		`create index import_row_by_state on import_row (job_id, state, position)`,
		`create table import_layout (
			${type},
			signature ${text} not null,
			choices ${text} not null,
			saved_at ${text} not null,
			primary key (type, signature)
		${end}`
	];
}

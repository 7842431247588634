import { sql, type Kysely } from 'kysely';
import { isPostgres } from '../dialects/postgres.ts';

/** What staff pursue: prospects and targets. */
export async function up(db: Kysely<never>): Promise<void> {
	for (const statement of statements(isPostgres(db))) await sql.raw(statement).execute(db);
}

const KINDS = `'institute', 'university', 'association', 'think_tank', 'park', 'museum', 'government', 'enterprise', 'other'`;

function statements(postgres: boolean): string[] {
	const text = postgres ? 'text collate "C"' : 'text';
	const real = postgres ? 'double precision' : 'real';
	const end = postgres ? ')' : ') strict';
	const record = `
		id ${text} primary key,
		version integer not null check (version >= 1),
		retired_at ${text},
		remark_zh ${text},
		remark_en ${text},
		internal_note ${text},
		name_zh ${text} not null,
		name_en ${text},`;
	return [
		`create table prospect (${record}
			pinyin ${text} not null,
			search ${text} not null,
			aliases ${text} not null,
			kind ${text} check (kind in (${KINDS})),
			city ${text},
			district ${text},
			credit_code ${text},
			website ${text},
			stage ${text} not null check (stage in
				('identified', 'contacted', 'visited', 'negotiating', 'approved', 'converted', 'lost')),
			stage_since ${text} not null,
			noted ${text} not null,
			probability ${real} check (probability >= 0 and probability <= 1),
			expected ${text},
			owner_id ${text},
			next_step ${text},
			next_step_on ${text},
			contact ${text},
			lost_reason ${text},
			member_id ${text} references member (id),
			check ((member_id is not null) = (stage = 'converted'))
		${end}`,
		`create index prospect_by_stage on prospect (stage, pinyin, id)`,
		`create index prospect_by_city on prospect (city, pinyin, id)`,
		`create table target (${record}
			scope_province ${text},
			scope_city ${text},
			scope_group_id ${text},
			scope_kind ${text} check (scope_kind in (${KINDS})),
			metric ${text} not null check (metric in ('members', 'cities', 'coverage', 'projects')),
			start ${text} not null,
			start_value ${real},
			due ${text} not null,
			value ${real} not null,
			part_of ${text} references target (id),
			check (due > start)
		${end}`
	];
}

import { sql, type Kysely } from 'kysely';
import { isPostgres } from '../dialects/postgres.ts';

/** Members, memberships, events, projects, partners, sources, reported totals, region groups, settings and history. */
export async function up(db: Kysely<never>): Promise<void> {
	for (const statement of statements(isPostgres(db))) await sql.raw(statement).execute(db);
}

const BASES = `'stated', 'by_name', 'related', 'unknown'`;
const KINDS = `'institute', 'university', 'association', 'think_tank', 'park', 'museum', 'government', 'enterprise', 'other'`;
const TYPES = `'member', 'membership', 'event', 'project', 'partner', 'source', 'reported_total', 'region_group',
	'prospect', 'target'`;

function statements(postgres: boolean): string[] {
	// Compared byte by byte on both: order and comparison must not depend on the server's locale.
	const text = postgres ? 'text collate "C"' : 'text';
	const real = postgres ? 'double precision' : 'real';
	const whole = postgres ? 'bigint' : 'integer';
	const end = postgres ? ')' : ') strict';

	const record = `
		id ${text} primary key,
		version integer not null check (version >= 1),
		retired_at ${text},
		remark_zh ${text},
		remark_en ${text},
		internal_note ${text},`;
	const searched = `
		pinyin ${text} not null,
		search ${text} not null,`;
	const flag = (name: string) => `${name} integer not null check (${name} in (0, 1))`;
	const precision = (name: string) => `check (${name}_precision in ('day', 'month', 'year', 'not_after', 'unknown'))
		check ((${name}_on is null) = (${name}_precision = 'unknown'))`;
	const partialDay = (name: string) => `${name}_on ${text}, ${name}_precision ${text} not null ${precision(name)}`;
	const partialDayOrNull = (name: string) => `${name}_on ${text}, ${name}_precision ${text} ${precision(name)}
		check (${name}_precision is not null or ${name}_on is null)`;
	const boundedDay = (name: string, required: string) =>
		`${name}_on ${text} ${required}, ${name}_precision ${text} ${required}
			check (${name}_precision in ('day', 'month', 'year', 'not_after'))
		check ((${name}_on is null) = (${name}_precision is null))`;

	return [
		`create table member (${record}${searched}
			name_zh ${text} not null,
			name_en ${text},
			aliases ${text} not null,
			kind ${text} not null check (kind in (${KINDS})),
			kind_basis ${text} not null check (kind_basis in (${BASES})),
			city ${text},
			city_basis ${text} not null check (city_basis in (${BASES})),
			district ${text},
			district_basis ${text} not null check (district_basis in (${BASES})),
			point_lon ${real},
			point_lat ${real},
			website ${text},
			credit_code ${text},
			check ((city is null) = (city_basis = 'unknown')),
			check (district is null or city is not null),
			check ((point_lon is null) = (point_lat is null))
		${end}`,
		`create index member_by_name on member (pinyin, id)`,
		`create index member_by_city on member (city, pinyin, id)`,
		`create index member_by_district on member (district, pinyin, id)`,
		`create index member_by_kind on member (kind, pinyin, id)`,

		`create table event (${record}${searched}
			kind ${text} not null check (kind in ('founding', 'ceremony', 'visit', 'forum', 'meeting')),
			title_zh ${text} not null,
			title_en ${text},
			short_zh ${text},
			short_en ${text},
			${partialDay('held')},
			city ${text},
			venue_zh ${text},
			venue_en ${text},
			summary_zh ${text},
			summary_en ${text}
		${end}`,
		`create index event_by_city on event (city)`,

		`create table membership (${record}
			member_id ${text} not null references member (id),
			event_id ${text} references event (id),
			${boundedDay('joined', 'not null')},
			joined_basis ${text} not null check (joined_basis in (${BASES})),
			${boundedDay('left', '')},
			roles ${text} not null,
			check (left_on >= joined_on)
		${end}`,
		`create index membership_by_member on membership (member_id, joined_on)`,
		`create index membership_by_joined on membership (joined_on)`,
		`create index membership_by_event on membership (event_id)`,

		`create table partner (${record}${searched}
			name_zh ${text} not null,
			name_en ${text},
			aliases ${text} not null,
			kind ${text} not null check (kind in (${KINDS})),
			seat_zh ${text},
			seat_en ${text},
			seat_basis ${text} not null check (seat_basis in (${BASES})),
			website ${text}
		${end}`,
		`create index partner_by_name on partner (pinyin, id)`,

		`create table project (${record}${searched}
			title_zh ${text} not null,
			title_en ${text},
			category ${text} not null check (category in
				('agreement', 'exchange', 'research', 'matchmaking', 'think_tank', 'industry', 'other')),
			status ${text} check (status in ('intention', 'signed', 'active', 'completed', 'ended')),
			${partialDay('since')},
			${partialDayOrNull('signed')},
			${partialDayOrNull('ended')},
			amount_cny ${whole} check (amount_cny >= 0),
			${flag('by_alliance')}
		${end}`,
		`create index project_by_since on project (since_on)`,
		`create table project_city (
			project_id ${text} not null references project (id),
			city ${text} not null,
			position integer not null,
			primary key (project_id, city)
		${end}`,
		`create index project_city_by_city on project_city (city)`,
		`create table project_member (
			project_id ${text} not null references project (id),
			member_id ${text} not null references member (id),
			position integer not null,
			primary key (project_id, member_id)
		${end}`,
		`create index project_member_by_member on project_member (member_id)`,
		`create table project_partner (
			project_id ${text} not null references project (id),
			partner_id ${text} not null references partner (id),
			position integer not null,
			primary key (project_id, partner_id)
		${end}`,
		`create index project_partner_by_partner on project_partner (partner_id)`,

		`create table source (${record}${searched}
			title_zh ${text} not null,
			title_en ${text},
			publisher_zh ${text} not null,
			publisher_en ${text},
			${partialDay('published')},
			url ${text}
		${end}`,
		`create table citation (
			record_type ${text} not null check (record_type in (${TYPES})),
			record_id ${text} not null,
			source_id ${text} not null references source (id),
			field ${text} not null,
			position integer not null,
			primary key (record_type, record_id, source_id, field)
		${end}`,
		`create index citation_by_source on citation (source_id)`,

		`create table reported_total (${record}
			metric ${text} not null check (metric in ('members', 'joined_cities', 'provinces', 'initiators')),
			reported_on ${text} not null,
			qualifier ${text} not null check (qualifier in ('exact', 'nearly', 'about', 'over')),
			value integer not null check (value >= 0),
			${flag('is_public')}
		${end}`,
		`create table region_group (${record}
			name_zh ${text} not null,
			name_en ${text},
			short_zh ${text},
			short_en ${text},
			${partialDay('as_of')}
		${end}`,
		`create table region_group_area (
			region_group_id ${text} not null references region_group (id),
			adcode ${text} not null,
			position integer not null,
			primary key (region_group_id, adcode)
		${end}`,

		`create table setting (
			key ${text} primary key,
			value ${text} not null
		${end}`,
		`create table revision (
			id ${whole} primary key,
			record_type ${text} not null check (record_type in (${TYPES})),
			record_id ${text} not null,
			version integer not null check (version >= 1),
			change ${text} not null check (change in ('create', 'update', 'retire', 'restore')),
			snapshot ${text} not null,
			pinyin ${text},
			search ${text},
			recorded_at ${text} not null,
			actor ${text} not null,
			reason ${text} not null
		${end}`,
		`create unique index revision_by_record on revision (record_type, record_id, version)`,
		`create index revision_by_time on revision (recorded_at)`,
		`create table movement (
			city ${text} not null,
			district ${text} not null,
			kind ${text} not null,
			event_id ${text} not null,
			day ${text} not null,
			joined integer not null,
			gone integer not null,
			primary key (city, district, kind, event_id, day)
		${end}`,
		`create index movement_by_event on movement (event_id, day)`,
		`create table data_version (
			id integer primary key check (id = 1),
			value ${whole} not null
		${end}`,
		`insert into data_version (id, value) values (1, 0)`
	];
}

import type { Kysely, Transaction } from 'kysely';
import type { EventKind } from '#domain/event.ts';
import type { MemberKind } from '#domain/member.ts';
import type { Precision } from '#domain/partial-day.ts';
import type { ProjectCategory, ProjectStatus } from '#domain/project.ts';
import type { Stage } from '#domain/prospect.ts';
import type { Basis, RecordType, Revision } from '#domain/record.ts';
import type { Qualifier, ReportedMetric } from '#domain/reported-total.ts';
import type { TargetMetric } from '#domain/target.ts';
import type { EmbedTables } from './schema-embeds.ts';
import type { ImportTables } from './schema-import.ts';
import type { PeopleTables } from './schema-people.ts';

/** What the table of every record type has; nothing is ever deleted, `retired_at` takes a record out of view. */
export interface RecordTable {
	id: string;
	/** Starts at 1 and grows with each change: the optimistic lock. */
	version: number;
	/** The instant of retirement; null while in use. */
	retired_at: string | null;
	remark_zh: string | null;
	remark_en: string | null;
	internal_note: string | null;
}

/** What the table of a record type has that is found by words. */
export interface SearchedTable {
	/** The Chinese name in full pinyin, lowercase, without spaces: the order of lists. */
	pinyin: string;
	/** Names, aliases, pinyin and initials in lower case, each on a line of its own, the first line empty. */
	search: string;
}

/** 成员单位: one organisation a row. */
export interface MemberTable extends RecordTable, SearchedTable {
	name_zh: string;
	name_en: string | null;
	/** JSON array of names. */
	aliases: string;
	kind: MemberKind;
	kind_basis: Basis;
	city: string | null;
	city_basis: Basis;
	district: string | null;
	district_basis: Basis;
	point_lon: number | null;
	point_lat: number | null;
	website: string | null;
	credit_code: string | null;
}

/** 成员资格: one interval joined…left of one member a row. */
export interface MembershipTable extends RecordTable {
	member_id: string;
	event_id: string | null;
	joined_on: string;
	joined_precision: Precision;
	joined_basis: Basis;
	left_on: string | null;
	left_precision: Precision | null;
	/** JSON array of roles. */
	roles: string;
}

/** 活动: one founding, ceremony, visit, forum or meeting a row. */
export interface EventTable extends RecordTable, SearchedTable {
	kind: EventKind;
	title_zh: string;
	title_en: string | null;
	short_zh: string | null;
	short_en: string | null;
	held_on: string | null;
	held_precision: Precision;
	city: string | null;
	venue_zh: string | null;
	venue_en: string | null;
	summary_zh: string | null;
	summary_en: string | null;
}

/** 合作项目: one project a row; its cities, members and partners are in the three tables that follow. */
export interface ProjectTable extends RecordTable, SearchedTable {
	title_zh: string;
	title_en: string | null;
	category: ProjectCategory;
	status: ProjectStatus | null;
	since_on: string | null;
	since_precision: Precision;
	signed_on: string | null;
	signed_precision: Precision | null;
	ended_on: string | null;
	ended_precision: Precision | null;
	amount_cny: number | null;
	by_alliance: 0 | 1;
}

/** One city of one project a row, in the order given. */
export interface ProjectCityTable {
	project_id: string;
	city: string;
	position: number;
}

/** One member that takes part in one project a row, in the order given. */
export interface ProjectMemberTable {
	project_id: string;
	member_id: string;
	position: number;
}

/** One outside partner of one project a row, in the order given. */
export interface ProjectPartnerTable {
	project_id: string;
	partner_id: string;
	position: number;
}

/** 域外伙伴: one organisation outside the alliance a row. */
export interface PartnerTable extends RecordTable, SearchedTable {
	name_zh: string;
	name_en: string | null;
	/** JSON array of names. */
	aliases: string;
	kind: MemberKind;
	seat_zh: string | null;
	seat_en: string | null;
	seat_basis: Basis;
	website: string | null;
}

/** 来源: one publication or document a row. */
export interface SourceTable extends RecordTable, SearchedTable {
	title_zh: string;
	title_en: string | null;
	publisher_zh: string;
	publisher_en: string | null;
	published_on: string | null;
	published_precision: Precision;
	url: string | null;
}

/** One source that stands behind one record, or one of its fields, a row. */
export interface CitationTable {
	record_type: RecordType;
	record_id: string;
	source_id: string;
	/** Empty: the record as a whole. */
	field: string;
	position: number;
}

/** 公布口径: one number somebody published a row. */
export interface ReportedTotalTable extends RecordTable {
	metric: ReportedMetric;
	reported_on: string;
	qualifier: Qualifier;
	value: number;
	is_public: 0 | 1;
}

/** 都市圈/片区: one named set of cities or districts a row. */
export interface RegionGroupTable extends RecordTable {
	name_zh: string;
	name_en: string | null;
	short_zh: string | null;
	short_en: string | null;
	as_of_on: string | null;
	as_of_precision: Precision;
}

/** One city or district of one region group a row, in the order given. */
export interface RegionGroupAreaTable {
	region_group_id: string;
	adcode: string;
	position: number;
}

/** 意向单位: one organisation that may join a row. Never public. */
export interface ProspectTable extends RecordTable, SearchedTable {
	name_zh: string;
	name_en: string | null;
	/** JSON array of names. */
	aliases: string;
	kind: MemberKind | null;
	city: string | null;
	district: string | null;
	credit_code: string | null;
	website: string | null;
	stage: Stage;
	stage_since: string;
	noted: string;
	probability: number | null;
	expected: string | null;
	owner_id: string | null;
	next_step: string | null;
	next_step_on: string | null;
	contact: string | null;
	lost_reason: string | null;
	member_id: string | null;
}

/** 拓展目标: one value to reach by a date a row. Never public. */
export interface TargetTable extends RecordTable {
	name_zh: string;
	name_en: string | null;
	scope_province: string | null;
	scope_city: string | null;
	scope_group_id: string | null;
	scope_kind: MemberKind | null;
	metric: TargetMetric;
	start: string;
	start_value: number | null;
	due: string;
	value: number;
	part_of: string | null;
}

/** One setting of the installation a row. */
export interface SettingTable {
	key: string;
	/** JSON. */
	value: string;
}

/** One former or present version of one record a row: the whole record as it then stood, by whom and why. */
export interface RevisionTable {
	/** The data version that this change made; ascends in the order of commits. */
	id: number;
	record_type: RecordType;
	record_id: string;
	version: number;
	change: Revision['change'];
	/** JSON of the domain record with its lists and citations. */
	snapshot: string;
	/** The search keys that went with it; null for types that are not searched. */
	pinyin: string | null;
	search: string | null;
	recorded_at: string;
	actor: string;
	reason: string;
	/** Shared by the changes that were made together, such as those of one import; null for one made alone. */
	batch_id: string | null;
}

/**
 * How many members joined and left by place, kind, batch and day, one cell a row: what dashboards count, kept up by every
 * write so that counting does not depend on the number of members. Empty texts stand for "not known" and "no batch".
 */
export interface MovementTable {
	city: string;
	district: string;
	kind: MemberKind;
	event_id: string;
	day: string;
	joined: number;
	gone: number;
}

/** A single row that counts the writes; writers lock it first, so that its value ascends in the order of commits. */
export interface DataVersionTable {
	id: 1;
	value: number;
}

/** One share link a row; of its token and password only hashes. */
export interface ShareTable {
	id: string;
	token_hash: string;
	password_hash: string | null;
	path: string;
	label: string;
	created_at: string;
	expires_at: string | null;
	revoked_at: string | null;
	/** Who made it; null: the command line. */
	created_by: string | null;
}

/** 播放列表: one saved playlist of the wall a row. */
export interface PlaylistTable {
	id: string;
	/** Starts at 1 and grows with each change: the optimistic lock. */
	version: number;
	name: string;
	/** As an address writes it. */
	items: string;
	changed_at: string;
	changed_by: string;
	/** The instant of retirement; null while in use. */
	retired_at: string | null;
}

/** Every table of the database by name. */
export interface Tables extends PeopleTables, EmbedTables, ImportTables {
	member: MemberTable;
	membership: MembershipTable;
	event: EventTable;
	project: ProjectTable;
	project_city: ProjectCityTable;
	project_member: ProjectMemberTable;
	project_partner: ProjectPartnerTable;
	partner: PartnerTable;
	source: SourceTable;
	citation: CitationTable;
	reported_total: ReportedTotalTable;
	region_group: RegionGroupTable;
	region_group_area: RegionGroupAreaTable;
	prospect: ProspectTable;
	target: TargetTable;
	setting: SettingTable;
	revision: RevisionTable;
	data_version: DataVersionTable;
	movement: MovementTable;
	share: ShareTable;
	playlist: PlaylistTable;
}

/** A handle for reading: the database, or a transaction on it. */
export type Db = Kysely<Tables>;

/** A transaction, which every write needs. */
export type Trx = Transaction<Tables>;

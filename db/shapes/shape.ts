import type { Event } from '#domain/event.ts';
import type { Bilingual } from '#domain/locale.ts';
import type { Member } from '#domain/member.ts';
import type { Membership } from '#domain/membership.ts';
import type { Partner } from '#domain/partner.ts';
import type { Project } from '#domain/project.ts';
import type { Prospect } from '#domain/prospect.ts';
import type { RecordType } from '#domain/record.ts';
import type { RegionGroup } from '#domain/region-group.ts';
import type { ReportedTotal } from '#domain/reported-total.ts';
import type { Source } from '#domain/source.ts';
import type { Target } from '#domain/target.ts';
import { bilingual, flag, json, partialDay, point, real, scope, text, whole, type Field } from './field.ts';

/** The domain record of each type. */
export type RecordOf = {
	member: Member;
	membership: Membership;
	event: Event;
	project: Project;
	partner: Partner;
	source: Source;
	reported_total: ReportedTotal;
	region_group: RegionGroup;
	prospect: Prospect;
	target: Target;
};

/** A property that is a list in a table of its own: `owner` and `column` with their position. */
export type ListTable = {
	readonly table: 'project_city' | 'project_member' | 'project_partner' | 'region_group_area';
	readonly owner: 'project_id' | 'region_group_id';
	readonly column: string;
};

/** The words by which a record is found; the first name is the one that lists are ordered by. */
export type Names = { readonly name: Bilingual; readonly others: readonly (string | null)[] };

/** Everything the writer, the readers and the history need to know of one record type, said once. */
export type Shape<R = never> = {
	readonly fields: Readonly<Record<string, Field>>;
	readonly lists: Readonly<Record<string, ListTable>>;
	/** Properties that hold identifiers of other records, and of which type. */
	readonly references: Readonly<Record<string, RecordType>>;
	/** Null for types that are not found by words. */
	readonly names: ((record: R) => Names) | null;
};

type Base = 'id' | 'remark' | 'internalNote' | 'citations';

/** Names every property of `R` as a field or as a list, or does not compile. */
type Exact<R, Lists extends keyof R = never> = {
	readonly fields: { readonly [K in Exclude<keyof R, Base | Lists>]: Field };
	readonly lists: { readonly [K in Lists]: ListTable };
	readonly references: { readonly [K in keyof R]?: RecordType };
	readonly names: ((record: R) => Names) | null;
};

/** What every record has beside its identifier, lists and citations. */
export const BASE_FIELDS: Readonly<Record<string, Field>> = { remark: bilingual, internalNote: text };

const member: Exact<Member> = {
	fields: {
		name: bilingual,
		aliases: json,
		kind: text,
		kindBasis: text,
		city: text,
		cityBasis: text,
		district: text,
		districtBasis: text,
		point,
		website: text,
		creditCode: text
	},
	lists: {},
	references: {},
	names: ({ name, aliases }) => ({ name, others: aliases })
};

const membership: Exact<Membership> = {
	fields: { memberId: text, eventId: text, joined: partialDay, joinedBasis: text, left: partialDay, roles: json },
	lists: {},
	references: { memberId: 'member', eventId: 'event' },
	names: null
};

const event: Exact<Event> = {
	fields: {
		kind: text,
		title: bilingual,
		short: bilingual,
		held: partialDay,
		city: text,
		venue: bilingual,
		summary: bilingual
	},
	lists: {},
	references: {},
	names: ({ title, short }) => ({ name: title, others: [short?.zh ?? null, short?.en ?? null] })
};

const project: Exact<Project, 'cities' | 'memberIds' | 'partnerIds'> = {
	fields: {
		title: bilingual,
		category: text,
		status: text,
		since: partialDay,
		signed: partialDay,
		ended: partialDay,
		amountCny: whole,
		byAlliance: flag
	},
	lists: {
		cities: { table: 'project_city', owner: 'project_id', column: 'city' },
		memberIds: { table: 'project_member', owner: 'project_id', column: 'member_id' },
		partnerIds: { table: 'project_partner', owner: 'project_id', column: 'partner_id' }
	},
	references: { memberIds: 'member', partnerIds: 'partner' },
	names: ({ title }) => ({ name: title, others: [] })
};

const partner: Exact<Partner> = {
	fields: { name: bilingual, aliases: json, kind: text, seat: bilingual, seatBasis: text, website: text },
	lists: {},
	references: {},
	names: ({ name, aliases }) => ({ name, others: aliases })
};

const source: Exact<Source> = {
	fields: { title: bilingual, publisher: bilingual, published: partialDay, url: text },
	lists: {},
	references: {},
	names: ({ title, publisher }) => ({ name: title, others: [publisher.zh, publisher.en] })
};

const reported_total: Exact<ReportedTotal> = {
	fields: { metric: text, on: { kind: 'text', column: 'reported_on' }, qualifier: text, value: whole, isPublic: flag },
	lists: {},
	references: {},
	names: null
};

const region_group: Exact<RegionGroup, 'areas'> = {
	fields: { name: bilingual, short: bilingual, asOf: partialDay },
	lists: { areas: { table: 'region_group_area', owner: 'region_group_id', column: 'adcode' } },
	references: {},
	names: null
};

const prospect: Exact<Prospect> = {
	fields: {
		name: bilingual,
		aliases: json,
		kind: text,
		city: text,
		district: text,
		creditCode: text,
		website: text,
		stage: text,
		stageSince: text,
		noted: text,
		probability: real,
		expected: text,
		ownerId: text,
		nextStep: text,
		nextStepOn: text,
		contact: text,
		lostReason: text,
		memberId: text
	},
	lists: {},
	references: { memberId: 'member' },
	names: ({ name, aliases }) => ({ name, others: aliases })
};

const target: Exact<Target> = {
	fields: {
		name: bilingual,
		scope,
		metric: text,
		start: text,
		startValue: real,
		due: text,
		value: real,
		partOf: text
	},
	lists: {},
	references: { partOf: 'target' },
	names: null
};

/** The shape of each record type; its table has the type's name. */
export const SHAPES: { readonly [T in RecordType]: Shape<RecordOf[T]> } = {
	member,
	membership,
	event,
	project,
	partner,
	source,
	reported_total,
	region_group,
	prospect,
	target
};

import { sql, type ExpressionBuilder, type ExpressionWrapper, type SqlBool } from 'kysely';
import type { Day } from '#domain/day.ts';
import type { Member, MemberKind } from '#domain/member.ts';
import { activeAt, type Membership } from '#domain/membership.ts';
import type { Adcode } from '#domain/place.ts';
import type { Db, Tables } from '../schema.ts';
import { asKnown, type Known, type Reader } from './known.ts';
import { matches, oneOf } from './matching.ts';
import { comesAfter, cut, readCursor, type Page, type PageStart, type SortKey } from './page.ts';
import { assemble, recordById, recordsById } from './read.ts';

/** Which members; what is left out does not restrict. */
export type MemberFilter = Known & {
	readonly at: Day;
	/** True: those that belong at `at`. False: those that do not (left, or not joined yet). */
	readonly active?: boolean | undefined;
	readonly city?: Adcode | null | undefined;
	readonly cities?: readonly Adcode[] | undefined;
	readonly district?: Adcode | null | undefined;
	readonly districts?: readonly Adcode[] | undefined;
	/** Cities and districts mixed: those whose city or whose district is one of them. */
	readonly areas?: readonly Adcode[] | undefined;
	readonly kind?: MemberKind | null | undefined;
	/** True: those with a city. False: those whose location is not verified. */
	readonly placed?: boolean | undefined;
	/** The event through which they joined (their batch), by whichever of their memberships. */
	readonly eventId?: string | null | undefined;
	readonly q?: string | undefined;
};

/** A member with its current or last membership at the day asked for; null: it had not joined by then. */
export type ListedMember = { readonly member: Member; readonly membership: Membership | null; readonly active: boolean };

/** The member, or null when there is none or it is retired. */
export async function memberById(db: Db, id: string, options: Known = {}): Promise<Member | null> {
	return recordById(db, 'member', id, options);
}

/** The members of these identifiers that exist, in the order given. */
export async function membersById(db: Db, ids: readonly string[], options: Known = {}): Promise<Member[]> {
	return recordsById(db, 'member', ids, options);
}

/** The memberships of a member, the earliest first. */
export async function membershipsOf(db: Db, memberId: string, options: Known = {}): Promise<Membership[]> {
	const reader = asKnown(db, options);
	return memberships(reader, (eb) => eb('member_id', '=', memberId));
}

const ORDER: readonly SortKey<Tables, 'member'>[] = [{ by: 'pinyin' }, { by: 'id' }];

/** Members by the pinyin of their name, a page at a time. */
export async function listMembers(db: Db, filter: MemberFilter & PageStart): Promise<Page<ListedMember>> {
	const reader = asKnown(db, filter);
	const cursor = readCursor(filter.after, ORDER.length);
	const found = await selection(reader, filter)
		.selectAll('member')
		.$if(cursor !== null, (query) => query.where((eb) => comesAfter(eb, ORDER, cursor ?? [])))
		.orderBy('pinyin')
		.orderBy('id')
		.limit(filter.limit + 1)
		.execute();
	const { rows, next } = cut(found, filter.limit, (row) => [row.pinyin, row.id]);
	const members = await assemble(reader, 'member', rows);
	return { items: await withMembership(reader, members, filter.at), next, total: await countMembers(db, filter) };
}

/** How many members the filter selects; those that belong are counted without looking at each, unless by words. */
export async function countMembers(db: Db, filter: MemberFilter): Promise<number> {
	const reader = asKnown(db, filter);
	if (filter.active && !filter.eventId && !filter.q?.trim()) return belonging(reader, filter);
	const { members } = await selection(reader, filter)
		.select((eb) => eb.fn.countAll<number>().as('members'))
		.executeTakeFirstOrThrow();
	return members;
}

/** A member has at most one membership at a time, so that those who belong are those who joined less those who left. */
async function belonging(reader: Reader, { at, city, cities, district, districts, areas, kind, placed }: MemberFilter): Promise<number> {
	const { members } = await reader
		.selectFrom('movement')
		.select(sql<number>`coalesce(sum(joined - gone), 0)`.as('members'))
		.where('day', '<=', at)
		.$if(typeof city === 'string', (query) => query.where('city', '=', city as Adcode))
		.$if(cities !== undefined, (query) => query.where(oneOf('city', cities ?? [])))
		.$if(typeof district === 'string', (query) => query.where('district', '=', district as Adcode))
		.$if(districts !== undefined, (query) => query.where(oneOf('district', districts ?? [])))
		.$if(areas !== undefined, (query) =>
			query.where((eb) => eb.or([eb('city', 'in', areas as Adcode[]), eb('district', 'in', areas as Adcode[])]))
		)
		.$if(typeof kind === 'string', (query) => query.where('kind', '=', kind as MemberKind))
		.$if(placed !== undefined, (query) => query.where('city', placed ? '!=' : '=', ''))
		.executeTakeFirstOrThrow();
	return members;
}

function selection(reader: Reader, { at, active, city, cities, district, districts, areas, kind, placed, eventId, q }: MemberFilter) {
	return reader
		.selectFrom('member')
		.where('retired_at', 'is', null)
		.$if(active !== undefined, (query) =>
			query.where((eb) => (active ? belongs(eb, at) : eb.not(belongs(eb, at))))
		)
		.$if(typeof city === 'string', (query) => query.where('city', '=', city as Adcode))
		.$if(cities !== undefined, (query) => query.where(oneOf('city', cities ?? [])))
		.$if(typeof district === 'string', (query) => query.where('district', '=', district as Adcode))
		.$if(districts !== undefined, (query) => query.where(oneOf('district', districts ?? [])))
		.$if(areas !== undefined, (query) =>
			query.where((eb) => eb.or([eb('city', 'in', areas as Adcode[]), eb('district', 'in', areas as Adcode[])]))
		)
		.$if(typeof kind === 'string', (query) => query.where('kind', '=', kind as MemberKind))
		.$if(placed !== undefined, (query) => query.where('city', placed ? 'is not' : 'is', null))
		.$if(typeof eventId === 'string', (query) => query.where((eb) => joinedThrough(eb, eventId as string)))
		.$if(Boolean(q?.trim()), (query) => query.where(matches('search', q as string)));
}

type Members = ExpressionBuilder<Tables, 'member'>;

/** The condition that a member belongs at the end of a day. */
export function belongs(eb: Members, at: Day): ExpressionWrapper<Tables, 'member', SqlBool> {
	return eb.exists(
		eb
			.selectFrom('membership')
			.select('membership.id')
			.whereRef('membership.member_id', '=', 'member.id')
			.where('membership.retired_at', 'is', null)
			.where('membership.joined_on', '<=', at)
			.where((inner) => inner.or([inner('membership.left_on', 'is', null), inner('membership.left_on', '>', at)]))
	);
}

function joinedThrough(eb: Members, eventId: string): ExpressionWrapper<Tables, 'member', SqlBool> {
	return eb.exists(
		eb
			.selectFrom('membership')
			.select('membership.id')
			.whereRef('membership.member_id', '=', 'member.id')
			.where('membership.retired_at', 'is', null)
			.where('membership.event_id', '=', eventId)
	);
}

/** Members with the membership that holds at a day, or the last before it; keeps the order. */
export async function withMembership(reader: Reader, members: Member[], at: Day): Promise<ListedMember[]> {
	const ids = members.map((member) => member.id);
	const started = ids.length === 0 ? [] : await memberships(reader, (eb) => eb.and([eb('member_id', 'in', ids), eb('joined_on', '<=', at)]));
	const last = new Map(started.map((membership) => [membership.memberId, membership]));
	return members.map((member) => {
		const membership = last.get(member.id) ?? null;
		return { member, membership, active: membership !== null && activeAt(membership, at) };
	});
}

async function memberships(
	reader: Reader,
	condition: (eb: ExpressionBuilder<Tables, 'membership'>) => ExpressionWrapper<Tables, 'membership', SqlBool>
): Promise<Membership[]> {
	const rows = await reader
		.selectFrom('membership')
		.selectAll()
		.where('retired_at', 'is', null)
		.where(condition)
		.orderBy('joined_on')
		.orderBy('id')
		.execute();
	return assemble(reader, 'membership', rows);
}

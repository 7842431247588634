import type { Day } from '#domain/day.ts';
import type { Membership } from '#domain/membership.ts';
import type { Db } from '../schema.ts';
import { asKnown, type Known } from './known.ts';
import { comesAfter, cut, readCursor, type Page, type PageStart } from './page.ts';
import { assemble, recordById } from './read.ts';

/** Which memberships; what is left out does not restrict. Those of retired members are left out. */
export type MembershipFilter = Known & {
	/** Those that had begun by the end of that day. */
	readonly at: Day;
	/** True: those that hold at `at`. False: those that have ended by then. */
	readonly active?: boolean | undefined;
	readonly memberId?: string | null | undefined;
	readonly eventId?: string | null | undefined;
};

/** The membership, or null when there is none or it is retired. */
export async function membershipById(db: Db, id: string, options: Known = {}): Promise<Membership | null> {
	return recordById(db, 'membership', id, options);
}

/** Memberships, the latest joins first, a page at a time. */
export async function listMemberships(db: Db, filter: MembershipFilter & PageStart): Promise<Page<Membership>> {
	const { at, active, memberId, eventId, limit } = filter;
	const reader = asKnown(db, filter);
	const cursor = readCursor(filter.after, 2);
	const selection = reader
		.selectFrom('membership')
		.innerJoin('member', 'member.id', 'membership.member_id')
		.where('membership.retired_at', 'is', null)
		.where('member.retired_at', 'is', null)
		.where('membership.joined_on', '<=', at)
		.$if(active === true, (query) => query.where((eb) => eb.or([eb('membership.left_on', 'is', null), eb('membership.left_on', '>', at)])))
		.$if(active === false, (query) => query.where('membership.left_on', '<=', at))
		.$if(typeof memberId === 'string', (query) => query.where('membership.member_id', '=', memberId as string))
		.$if(typeof eventId === 'string', (query) => query.where('membership.event_id', '=', eventId as string));
	const found = await selection
		.selectAll('membership')
		.$if(cursor !== null, (query) =>
			query.where((eb) => comesAfter(eb, [{ by: 'membership.joined_on', descending: true }, { by: 'membership.id' }], cursor ?? []))
		)
		.orderBy('membership.joined_on', 'desc')
		.orderBy('membership.id')
		.limit(limit + 1)
		.execute();
	const { total } = await selection.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
	const { rows, next } = cut(found, limit, (row) => [row.joined_on, row.id]);
	return { items: await assemble(reader, 'membership', rows), next, total };
}

import { sql, type ExpressionBuilder, type ExpressionWrapper, type SqlBool } from 'kysely';
import { MOVES, type Days, type Move } from '#domain/difference.ts';
import type { Db, Tables } from '../schema.ts';
import { asKnown, type Known, type Reader } from './known.ts';
import { belongs, withMembership, type ListedMember } from './member.ts';
import { comesAfter, cut, readCursor, type Page, type PageStart, type SortKey } from './page.ts';
import { assemble } from './read.ts';

type Members = ExpressionBuilder<Tables, 'member'>;
type Condition = ExpressionWrapper<Tables, 'member', SqlBool>;

const ORDER: readonly SortKey<Tables, 'member'>[] = [{ by: 'pinyin' }, { by: 'id' }];

/**
 * Members that made a move between two days, by the pinyin of their name, a page at a time; each with the membership
 * that holds at `to`, or the last before it.
 */
export async function listMemberChanges(
	db: Db,
	{ move, ...question }: Days & Known & PageStart & { readonly move: Move }
): Promise<Page<ListedMember>> {
	const reader = asKnown(db, question);
	const cursor = readCursor(question.after, ORDER.length);
	const found = await moved(reader, move, question)
		.selectAll('member')
		.$if(cursor !== null, (query) => query.where((eb) => comesAfter(eb, ORDER, cursor ?? [])))
		.orderBy('pinyin')
		.orderBy('id')
		.limit(question.limit + 1)
		.execute();
	const { rows, next } = cut(found, question.limit, (row) => [row.pinyin, row.id]);
	const members = await assemble(reader, 'member', rows);
	return { items: await withMembership(reader, members, question.to), next, total: await count(reader, move, question) };
}

/** How many members made each move between two days. */
export async function countMemberChanges(db: Db, question: Days & Known): Promise<Record<Move, number>> {
	const reader = asKnown(db, question);
	const counts: [Move, number][] = [];
	for (const move of MOVES) counts.push([move, await count(reader, move, question)]);
	return Object.fromEntries(counts) as Record<Move, number>;
}

async function count(reader: Reader, move: Move, days: Days): Promise<number> {
	const { members } = await moved(reader, move, days)
		.select((eb) => eb.fn.countAll<number>().as('members'))
		.executeTakeFirstOrThrow();
	return members;
}

/** Only members with a date in between can have moved, so that the cost is theirs and not that of all. */
function moved(reader: Reader, move: Move, days: Days) {
	return reader
		.selectFrom('member')
		.where('member.retired_at', 'is', null)
		.where((eb) => eb.and([eb('member.id', 'in', datedWithin(eb, days)), ...CONDITIONS[move](eb, days)]));
}

/** The rule of `moveBetween` in src/domain/difference.ts, as conditions. */
const CONDITIONS: Readonly<Record<Move, (eb: Members, days: Days) => Condition[]>> = {
	joined: (eb, { from, to }) => [belongs(eb, to), eb.not(belongs(eb, from))],
	left: (eb, { from, to }) => [belongs(eb, from), eb.not(belongs(eb, to))],
	returned: (eb, { from, to }) => [belongs(eb, from), belongs(eb, to), wasGone(eb, { from, to })],
	passed: (eb, { from, to }) => [eb.not(belongs(eb, from)), eb.not(belongs(eb, to)), wasThere(eb, { from, to })]
};

function datedWithin(eb: Members, { from, to }: Days) {
	const within = (column: 'joined_on' | 'left_on') =>
		eb
			.selectFrom('membership')
			.select('membership.member_id')
			.where('membership.retired_at', 'is', null)
			.where(column, '>', from)
			.where(column, '<=', to);
	return within('joined_on').union(within('left_on'));
}

/** A membership ended in between, and on the day of its end no other held. */
function wasGone(eb: Members, { from, to }: Days): Condition {
	return eb.exists(
		ended(eb)
			.where('ended.left_on', '>', from)
			.where('ended.left_on', '<=', to)
			.where(({ not, exists, selectFrom }) =>
				not(
					exists(
						selectFrom('membership as other')
							.select('other.id')
							.whereRef('other.member_id', '=', 'ended.member_id')
							.where('other.retired_at', 'is', null)
							.where(sql<SqlBool>`other.joined_on <= ended.left_on and (other.left_on is null or other.left_on > ended.left_on)`)
					)
				)
			)
	);
}

/** A membership began in between and held for a day at least. */
function wasThere(eb: Members, { from, to }: Days): Condition {
	return eb.exists(
		ended(eb)
			.where('ended.joined_on', '>', from)
			.where('ended.left_on', '<=', to)
			.whereRef('ended.joined_on', '<', 'ended.left_on')
	);
}

/** A member's own memberships, by the name `ended`. */
function ended(eb: Members) {
	return eb
		.selectFrom('membership as ended')
		.select('ended.id')
		.whereRef('ended.member_id', '=', 'member.id')
		.where('ended.retired_at', 'is', null);
}

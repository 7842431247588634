import { sql } from 'kysely';
import type { Bilingual } from '#domain/locale.ts';
import type { Adcode } from '#domain/place.ts';
import { wordsOf } from '../search/text.ts';
import type { Db } from '../schema.ts';
import { asKnown, type Known } from './known.ts';
import { matches, startRank } from './matching.ts';

/** A record found by words. `city` is null where it has none, or several. */
export type Hit = {
	readonly type: 'member' | 'project' | 'event' | 'partner';
	readonly id: string;
	readonly name: Bilingual;
	readonly city: Adcode | null;
};

/**
 * Members, projects, events and partners of which every word of `q` occurs in a name, alias, the pinyin or the initials;
 * those that begin with it come first. At most `limit` hits; none for an empty text.
 */
export async function searchRecords(db: Db, q: string, { limit, ...options }: Known & { readonly limit: number }): Promise<Hit[]> {
	if (wordsOf(q).length === 0) return [];
	const reader = asKnown(db, options);
	const of = (type: Hit['type'], order: number) => {
		const column = type === 'member' || type === 'partner' ? 'name' : 'title';
		const city = type === 'member' || type === 'event' ? sql<string | null>`city` : sql<string | null>`cast(null as text)`;
		return reader
			.selectFrom(type as 'member')
			.select([
				'id',
				'pinyin',
				sql<Hit['type']>`cast(${type} as text)`.as('type'),
				sql<number>`cast(${order} as integer)`.as('type_order'),
				sql<string>`${sql.ref(`${column}_zh`)}`.as('zh'),
				sql<string | null>`${sql.ref(`${column}_en`)}`.as('en'),
				city.as('city'),
				startRank('search', q).as('start_rank')
			])
			.where('retired_at', 'is', null)
			.where(matches('search', q))
			.orderBy('start_rank')
			.orderBy('pinyin')
			.orderBy('id')
			.limit(limit);
	};
	const found = await Promise.all([of('member', 0), of('project', 1), of('event', 2), of('partner', 3)].map((query) => query.execute()));
	return found
		.flat()
		.sort((a, b) => a.start_rank - b.start_rank)
		.slice(0, limit)
		.map(({ type, id, zh, en, city }) => ({ type, id, name: { zh, en }, city }));
}

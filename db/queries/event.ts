import { sql } from 'kysely';
import type { Day } from '#domain/day.ts';
import type { Event, EventKind } from '#domain/event.ts';
import type { Adcode } from '#domain/place.ts';
import type { Db } from '../schema.ts';
import { asKnown, type Known } from './known.ts';
import { matches, oneOf } from './matching.ts';
import { comesAfter, cut, readCursor, type Page, type PageStart } from './page.ts';
import { assemble, recordById, recordsById } from './read.ts';

/** Which events; what is left out does not restrict. */
export type EventFilter = Known & {
	/** Those held by then for certain, and those whose date is wholly unknown. */
	readonly at: Day;
	readonly city?: Adcode | null | undefined;
	readonly cities?: readonly Adcode[] | undefined;
	readonly kind?: EventKind | null | undefined;
	readonly q?: string | undefined;
};

/** The event, or null when there is none or it is retired. */
export async function eventById(db: Db, id: string, options: Known = {}): Promise<Event | null> {
	return recordById(db, 'event', id, options);
}

/** The events of these identifiers that exist, in the order given. */
export async function eventsById(db: Db, ids: readonly string[], options: Known = {}): Promise<Event[]> {
	return recordsById(db, 'event', ids, options);
}

const HELD = sql<string>`coalesce(held_on, '')`;
// What happened "not after" a day stands behind what happened on it.
const BEFORE = sql<number>`case when held_precision = 'not_after' then 1 else 0 end`;

/** Events, the newest first, those without any date last, a page at a time. */
export async function listEvents(db: Db, filter: EventFilter & PageStart): Promise<Page<Event>> {
	const { at, city, cities, kind, q, limit } = filter;
	const reader = asKnown(db, filter);
	const cursor = readCursor(filter.after, 3);
	const selection = reader
		.selectFrom('event')
		.where('retired_at', 'is', null)
		.where((eb) => eb.or([eb('held_on', 'is', null), eb('held_on', '<=', at)]))
		.$if(typeof city === 'string', (query) => query.where('city', '=', city as Adcode))
		.$if(cities !== undefined, (query) => query.where(oneOf('city', cities ?? [])))
		.$if(typeof kind === 'string', (query) => query.where('kind', '=', kind as EventKind))
		.$if(Boolean(q?.trim()), (query) => query.where(matches('search', q as string)));
	const found = await selection
		.selectAll('event')
		.$if(cursor !== null, (query) =>
			query.where((eb) => comesAfter(eb, [{ by: HELD, descending: true }, { by: BEFORE }, { by: 'id' }], cursor ?? []))
		)
		.orderBy(HELD, 'desc')
		.orderBy(BEFORE)
		.orderBy('id')
		.limit(limit + 1)
		.execute();
	const { total } = await selection.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
	const { rows, next } = cut(found, limit, (row) => [row.held_on ?? '', row.held_precision === 'not_after' ? 1 : 0, row.id]);
	return { items: await assemble(reader, 'event', rows), next, total };
}

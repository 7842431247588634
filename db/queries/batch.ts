import { sql } from 'kysely';
import type { Day } from '#domain/day.ts';
import type { Adcode } from '#domain/place.ts';
import type { Db } from '../schema.ts';
import { asKnown, type Known } from './known.ts';
import { oneOf } from './matching.ts';

/** A batch: how many members joined through an event, from how many cities, and on which day the last of them. */
export type Batch = { readonly eventId: string; readonly on: Day; readonly members: number; readonly cities: number };

/** The batches that had joined by `at`, the earliest first; of some cities only, where they are given. */
export async function listBatches(
	db: Db,
	{ at, cities, ...options }: Known & { readonly at: Day; readonly cities?: readonly Adcode[] | undefined }
): Promise<Batch[]> {
	const rows = await asKnown(db, options)
		.selectFrom('movement')
		.innerJoin('event', 'event.id', 'movement.event_id')
		.where('event.retired_at', 'is', null)
		.where('movement.joined', '>', 0)
		.where('movement.day', '<=', at)
		.$if(cities !== undefined, (query) => query.where(oneOf('movement.city', cities ?? [])))
		.groupBy('event.id')
		.select((eb) => [
			'event.id as eventId',
			eb.fn.max('movement.day').as('on'),
			eb.fn.sum<number>('movement.joined').as('members'),
			sql<number>`count(distinct nullif(movement.city, ''))`.as('cities')
		])
		.orderBy('on')
		.orderBy('eventId')
		.execute();
	return rows.map((row) => ({ ...row }));
}

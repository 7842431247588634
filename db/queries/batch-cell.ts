import { sql } from 'kysely';
import type { Day } from '#domain/day.ts';
import type { MemberKind } from '#domain/member.ts';
import type { Adcode } from '#domain/place.ts';
import type { Db } from '../schema.ts';
import { asKnown, type Known } from './known.ts';

/** Members of one kind that joined through an event on a day from one city; `city` is null where it is not known. */
export type BatchCell = { readonly eventId: string; readonly on: Day; readonly city: Adcode | null; readonly kind: MemberKind; readonly members: number };

/** Who joined through which event by `at`, the earliest first. */
export async function batchCells(db: Db, { at, ...options }: Known & { readonly at: Day }): Promise<BatchCell[]> {
	return asKnown(db, options)
		.selectFrom('movement')
		.innerJoin('event', 'event.id', 'movement.event_id')
		.where('event.retired_at', 'is', null)
		.where('movement.joined', '>', 0)
		.where('movement.day', '<=', at)
		.groupBy(['event.id', 'movement.day', 'movement.city', 'movement.kind'])
		.select((eb) => [
			'event.id as eventId',
			'movement.day as on',
			sql<string | null>`nullif(movement.city, '')`.as('city'),
			'movement.kind as kind',
			eb.fn.sum<number>('movement.joined').as('members')
		])
		.orderBy('movement.day')
		.orderBy('event.id')
		.orderBy('movement.city')
		.orderBy('movement.kind')
		.execute();
}

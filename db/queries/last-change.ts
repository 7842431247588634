import { sql } from 'kysely';
import type { Instant } from '#domain/instant.ts';
import type { RecordType } from '#domain/record.ts';
import type { Db } from '../schema.ts';
import type { Known } from './known.ts';
import { oneOf } from './matching.ts';

/**
 * When any of these records was last changed, its retirement included; of members, their memberships count too. Null
 * when there is none. With `known`, only changes that were recorded before it.
 */
export async function lastChange(db: Db, type: RecordType, ids: readonly string[], { known }: Known = {}): Promise<Instant | null> {
	const { latest } = await db
		.selectFrom('revision')
		.select((eb) => eb.fn.max<Instant | null>('recorded_at').as('latest'))
		.where((eb) =>
			eb.or([
				eb.and([eb('record_type', '=', type), oneOf('record_id', ids)]),
				...(type === 'member'
					? [eb.and([eb('record_type', '=', 'membership'), sql<boolean>`record_id in (select id from membership where ${oneOf('member_id', ids)})`])]
					: [])
			])
		)
		.$if(known !== undefined && known !== null, (query) => query.where('recorded_at', '<', known as Instant))
		.executeTakeFirstOrThrow();
	return latest;
}

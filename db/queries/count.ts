import { RECORD_TYPES, type RecordType } from '#domain/record.ts';
import type { Db } from '../schema.ts';
import { asKnown, type Known, type Reader } from './known.ts';

/** How many records of each type are in use. */
export async function recordCounts(db: Db, options: Known = {}): Promise<Record<RecordType, number>> {
	const counts = RECORD_TYPES.map(async (type) => [type, await countOf(asKnown(db, options), type)] as const);
	return Object.fromEntries(await Promise.all(counts)) as Record<RecordType, number>;
}

/** How many sources are in use. */
export async function sourceCount(db: Db, options: Known = {}): Promise<number> {
	return countOf(asKnown(db, options), 'source');
}

async function countOf(reader: Reader, type: RecordType): Promise<number> {
	const { records } = await reader
		.selectFrom(type)
		.select((eb) => eb.fn.countAll<number>().as('records'))
		.where('retired_at', 'is', null)
		.executeTakeFirstOrThrow();
	return records;
}

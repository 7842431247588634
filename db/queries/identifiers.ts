import type { RecordType } from '#domain/record.ts';
import type { Db } from '../schema.ts';
import { asKnown, type Known } from './known.ts';

/** The identifiers of all records of a type that are in use, in their order. */
export async function identifiers(db: Db, type: RecordType, options: Known = {}): Promise<string[]> {
	const rows = await asKnown(db, options).selectFrom(type as 'member').select('id').where('retired_at', 'is', null).orderBy('id').execute();
	return rows.map(({ id }) => id);
}

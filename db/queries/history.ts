import type { RecordType, Revision } from '#domain/record.ts';
import type { Db } from '../schema.ts';
import type { RecordOf } from '../shapes/shape.ts';

/** One version of a record together with what it said. */
export type RevisionOf<T extends RecordType> = Revision & { readonly record: RecordOf[T] };

/** Every version of a record, newest first; empty when there is no such record. */
export async function historyOf<T extends RecordType>(db: Db, type: T, id: string): Promise<RevisionOf<T>[]> {
	const rows = await db
		.selectFrom('revision')
		.select(['id', 'version', 'change', 'snapshot', 'recorded_at', 'actor', 'reason'])
		.where('record_type', '=', type)
		.where('record_id', '=', id)
		.orderBy('version', 'desc')
		.execute();
	return rows.map(({ id: revision, snapshot, recorded_at: recordedAt, ...rest }) => ({
		...rest,
		id: revision,
		type,
		recordId: id,
		recordedAt,
		record: JSON.parse(snapshot) as RecordOf[T]
	}));
}

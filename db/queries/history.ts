import type { Selectable } from 'kysely';
import type { RecordType, Revision } from '#domain/record.ts';
import type { Db, RevisionTable } from '../schema.ts';
import type { RecordOf } from '../shapes/shape.ts';

/** One version of a record together with what it said. */
export type RevisionOf<T extends RecordType> = Revision & { readonly record: RecordOf[T] };

const COLUMNS = ['id', 'record_type', 'record_id', 'version', 'change', 'snapshot', 'recorded_at', 'actor', 'reason', 'batch_id'] as const;

/** Every version of a record, newest first; empty when there is no such record. */
export async function historyOf<T extends RecordType>(db: Db, type: T, id: string): Promise<RevisionOf<T>[]> {
	const rows = await db
		.selectFrom('revision')
		.select(COLUMNS)
		.where('record_type', '=', type)
		.where('record_id', '=', id)
		.orderBy('version', 'desc')
		.execute();
	return rows.map((row) => toRevision<T>(row));
}

/** Every change that was made under a `batchId`, newest first: the order in which to take them back. */
export async function changesOf(db: Db, batchId: string): Promise<RevisionOf<RecordType>[]> {
	const rows = await db.selectFrom('revision').select(COLUMNS).where('batch_id', '=', batchId).orderBy('id', 'desc').execute();
	return rows.map((row) => toRevision(row));
}

/** A page of the changes that were made under a `batchId`, in their order, from the `offset`-th. */
export async function someChangesOf(db: Db, batchId: string, { offset, limit }: { readonly offset: number; readonly limit: number }): Promise<RevisionOf<RecordType>[]> {
	const rows = await db.selectFrom('revision').select(COLUMNS).where('batch_id', '=', batchId).orderBy('id').offset(offset).limit(limit).execute();
	return rows.map((row) => toRevision(row));
}

/** The change that made this data version; null when none did. */
export async function changeById(db: Db, id: number): Promise<RevisionOf<RecordType> | null> {
	const row = await db.selectFrom('revision').select(COLUMNS).where('id', '=', id).executeTakeFirst();
	return row ? toRevision(row) : null;
}

/** What a row of the history says. */
export function toRevision<T extends RecordType>(row: Pick<Selectable<RevisionTable>, (typeof COLUMNS)[number]>): RevisionOf<T> {
	return {
		id: row.id,
		type: row.record_type,
		recordId: row.record_id,
		version: row.version,
		change: row.change,
		recordedAt: row.recorded_at,
		actor: row.actor,
		reason: row.reason,
		batchId: row.batch_id,
		record: JSON.parse(row.snapshot) as RecordOf[T]
	};
}

import type { RecordType } from '#domain/record.ts';
import type { Trx } from '../schema.ts';
import { SHAPES, type RecordOf } from '../shapes/shape.ts';
import { MissingReference, OverlappingMembership } from './conflict.ts';

/** Throws `MissingReference` when a record, by one of its fields or citations, names a record that does not exist. */
export async function checkReferences<T extends RecordType>(trx: Trx, type: T, record: RecordOf[T]): Promise<void> {
	for (const [field, to] of Object.entries(SHAPES[type].references)) {
		const value = (record as unknown as Record<string, string | readonly string[] | null>)[field];
		await checkExist(trx, { type, id: record.id }, field, to, value ? [value].flat() : []);
	}
	const sources = record.citations.map((citation) => citation.sourceId);
	await checkExist(trx, { type, id: record.id }, 'citations', 'source', sources);
}

async function checkExist(
	trx: Trx,
	record: { type: RecordType; id: string },
	field: string,
	type: RecordType,
	ids: readonly string[]
): Promise<void> {
	if (ids.length === 0) return;
	const rows = await trx.selectFrom(type).select('id').where('id', 'in', ids).execute();
	const found = new Set(rows.map((row) => row.id));
	const missing = ids.find((id) => !found.has(id));
	if (missing !== undefined) throw new MissingReference(record, field, { type, id: missing });
}

/** Throws `OverlappingMembership` when the member has another membership during part of this one. */
export async function checkOverlap(trx: Trx, { id, memberId, joined, left }: RecordOf['membership']): Promise<void> {
	const until = left?.on ?? null;
	const other = await trx
		.selectFrom('membership')
		.select('id')
		.where('member_id', '=', memberId)
		.where('id', '!=', id)
		.where('retired_at', 'is', null)
		.where((eb) => eb.or([eb('left_on', 'is', null), eb('left_on', '>', joined.on)]))
		.$if(until !== null, (query) => query.where('joined_on', '<', until as string))
		.orderBy('joined_on')
		.executeTakeFirst();
	if (other) throw new OverlappingMembership(id, other.id);
}

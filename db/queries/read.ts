import type { RecordType } from '#domain/record.ts';
import type { Db } from '../schema.ts';
import type { Row } from '../shapes/field.ts';
import { toRecord } from '../shapes/row.ts';
import { SHAPES, type RecordOf } from '../shapes/shape.ts';
import { asKnown, type Known, type Reader } from './known.ts';

/** Identifiers bound at a time: both databases limit the number of parameters. */
const CHUNK = 1000;

/** Every record of a type that is in use, by identifier. */
export async function allRecords<T extends RecordType>(db: Db, type: T, options: Known = {}): Promise<RecordOf[T][]> {
	const reader = asKnown(db, options);
	const rows = await reader.selectFrom(type as 'member').selectAll().where('retired_at', 'is', null).orderBy('id').execute();
	return assemble(reader, type, rows);
}

/** The records of these identifiers that exist and are in use, in the order given. */
export async function recordsById<T extends RecordType>(
	db: Db,
	type: T,
	ids: readonly string[],
	options: Known = {}
): Promise<RecordOf[T][]> {
	const reader = asKnown(db, options);
	const rows = await inChunks([...new Set(ids)], (some) =>
		reader.selectFrom(type as 'member').selectAll().where('id', 'in', some).where('retired_at', 'is', null).execute()
	);
	const records = new Map((await assemble(reader, type, rows)).map((record) => [record.id, record]));
	return [...new Set(ids)].flatMap((id) => records.get(id) ?? []);
}

/** The record, or null when there is none or it is retired. */
export async function recordById<T extends RecordType>(
	db: Db,
	type: T,
	id: string,
	options: Known = {}
): Promise<RecordOf[T] | null> {
	return (await recordsById(db, type, [id], options))[0] ?? null;
}

/** Turns rows of a type's table into records, with their lists and citations; keeps the order. */
export async function assemble<T extends RecordType>(reader: Reader, type: T, rows: readonly object[]): Promise<RecordOf[T][]> {
	const ids = rows.map((row) => (row as { id: string }).id);
	const lists = await Promise.all(
		Object.entries(SHAPES[type].lists).map(async ([property, { table, owner, column }]) => {
			const items = await inChunks(ids, (some) =>
				reader
					.selectFrom(table as 'project_city')
					.select([`${owner as 'project_id'} as owner`, `${column as 'city'} as value`])
					.where(owner as 'project_id', 'in', some)
					.orderBy('position')
					.execute()
			);
			return [property, Map.groupBy(items, (item) => item.owner)] as const;
		})
	);
	const cited = await inChunks(ids, (some) =>
		reader
			.selectFrom('citation')
			.select(['record_id', 'source_id as sourceId', 'field'])
			.where('record_type', '=', type)
			.where('record_id', 'in', some)
			.orderBy('position')
			.execute()
	);
	const citations = Map.groupBy(cited, (citation) => citation.record_id);
	return rows.map((row, i) => {
		const id = ids[i] as string;
		const own = lists.map(([property, items]) => [property, (items.get(id) ?? []).map((item) => item.value)]);
		const sources = (citations.get(id) ?? []).map(({ sourceId, field }) => ({ sourceId, field }));
		return toRecord(type, row as Row, { lists: Object.fromEntries(own), citations: sources });
	});
}

/** Runs a query over identifiers a thousand at a time. */
export async function inChunks<Id, R>(ids: readonly Id[], query: (some: readonly Id[]) => Promise<R[]>): Promise<R[]> {
	const results: R[] = [];
	for (let start = 0; start < ids.length; start += CHUNK) results.push(...(await query(ids.slice(start, start + CHUNK))));
	return results;
}

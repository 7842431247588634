import type { RecordType } from '#domain/record.ts';
import type { Source } from '#domain/source.ts';
import type { Db } from '../schema.ts';
import { asKnown, type Known } from './known.ts';
import { allRecords, inChunks, recordById, recordsById } from './read.ts';

/** A record, or one of its fields (empty: the whole), for which a source is cited. */
export type SourceUse = { readonly type: RecordType; readonly id: string; readonly field: string };

/** A source as cited for one field of a record (empty: the whole). */
export type CitedSource = { readonly field: string; readonly source: Source };

/** The source, or null when there is none or it is retired. */
export async function sourceById(db: Db, id: string, options: Known = {}): Promise<Source | null> {
	return recordById(db, 'source', id, options);
}

/** The sources of these identifiers that exist, in the order given. */
export async function sourcesById(db: Db, ids: readonly string[], options: Known = {}): Promise<Source[]> {
	return recordsById(db, 'source', ids, options);
}

/** Every source, the newest publication first, those without a date last. */
export async function listSources(db: Db, options: Known = {}): Promise<Source[]> {
	const sources = await allRecords(db, 'source', options);
	const key = (source: Source) => source.published.on ?? '';
	return sources.sort((a, b) => (key(a) === key(b) ? 0 : key(a) < key(b) ? 1 : -1));
}

/** Where a source is cited, by type and identifier; records no longer in use are left out. */
export async function sourceUses(db: Db, id: string, options: Known = {}): Promise<SourceUse[]> {
	const reader = asKnown(db, options);
	const uses = await reader
		.selectFrom('citation')
		.select(['record_type as type', 'record_id as id', 'field'])
		.where('source_id', '=', id)
		.orderBy('record_type')
		.orderBy('record_id')
		.orderBy('field')
		.execute();
	const inUse = new Set<string>();
	for (const [type, ofType] of Map.groupBy(uses, (use) => use.type)) {
		const rows = await inChunks([...new Set(ofType.map((use) => use.id))], (ids) =>
			reader.selectFrom(type).select('id').where('id', 'in', ids).where('retired_at', 'is', null).execute()
		);
		for (const row of rows) inUse.add(`${type} ${row.id}`);
	}
	return uses.filter((use) => inUse.has(`${use.type} ${use.id}`));
}

/** The sources behind these records of one type, by record, in the order cited; records without any are left out. */
export async function citationsOf(
	db: Db,
	type: RecordType,
	ids: readonly string[],
	options: Known = {}
): Promise<Map<string, CitedSource[]>> {
	const reader = asKnown(db, options);
	const rows = await inChunks([...new Set(ids)], (some) =>
		reader
			.selectFrom('citation')
			.select(['record_id', 'source_id', 'field'])
			.where('record_type', '=', type)
			.where('record_id', 'in', some)
			.orderBy('record_id')
			.orderBy('position')
			.execute()
	);
	const sources = new Map((await sourcesById(db, rows.map((row) => row.source_id), options)).map((source) => [source.id, source]));
	const cited = rows.flatMap(({ record_id, source_id, field }) => {
		const source = sources.get(source_id);
		return source ? [{ record: record_id, cited: { field, source } }] : [];
	});
	return new Map([...Map.groupBy(cited, (row) => row.record)].map(([id, list]) => [id, list.map((row) => row.cited)]));
}

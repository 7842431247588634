import type { Selectable } from 'kysely';
import type { RecordType, Revision } from '#domain/record.ts';
import type { Db, RevisionTable } from '../schema.ts';
import type { RecordOf } from '../shapes/shape.ts';
import { toRevision, type RevisionOf } from './history.ts';
import { readCursor, writeCursor, type PageStart } from './page.ts';

/** How many records were made, changed, retired or brought back, of one type. */
export type ChangeCount = { readonly type: RecordType; readonly change: Revision['change']; readonly changes: number };

/**
 * One entry of the log: a change made alone, or all that were made under one `batchId`, of which `last` is the last. `counts`
 * says what a batch did; it is empty for a change made alone.
 */
export type LogEntry = { readonly last: RevisionOf<RecordType>; readonly counts: readonly ChangeCount[] };

export type LogFilter = {
	/** Changes of this type; a batch stands where it touched one. */
	readonly type?: RecordType | null | undefined;
	readonly actor?: string | null | undefined;
};

type Row = Selectable<RevisionTable>;

/** The log of all changes, newest first, a page at a time; `next` is the opaque start of the following page. */
export async function listChanges(db: Db, { type, actor, limit, after }: LogFilter & PageStart): Promise<{ items: LogEntry[]; next: string | null }> {
	const [before] = readCursor(after, 1) ?? [];
	const rows: Row[] = await db
		.selectFrom('revision')
		.selectAll()
		.where(({ eb, or, not, exists, selectFrom }) =>
			or([
				eb('batch_id', 'is', null),
				not(exists(selectFrom('revision as later').select('later.id').whereRef('later.batch_id', '=', 'revision.batch_id').whereRef('later.id', '>', 'revision.id')))
			])
		)
		.$if(typeof actor === 'string', (query) => query.where('actor', '=', actor as string))
		.$if(typeof type === 'string', (query) =>
			query.where(({ eb, or, exists, selectFrom }) =>
				or([
					eb('record_type', '=', type as RecordType),
					exists(
						selectFrom('revision as other')
							.select('other.id')
							.whereRef('other.batch_id', '=', 'revision.batch_id')
							.where('other.record_type', '=', type as RecordType)
					)
				])
			)
		)
		.$if(Number.isSafeInteger(before), (query) => query.where('id', '<', before as number))
		.orderBy('id', 'desc')
		.limit(limit + 1)
		.execute();
	const shown = rows.slice(0, limit);
	const counts = await countsOf(db, shown.flatMap(({ batch_id }) => batch_id ?? []));
	const last = shown.at(-1);
	return {
		items: shown.map((row) => ({ last: toRevision(row), counts: row.batch_id === null ? [] : (counts.get(row.batch_id) ?? []) })),
		next: rows.length > limit && last ? writeCursor([last.id]) : null
	};
}

async function countsOf(db: Db, batches: readonly string[]): Promise<Map<string, ChangeCount[]>> {
	if (batches.length === 0) return new Map();
	const rows = await db
		.selectFrom('revision')
		.select((eb) => ['batch_id', 'record_type', 'change', eb.fn.countAll<number>().as('changes')])
		.where('batch_id', 'in', batches)
		.groupBy(['batch_id', 'record_type', 'change'])
		.orderBy('record_type')
		.orderBy('change')
		.execute();
	const counts = rows.map(({ batch_id, record_type, change, changes }) => ({ batch: batch_id as string, count: { type: record_type, change, changes } }));
	return new Map([...Map.groupBy(counts, ({ batch }) => batch)].map(([batch, all]) => [batch, all.map(({ count }) => count)]));
}

/** Who has changed anything: the actors of the log, in their order. */
export async function listActors(db: Db): Promise<string[]> {
	const rows = await db.selectFrom('revision').select('actor').distinct().orderBy('actor').execute();
	return rows.map(({ actor }) => actor);
}

/** For each of these changes the record as it was before, by the change's id; what was made by it has none. */
export async function formerRecords(db: Db, changes: readonly Revision[]): Promise<Map<number, RecordOf[RecordType]>> {
	const former = new Map<number, RecordOf[RecordType]>();
	for (let start = 0; start < changes.length; start += CHUNK) {
		const some = changes.slice(start, start + CHUNK).filter(({ version }) => version > 1);
		if (some.length === 0) continue;
		const rows = await db
			.selectFrom('revision')
			.select(['record_type', 'record_id', 'version', 'snapshot'])
			.where((eb) =>
				eb.or(some.map(({ type, recordId, version }) => eb.and([eb('record_type', '=', type), eb('record_id', '=', recordId), eb('version', '=', version - 1)])))
			)
			.execute();
		const byKey = new Map(rows.map((row) => [`${row.record_type} ${row.record_id} ${row.version}`, row.snapshot]));
		for (const { id, type, recordId, version } of some) {
			const snapshot = byKey.get(`${type} ${recordId} ${version - 1}`);
			if (snapshot !== undefined) former.set(id, JSON.parse(snapshot) as RecordOf[RecordType]);
		}
	}
	return former;
}

/** Changes asked about at a time: each takes three parameters. */
const CHUNK = 100;

import { sql, type Insertable } from 'kysely';
import type { Membership } from '#domain/membership.ts';
import type { RecordType } from '#domain/record.ts';
import { RECORD_TYPES } from '#domain/record.ts';
import type { Tables, Trx } from '../schema.ts';
import { keysOf, toRow, toSnapshot } from '../shapes/row.ts';
import { SHAPES, type RecordOf } from '../shapes/shape.ts';
import { DuplicateId, MissingRecord, MissingReference, OverlappingMembership, VersionConflict, WrongState } from './conflict.ts';
import { lockWrites } from './data-version.ts';
import { inChunks } from './read.ts';
import { insertChildren, type Entry } from './record.ts';
import { talliedMembers } from './tally.ts';

/** One record to be written, of any type; `expectedVersion` null: it is new. */
export type BulkWrite = { readonly [T in RecordType]: { readonly type: T; readonly record: RecordOf[T]; readonly expectedVersion: number | null } }[RecordType];

/** Rows of one insert: with the widest table well under the number of values that both databases take. */
const ROWS = 500;

/**
 * What `saveRecord` does, for many records at once and many times faster: the same checks, the same rows, one revision a
 * record. Each record stands in `writes` once, and after those it names. Returns how many differed from what stood there.
 * Throws what `saveRecord` throws; nothing of it remains once the transaction is rolled back.
 */
export async function saveRecords(trx: Trx, writes: readonly BulkWrite[], entry: Entry, progress?: (records: number) => void): Promise<number> {
	await lockWrites(trx);
	let saved = 0;
	for (const type of RECORD_TYPES) {
		const ofType = writes.filter((write) => write.type === type);
		for (let start = 0; start < ofType.length; start += ROWS) {
			saved += await saveSome(trx, type, ofType.slice(start, start + ROWS), entry);
			progress?.(saved);
		}
	}
	await checkOverlaps(trx, writes);
	return saved;
}

async function saveSome<T extends RecordType>(trx: Trx, type: T, writes: readonly BulkWrite[], entry: Entry): Promise<number> {
	const standing = await standingOf(trx, type, writes);
	const made = writes.map(({ record, expectedVersion }) => ({ record: record as RecordOf[T], version: (expectedVersion ?? 0) + 1, snapshot: toSnapshot(type, record as RecordOf[T]) }));
	const changed = made.filter(({ record, snapshot }) => standing.get(record.id) !== snapshot);
	if (changed.length === 0) return 0;
	await checkReferences(trx, type, changed.map(({ record }) => record));
	const keyed = changed.map((each) => ({ ...each, keys: keysOf(type, each.record) }));
	const rows = keyed.map(({ record, version, keys }) => ({ ...toRow(type, record), ...keys, version, retired_at: null }));
	const ids = changed.map(({ record }) => record.id);
	await tallied(trx, type, changed.map(({ record }) => record), async () => {
		const columns = Object.keys(rows[0] as object).filter((column) => column !== 'id');
		await trx
			.insertInto(type as 'member')
			.values(rows as unknown as Insertable<Tables['member']>[])
			.onConflict((conflict) => conflict.column('id').doUpdateSet(Object.fromEntries(columns.map((column) => [column, sql.ref(`excluded.${column}`)]))))
			.execute();
	});
	const known = ids.filter((id) => standing.has(id));
	if (known.length > 0) {
		for (const { table, owner } of Object.values(SHAPES[type].lists)) await trx.deleteFrom(table as 'project_city').where(owner as 'project_id', 'in', known).execute();
		await trx.deleteFrom('citation').where('record_type', '=', type).where('record_id', 'in', known).execute();
	}
	for (const { record } of changed) await insertChildren(trx, type, record);
	const { value: last } = await trx
		.updateTable('data_version')
		.set((eb) => ({ value: eb('value', '+', changed.length) }))
		.returning('value')
		.executeTakeFirstOrThrow();
	await trx
		.insertInto('revision')
		.values(
			keyed.map(({ record, version, snapshot, keys }, i) => ({
				id: last - changed.length + 1 + i,
				record_type: type,
				record_id: record.id,
				version,
				change: version === 1 ? ('create' as const) : ('update' as const),
				snapshot,
				pinyin: keys?.pinyin ?? null,
				search: keys?.search ?? null,
				recorded_at: entry.at,
				actor: entry.actor,
				reason: entry.reason,
				batch_id: entry.batchId ?? null
			}))
		)
		.execute();
	return changed.length;
}

/** What stands there of these records, as text by identifier, each at the version that its writer has seen. */
async function standingOf(trx: Trx, type: RecordType, writes: readonly BulkWrite[]): Promise<Map<string, string>> {
	const rows = await trx
		.selectFrom(type as 'member')
		.innerJoin('revision', (join) => join.onRef('revision.record_id', '=', `${type as 'member'}.id`).onRef('revision.version', '=', `${type as 'member'}.version`))
		.select([`${type as 'member'}.id`, `${type as 'member'}.version`, `${type as 'member'}.retired_at`, 'revision.snapshot'])
		.where('revision.record_type', '=', type)
		.where(`${type as 'member'}.id`, 'in', writes.map(({ record }) => record.id))
		.execute();
	const found = new Map(rows.map((row) => [row.id, row]));
	for (const { record, expectedVersion } of writes) {
		const [key, row] = [{ type, id: record.id }, found.get(record.id)];
		if (!row && expectedVersion !== null) throw new MissingRecord(key);
		if (row && expectedVersion === null) throw new DuplicateId(key);
		if (row && row.version !== expectedVersion) throw new VersionConflict(key, expectedVersion as number, row.version);
		if (row && row.retired_at !== null) throw new WrongState(key, true);
	}
	return new Map(rows.map(({ id, snapshot }) => [id, snapshot]));
}

async function checkReferences<T extends RecordType>(trx: Trx, type: T, records: readonly RecordOf[T][]): Promise<void> {
	const wanted: { readonly id: string; readonly field: string; readonly to: RecordType; readonly named: string }[] = [];
	for (const record of records) {
		for (const [field, to] of Object.entries(SHAPES[type].references)) {
			const value = (record as unknown as Record<string, string | readonly string[] | null>)[field];
			for (const named of value ? [value].flat() : []) wanted.push({ id: record.id, field, to, named });
		}
		for (const { sourceId } of record.citations) wanted.push({ id: record.id, field: 'citations', to: 'source', named: sourceId });
	}
	for (const [to, list] of Map.groupBy(wanted, (each) => each.to)) {
		const rows = await inChunks([...new Set(list.map(({ named }) => named))], (some) => trx.selectFrom(to as 'member').select('id').where('id', 'in', some).execute());
		const found = new Set(rows.map(({ id }) => id));
		const missing = list.find(({ named }) => !found.has(named));
		if (missing) throw new MissingReference({ type, id: missing.id }, missing.field, { type: to, id: missing.named });
	}
}

/** The write, with the table `movement` brought up to date where it concerns members. */
async function tallied<T extends RecordType>(trx: Trx, type: T, records: readonly RecordOf[T][], write: () => Promise<unknown>): Promise<void> {
	if (type === 'member') return talliedMembers(trx, records.map(({ id }) => id), write);
	if (type !== 'membership') return void (await write());
	const rows = await trx.selectFrom('membership').select('member_id').where('id', 'in', records.map(({ id }) => id)).execute();
	const members = new Set([...rows.map(({ member_id }) => member_id), ...(records as readonly Membership[]).map(({ memberId }) => memberId)]);
	await talliedMembers(trx, [...members], write);
}

async function checkOverlaps(trx: Trx, writes: readonly BulkWrite[]): Promise<void> {
	const written = writes.filter((write) => write.type === 'membership').map(({ record }) => record as Membership);
	const rows = await inChunks([...new Set(written.map(({ memberId }) => memberId))], (some) =>
		trx
			.selectFrom('membership')
			.select(['id', 'member_id', 'joined_on', 'left_on'])
			.where('member_id', 'in', some)
			.where('retired_at', 'is', null)
			.orderBy('member_id')
			.orderBy('joined_on')
			.orderBy('id')
			.execute()
	);
	for (const [i, row] of rows.entries()) {
		const before = rows[i - 1];
		if (before?.member_id === row.member_id && (before.left_on === null || before.left_on > row.joined_on)) throw new OverlappingMembership(row.id, before.id);
	}
}

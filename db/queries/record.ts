import type { Insertable } from 'kysely';
import type { Instant } from '#domain/instant.ts';
import type { RecordType } from '#domain/record.ts';
import type { RevisionTable, Tables, Trx } from '../schema.ts';
import { keysOf, toRow, toSnapshot } from '../shapes/row.ts';
import { SHAPES, type RecordOf } from '../shapes/shape.ts';
import { DuplicateId, MissingRecord, VersionConflict, WrongState, type RecordKey } from './conflict.ts';
import { lockWrites, nextDataVersion } from './data-version.ts';
import { checkOverlap, checkReferences } from './reference.ts';
import { tallied } from './tally.ts';

/** When a write is recorded, by whom and why; writes that are to be seen and undone together share a `batchId`. */
export type Entry = { readonly at: Instant; readonly actor: string; readonly reason: string; readonly batchId?: string | null };

/** The version that the writer has seen; null: there is no such record yet. */
export type Save = Entry & { readonly expectedVersion: number | null };

/** What a write left behind: the record's version, and whether anything differed from what stood there before. */
export type Saved = { readonly version: number; readonly changed: boolean };

type Standing = { readonly version: number; readonly retired: boolean };

/**
 * Writes a record with its lists and citations and appends the revision; the one door for every write. The record must
 * have passed its schema. A record that equals what stands there already writes nothing.
 * Throws `DuplicateId`, `MissingRecord`, `VersionConflict`, `WrongState` (retired), `MissingReference`,
 * `OverlappingMembership`.
 */
export async function saveRecord<T extends RecordType>(trx: Trx, type: T, record: RecordOf[T], save: Save): Promise<Saved> {
	await lockWrites(trx);
	const key = { type, id: record.id };
	const standing = await standingOf(trx, key, save.expectedVersion);
	const snapshot = toSnapshot(type, record);
	if (standing && (await snapshotOf(trx, key)) === snapshot) return { version: standing.version, changed: false };
	await checkReferences(trx, type, record);
	if (type === 'membership') await checkOverlap(trx, record as RecordOf['membership']);

	const version = (standing?.version ?? 0) + 1;
	const keys = keysOf(type, record);
	const row = { ...toRow(type, record), ...keys, version, retired_at: null } as unknown as Insertable<Tables[T]>;
	await tallied(trx, key, record, () =>
		standing
			? trx.updateTable(type as 'member').set(row as never).where('id', '=', record.id).execute()
			: trx.insertInto(type as 'member').values(row as never).execute()
	);
	if (standing) await deleteChildren(trx, key);
	await insertChildren(trx, type, record);
	await append(trx, key, { version, change: standing ? 'update' : 'create', snapshot, keys }, save);
	return { version, changed: true };
}

/** Takes a record out of view, keeping it and its history. Throws `MissingRecord`, `VersionConflict`, `WrongState`. */
export async function retireRecord(trx: Trx, type: RecordType, id: string, save: Entry & { readonly expectedVersion: number }): Promise<Saved> {
	return turn(trx, { type, id }, 'retire', save);
}

/**
 * Brings a retired record back as it was.
 * Throws `MissingRecord`, `VersionConflict`, `WrongState` (not retired), `OverlappingMembership`.
 */
export async function restoreRecord(trx: Trx, type: RecordType, id: string, save: Entry & { readonly expectedVersion: number }): Promise<Saved> {
	return turn(trx, { type, id }, 'restore', save);
}

async function turn(
	trx: Trx,
	key: RecordKey,
	change: 'retire' | 'restore',
	save: Entry & { readonly expectedVersion: number }
): Promise<Saved> {
	await lockWrites(trx);
	const standing = await standingOf(trx, key, save.expectedVersion, change === 'restore');
	const snapshot = await snapshotOf(trx, key);
	if (!standing || snapshot === null) throw new MissingRecord(key);
	const record = JSON.parse(snapshot) as RecordOf[RecordType];
	if (change === 'restore' && key.type === 'membership') await checkOverlap(trx, record as RecordOf['membership']);
	const version = standing.version + 1;
	const retired_at = change === 'retire' ? save.at : null;
	await tallied(trx, key, record, () =>
		trx.updateTable(key.type as 'member').set({ version, retired_at }).where('id', '=', key.id).execute()
	);
	const keys = keysOf(key.type, record as never);
	await append(trx, key, { version, change, snapshot, keys }, save);
	return { version, changed: true };
}

/** The record's row as far as a writer must know it; null when there is none and none was expected. */
async function standingOf(trx: Trx, key: RecordKey, expected: number | null, retired = false): Promise<Standing | null> {
	const row = await trx.selectFrom(key.type).select(['version', 'retired_at']).where('id', '=', key.id).executeTakeFirst();
	if (!row && expected === null) return null;
	if (!row) throw new MissingRecord(key);
	if (expected === null) throw new DuplicateId(key);
	if (row.version !== expected) throw new VersionConflict(key, expected, row.version);
	const isRetired = row.retired_at !== null;
	if (isRetired !== retired) throw new WrongState(key, isRetired);
	return { version: row.version, retired: isRetired };
}

async function snapshotOf(trx: Trx, { type, id }: RecordKey): Promise<string | null> {
	const row = await trx
		.selectFrom('revision')
		.select('snapshot')
		.where('record_type', '=', type)
		.where('record_id', '=', id)
		.orderBy('version', 'desc')
		.limit(1)
		.executeTakeFirst();
	return row?.snapshot ?? null;
}

async function deleteChildren(trx: Trx, { type, id }: RecordKey): Promise<void> {
	for (const { table, owner } of Object.values(SHAPES[type].lists))
		await trx.deleteFrom(table as 'project_city').where(owner as 'project_id', '=', id).execute();
	await trx.deleteFrom('citation').where('record_type', '=', type).where('record_id', '=', id).execute();
}

/** Writes a record's lists and citations; there are none of it yet. */
export async function insertChildren<T extends RecordType>(trx: Trx, type: T, record: RecordOf[T]): Promise<void> {
	const lists = record as unknown as Record<string, readonly string[]>;
	for (const [property, { table, owner, column }] of Object.entries(SHAPES[type].lists)) {
		const rows = (lists[property] ?? []).map((value, position) => ({ [owner]: record.id, [column]: value, position }));
		if (rows.length > 0) await trx.insertInto(table as 'project_city').values(rows as never).execute();
	}
	const citations = record.citations.map(({ sourceId, field }, position) => ({
		record_type: type,
		record_id: record.id,
		source_id: sourceId,
		field,
		position
	}));
	if (citations.length > 0) await trx.insertInto('citation').values(citations).execute();
}

async function append(
	trx: Trx,
	{ type, id: recordId }: RecordKey,
	revision: Pick<RevisionTable, 'version' | 'change' | 'snapshot'> & { readonly keys: ReturnType<typeof keysOf> },
	{ at, actor, reason, batchId }: Entry
): Promise<void> {
	const { keys, ...rest } = revision;
	await trx
		.insertInto('revision')
		.values({
			...rest,
			id: await nextDataVersion(trx),
			record_type: type,
			record_id: recordId,
			pinyin: keys?.pinyin ?? null,
			search: keys?.search ?? null,
			recorded_at: at,
			actor,
			reason,
			batch_id: batchId ?? null
		})
		.execute();
}

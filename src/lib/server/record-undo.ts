import { randomBytes } from 'node:crypto';
import { MissingRecord, OverlappingMembership, RefusedWrite, VersionConflict, WrongState } from '#db/queries/conflict.ts';
import { changeById, changesOf } from '#db/queries/history.ts';
import { recordNames } from '#db/queries/record-name.ts';
import { restoreRecord, retireRecord } from '#db/queries/record.ts';
import { undoChanges, UndoBlocked, type Obstacle } from '#db/queries/undo.ts';
import { usesOf } from '#db/queries/use.ts';
import type { FormType } from '#domain/form.ts';
import { writeForm } from '#domain/form-reading.ts';
import { now } from '#domain/instant.ts';
import { inLocale, type Locale } from '#domain/locale.ts';
import type { RecordType } from '#domain/record.ts';
import { recordPath } from '#lib/i18n/record-address.ts';
import { deskText } from '#lib/i18n/record-desk.ts';
import { fieldLabel } from '#lib/i18n/record.ts';
import type { ObstacleView } from '#lib/picture/record/change-view.ts';
import type { FormState } from '#lib/picture/record/form-state.ts';
import { database } from './atlas.ts';
import { stateOf } from './record-form.ts';
import { undoneRecord } from './record-merge.ts';
import { withNames } from './record-reference.ts';
import type { Writer } from './record-save.ts';
import { actorOf } from './rights.ts';

export type UndoOutcome = { readonly undone: number } | { readonly blocked: readonly ObstacleView[] } | { readonly missing: true };

/** Obstacles that are told at most; there are no more to be read. */
const MOST_TOLD = 50;

/** Takes back one change, by the number of its revision, or every change made under a batch: all or nothing. */
export async function undo(what: { readonly change: number } | { readonly batch: string }, reason: string, { person, locale }: Writer): Promise<UndoOutcome> {
	const entry = { at: now(), actor: actorOf(person), reason: reason || deskText[locale].reasons.undo, batchId: 'batch' in what ? `undo-${randomBytes(6).toString('hex')}` : null };
	try {
		return await database()
			.transaction()
			.execute(async (trx) => {
				const changes = 'batch' in what ? await changesOf(trx, what.batch) : [await changeById(trx, what.change)].filter((change) => change !== null);
				return changes.length === 0 ? { missing: true as const } : { undone: await undoChanges(trx, changes, entry) };
			});
	} catch (error) {
		if (error instanceof UndoBlocked) return { blocked: await obstacleItems(error.obstacles.slice(0, MOST_TOLD), locale) };
		throw error;
	}
}

async function obstacleItems(obstacles: readonly Obstacle[], locale: Locale): Promise<ObstacleView[]> {
	const keys = obstacles.flatMap(({ type, id, other }) => [{ type, id }, ...(other ? [other] : [])]);
	const names = await recordNames(database(), keys);
	const nameOf = (key: { type: RecordType; id: string }): string => {
		const known = names.get(`${key.type} ${key.id}`);
		return known ? inLocale(known.name, locale) : key.id;
	};
	return obstacles.map(({ kind, type, id, fields, other }) => ({
		kind,
		type,
		name: nameOf({ type, id }),
		path: recordPath(type, id),
		fields: fields.map((field) => fieldLabel(type, field, locale)).join(locale === 'zh-CN' ? '、' : ', '),
		other: other ? nameOf(other) : ''
	}));
}

/**
 * The form of a record with one of its changes taken back, for a person to choose in the fields that were changed again
 * since. Null where there is no such version, or the record was made by it.
 */
export async function undoForm(type: FormType, id: string, version: number, locale: Locale): Promise<FormState | null> {
	const undone = await undoneRecord(type, id, version, locale);
	if (!undone) return null;
	const { record, conflict } = undone;
	return { ...stateOf(await withNames(type, writeForm(type, record), locale), conflict.version), reason: deskText[locale].reasons.undo, conflict };
}

/** Retires a record or brings it back; says why where it could not be done. */
export async function turnRecord(type: FormType, id: string, change: 'retire' | 'restore', { version, reason }: { readonly version: number; readonly reason: string }, { person, locale }: Writer): Promise<'done' | 'missing' | 'changed' | 'overlaps'> {
	const save = { at: now(), actor: actorOf(person), reason: reason || deskText[locale].reasons[change], expectedVersion: version };
	try {
		await database()
			.transaction()
			.execute((trx) => (change === 'retire' ? retireRecord : restoreRecord)(trx, type, id, save));
		return 'done';
	} catch (error) {
		if (error instanceof MissingRecord) return 'missing';
		if (error instanceof OverlappingMembership) return 'overlaps';
		if (error instanceof VersionConflict || error instanceof WrongState || error instanceof RefusedWrite) return 'changed';
		throw error;
	}
}

/** The records that name this one, by name and address. */
export async function recordUses(type: FormType, id: string, locale: Locale): Promise<{ readonly type: RecordType; readonly name: string; readonly path: string }[]> {
	const uses = await usesOf(database(), type, id);
	const names = await recordNames(database(), uses);
	return uses.map((use) => {
		const known = names.get(`${use.type} ${use.id}`);
		return { type: use.type, name: known ? inLocale(known.name, locale) : use.id, path: recordPath(use.type, use.id) };
	});
}

import { randomUUID } from 'node:crypto';
import { error } from '@sveltejs/kit';
import { DuplicateId, MissingRecord, MissingReference, VersionConflict, WrongState } from '#db/queries/conflict.ts';
import { historyOf } from '#db/queries/history.ts';
import { restoreRecord, retireRecord, saveRecord } from '#db/queries/record.ts';
import { listTargets } from '#db/queries/target.ts';
import { now } from '#domain/instant.ts';
import type { Person } from '#domain/role.ts';
import { differingFields, readTargetForm, TARGET_FIELDS, typedTarget, typedText, type TargetField, type TargetIssues, type TypedTarget } from '#domain/target-form.ts';
import { isCircle } from '#domain/target-parts.ts';
import type { Target } from '#domain/target.ts';
import { database } from './atlas.ts';
import { fieldOf } from './form.ts';
import type { Reading } from './reading.ts';
import { actorOf } from './rights.ts';
import { isScope } from './target.ts';

/** Longer texts than any field may hold are cut here; what is too long for its field is refused with words. */
const MOST = 6000;

/** The identifiers given to new targets. The form carries its own, so that one sent twice is one target. */
const NEW_ID = /^mubiao-[0-9a-f-]{36}$/;

/** The form of a request. Throws 400 when the body cannot be read as one. */
async function formOf(request: Request): Promise<FormData> {
	try {
		return await request.formData();
	} catch {
		error(400, { message: 'the body is no form' });
	}
}

/** What was typed into a target's form, the version it was opened at (null: not said), and the identifier a new one is to have. */
export async function typedOf(request: Request): Promise<{ typed: TypedTarget; version: number | null; id: string }> {
	const form = await formOf(request);
	const typed = Object.fromEntries(TARGET_FIELDS.map((field) => [field, fieldOf(form, field, MOST).toWellFormed()])) as Record<TargetField, string>;
	const id = fieldOf(form, 'id', 80);
	return { typed, version: versionOf(form), id: NEW_ID.test(id) ? id : `mubiao-${randomUUID()}` };
}

function versionOf(form: FormData): number | null {
	const text = fieldOf(form, 'version', 12);
	return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}

/** What became of a form: saved, refused by field, or overtaken by somebody else's change. */
export type SaveOutcome =
	| { readonly saved: true }
	| { readonly issues: TargetIssues }
	| { readonly conflict: { readonly version: number; readonly isRetired: boolean; readonly rows: readonly { readonly field: TargetField; readonly now: string }[] } };

/** Saves a target as typed. A new one that was saved already, such as by a form sent twice, counts as saved. */
export async function saveTarget(person: Person, id: string, { typed, version }: { typed: TypedTarget; version: number | null }, reading: Reading): Promise<SaveOutcome> {
	const standing = version === null ? null : ((await historyOf(database(), 'target', id))[0]?.record ?? null);
	const read = readTargetForm(id, typed, standing);
	if ('issues' in read) return read;
	const issues = await contextIssues(read.target, reading);
	if (issues) return { issues };
	const entry = { at: now(), actor: actorOf(person), reason: typedText(typed.reason), expectedVersion: version };
	try {
		await database().transaction().execute((trx) => saveRecord(trx, 'target', read.target, entry));
		return { saved: true };
	} catch (refusal) {
		if (refusal instanceof MissingReference) return { issues: { partOf: 'no_such_whole' } };
		if (refusal instanceof VersionConflict || refusal instanceof WrongState) return conflictOf(id, typed);
		if (refusal instanceof DuplicateId && version === null) return (await isSame(id, read.target)) ? { saved: true } : conflictOf(id, typed);
		if (refusal instanceof MissingRecord) error(404, { message: refusal.message });
		throw refusal;
	}
}

/** What only the rest of the record can tell. */
async function contextIssues(target: Target, reading: Reading): Promise<TargetIssues | null> {
	const { scope, partOf, id } = target;
	if (!(await isScope(target, reading))) return { [scope.city !== null ? 'city' : scope.groupId !== null ? 'group' : 'province']: 'no_such_scope' };
	if (partOf === null) return null;
	const targets = await listTargets(database());
	if (!targets.some((each) => each.id === partOf)) return { partOf: 'no_such_whole' };
	return isCircle(targets, id, partOf) ? { partOf: 'part_of_itself' } : null;
}

async function conflictOf(id: string, typed: TypedTarget): Promise<SaveOutcome> {
	const [newest] = await historyOf(database(), 'target', id);
	if (!newest) error(404, { message: `there is no target ${id}` });
	const present = typedTarget(newest.record);
	const rows = differingFields(present, typed).map((field) => ({ field, now: present[field] }));
	return { conflict: { version: newest.version, isRetired: newest.change === 'retire', rows } };
}

async function isSame(id: string, target: Target): Promise<boolean> {
	const [newest] = await historyOf(database(), 'target', id);
	return newest !== undefined && JSON.stringify(typedTarget(newest.record)) === JSON.stringify(typedTarget(target));
}

/**
 * Takes a target out of view or brings it back, at the version the form names. False when somebody else was faster.
 * Throws 404 for a target that never was.
 */
export async function turnTarget(person: Person, id: string, turn: 'retire' | 'restore', request: Request): Promise<boolean> {
	const form = await formOf(request);
	const [version, reason] = [versionOf(form), typedText(fieldOf(form, 'reason', 500))];
	const entry = { at: now(), actor: actorOf(person), reason: reason || (turn === 'retire' ? '停用目标' : '恢复目标'), expectedVersion: version ?? 0 };
	const work = turn === 'retire' ? retireRecord : restoreRecord;
	try {
		await database().transaction().execute((trx) => work(trx, 'target', id, entry));
		return true;
	} catch (refusal) {
		if (refusal instanceof VersionConflict || refusal instanceof WrongState) return false;
		if (refusal instanceof MissingRecord) error(404, { message: refusal.message });
		throw refusal;
	}
}

/** The target as its form shows it, with its version. 404 for one that never was. */
export async function targetToEdit(id: string): Promise<{ typed: TypedTarget; version: number; isRetired: boolean; name: Target['name'] }> {
	const [newest] = await historyOf(database(), 'target', id);
	if (!newest) error(404, { message: `there is no target ${id}` });
	return { typed: typedTarget(newest.record), version: newest.version, isRetired: newest.change === 'retire', name: newest.record.name };
}

import { randomUUID } from 'node:crypto';
import { error } from '@sveltejs/kit';
import { DuplicateId, MissingRecord, MissingReference, VersionConflict, WrongState } from '#db/queries/conflict.ts';
import { historyOf } from '#db/queries/history.ts';
import { restoreRecord, retireRecord, saveRecord } from '#db/queries/record.ts';
import { listTargets } from '#db/queries/target.ts';
import { now } from '#domain/instant.ts';
import type { Locale } from '#domain/locale.ts';
import type { Person } from '#domain/role.ts';
import { readTargetForm, TARGET_FIELDS, targetInputs, typedTarget, typedText, type TargetField, type TargetIssues, type TypedTarget } from '#domain/target-form.ts';
import { isCircle } from '#domain/target-parts.ts';
import type { Target } from '#domain/target.ts';
import { deskText } from '#lib/i18n/record-desk.ts';
import type { ConflictState } from '#lib/picture/record/form-state.ts';
import { database } from './atlas.ts';
import { fieldOf } from './form.ts';
import type { Reading } from './reading.ts';
import { mergedRecord, undoneRecord, versionRecord } from './record-merge.ts';
import { actorOf } from './rights.ts';
import { isScope } from './target.ts';
import { chooseIssues, chosenTexts, type TextForm } from './text-choice.ts';

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

/** A target's form as it was sent: what was typed, the version it was opened at (null: not said), and the identifier a new one is to have. */
export type SentTarget = { readonly form: FormData; readonly typed: TypedTarget; readonly version: number | null; readonly id: string };

/** What was sent by a target's form. Throws 400 when the body cannot be read as one. */
export async function sentTarget(request: Request): Promise<SentTarget> {
	const form = await formOf(request);
	const typed = Object.fromEntries(TARGET_FIELDS.map((field) => [field, fieldOf(form, field, MOST).toWellFormed()])) as Record<TargetField, string>;
	const id = fieldOf(form, 'id', 80);
	return { form, typed, version: versionOf(form), id: NEW_ID.test(id) ? id : `mubiao-${randomUUID()}` };
}

function versionOf(form: FormData): number | null {
	const text = fieldOf(form, 'version', 12);
	return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}

/** A form that could not be saved: what is wrong by field, or what somebody else saved in between. */
export type TargetAnswer = {
	readonly typed: TypedTarget;
	readonly version: number | null;
	readonly issues: TargetIssues;
	readonly conflict: ConflictState | null;
	readonly taken: Readonly<Record<string, string>>;
};

/** What became of a form: saved, shown again, or retired by somebody else meanwhile. */
export type SaveOutcome = { readonly saved: true } | { readonly gone: true; readonly typed: TypedTarget } | TargetAnswer;

/** How the form of a target says its properties. */
const TARGET_FORM: TextForm<TargetField> = {
	type: 'target',
	inputs: targetInputs,
	write: (record) => typedTarget(record as unknown as Target),
	read: (typed, record) => {
		const read = readTargetForm(record.id, { ...typed, reason: '-' }, record as unknown as Target);
		return 'issues' in read ? null : read.target;
	}
};

/**
 * Saves a target as typed. A new one that was saved already, such as by a form sent twice, counts as saved. Where somebody
 * else changed it in between, the form comes back with both changes brought together.
 */
export async function saveTarget(person: Person, id: string, { form, typed, version }: Omit<SentTarget, 'id'>, reading: Reading): Promise<SaveOutcome> {
	const { locale } = reading;
	const seen = version === null ? null : ((await versionRecord('target', id, version)) as Target | null);
	const { texts, unchosen, taken, conflict } = await chosenTexts(TARGET_FORM, id, form, typed, locale);
	const read = readTargetForm(id, texts, seen);
	const context = 'target' in read ? await contextIssues(read.target, reading) : read.issues;
	const issues = { ...context, ...chooseIssues(unchosen) };
	if ('issues' in read || Object.keys(issues).length > 0) return { typed, version, issues, conflict, taken };
	const entry = { at: now(), actor: actorOf(person), reason: typedText(typed.reason), expectedVersion: version };
	try {
		await database().transaction().execute((trx) => saveRecord(trx, 'target', read.target, entry));
		return { saved: true };
	} catch (refusal) {
		if (refusal instanceof MissingReference) return { typed, version, issues: { partOf: 'no_such_whole' }, conflict, taken };
		if (refusal instanceof WrongState) return { gone: true, typed };
		if (refusal instanceof DuplicateId && version === null && (await isSame(id, read.target))) return { saved: true };
		if (refusal instanceof MissingRecord) error(404, { message: refusal.message });
		if (!(refusal instanceof VersionConflict) && !(refusal instanceof DuplicateId)) throw refusal;
		const merged = await mergedRecord('target', read.target, version ?? 0, locale);
		if (!merged) return { gone: true, typed };
		return { typed: { ...TARGET_FORM.write(merged.record), reason: typed.reason }, version: merged.conflict.version, issues: {}, conflict: merged.conflict, taken: {} };
	}
}

/** The form of a target in which a change that was overtaken is taken back, for a person to choose; null where there is nothing to choose. */
export async function undoneTarget(id: string, version: number, locale: Locale): Promise<TargetAnswer | null> {
	const undone = await undoneRecord('target', id, version, locale);
	if (!undone || !undone.conflict.rows.every(({ field }) => targetInputs(field).length > 0)) return null;
	return { typed: { ...TARGET_FORM.write(undone.record), reason: deskText[locale].reasons.undo }, version: undone.conflict.version, issues: {}, conflict: undone.conflict, taken: {} };
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

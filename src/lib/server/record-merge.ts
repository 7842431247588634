import { historyOf } from '#db/queries/history.ts';
import { fieldsOf, FORMS, type FormRecord, type FormType } from '#domain/form.ts';
import { inputsOf, type Typed } from '#domain/form-input.ts';
import { readForm, writeForm } from '#domain/form-reading.ts';
import type { Locale } from '#domain/locale.ts';
import { mergeRecords } from '#domain/merge.ts';
import { fieldLabel } from '#lib/i18n/record.ts';
import type { ConflictRow, ConflictState } from '#lib/picture/record/form-state.ts';
import { actorNames } from './actor.ts';
import { database } from './atlas.ts';
import { momentWords } from './moment.ts';
import { inWords, namesIn } from './record-words.ts';

/**
 * A person's changes of a version brought together with those that others have saved since: the record with mine where both
 * changed a field, and every field in which anybody differs, in words. Null where the record is retired by now.
 * `version` 0 or one that never was: whatever differs from what stands there is asked about.
 */
export async function mergedForm(type: FormType, mine: FormRecord, version: number, locale: Locale): Promise<{ record: FormRecord; conflict: ConflictState } | null> {
	const history = await historyOf(database(), type, mine.id);
	const [newest] = history;
	if (!newest || newest.change === 'retire') return null;
	const theirs = newest.record as FormRecord;
	const base = history.find((revision) => revision.version === version)?.record as FormRecord | undefined;
	const merge = mergeRecords(base ?? unlike(theirs, mine), theirs, mine, fieldsOf(type));
	const names = await namesIn([base, theirs, mine].map((record) => ({ type, record })), locale);
	const words = (record: FormRecord | undefined, field: string): string => (record ? inWords(type, field, record[field], locale, names) : '');
	const row = (result: ConflictRow['result']) => (field: string): ConflictRow => ({
		field,
		label: fieldLabel(type, field, locale),
		base: words(base, field),
		theirs: words(theirs, field),
		mine: words(mine, field),
		result
	});
	const actors = await actorNames([newest.actor], locale);
	return {
		record: merge.merged,
		conflict: {
			version: newest.version,
			base: version,
			by: actors.get(newest.actor) ?? newest.actor,
			at: momentWords(newest.recordedAt, locale),
			reason: newest.reason,
			rows: [...merge.conflicts.map(row('ask')), ...merge.theirs.map(row('theirs')), ...merge.mine.map(row('mine')), ...merge.both.map(row('both'))]
		}
	};
}

/**
 * The fields of a conflict in which a person has still to choose, as `mergedForm` told of them: between version `version`,
 * which others saved, and what is typed. Null where there is no such version.
 */
export async function askedConflict(
	type: FormType,
	id: string,
	{ base, version, fields, typed }: { readonly base: number; readonly version: number; readonly fields: readonly string[]; readonly typed: Typed },
	locale: Locale
): Promise<ConflictState | null> {
	const history = await historyOf(database(), type, id);
	const at = (wanted: number) => history.find((revision) => revision.version === wanted);
	const saved = at(version);
	if (!saved) return null;
	const [was, theirs] = [at(base)?.record as FormRecord | undefined, saved.record as FormRecord];
	const names = await namesIn([was, theirs].map((record) => ({ type, record })), locale);
	const words = (record: FormRecord | undefined, field: string): string => (record ? inWords(type, field, record[field], locale, names) : '');
	// Read alone, beside what others saved: what is typed elsewhere may be wrong.
	const mine = (field: string): string => {
		const inputs = inputsOf(field, FORMS[type].fields[field]!);
		const own = Object.fromEntries(inputs.map((input) => [input, typed[input] ?? []]));
		const { record } = readForm(type, id, { ...writeForm(type, theirs), ...own });
		return record ? words(record, field) : inputs.flatMap((input) => typed[input] ?? []).filter(Boolean).join(' / ');
	};
	const by = (await actorNames([saved.actor], locale)).get(saved.actor) ?? saved.actor;
	return {
		version,
		base,
		by,
		at: momentWords(saved.recordedAt, locale),
		reason: saved.reason,
		rows: fields.map((field) => ({ field, label: fieldLabel(type, field, locale), base: words(was, field), theirs: words(theirs, field), mine: mine(field), result: 'ask' }))
	};
}

/** A base of which nobody knows anything: every field in which the two differ was changed by both. */
function unlike(theirs: FormRecord, mine: FormRecord): FormRecord {
	return Object.fromEntries(Object.keys({ ...theirs, ...mine }).map((field) => [field, { unknown: field }])) as unknown as FormRecord;
}

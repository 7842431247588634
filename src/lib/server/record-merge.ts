import { historyOf } from '#db/queries/history.ts';
import type { FormRecord } from '#domain/form.ts';
import { tellingsOf } from '#domain/form-telling.ts';
import type { Locale } from '#domain/locale.ts';
import { mergeRecords } from '#domain/merge.ts';
import type { RecordType } from '#domain/record.ts';
import { reasonWords } from '#lib/i18n/reason.ts';
import { fieldLabel } from '#lib/i18n/record.ts';
import type { ConflictRow, ConflictState } from '#lib/picture/record/form-state.ts';
import { actorNames } from './actor.ts';
import { database } from './atlas.ts';
import { momentWords } from './moment.ts';
import { inWords, namesIn, type Plain } from './record-words.ts';

/** A record put together from two changes, and every field in which anybody differs, in words. */
export type Merged = { readonly record: FormRecord; readonly conflict: ConflictState };

type Version = { readonly version: number; readonly record: FormRecord; readonly actor: string; readonly recordedAt: string; readonly reason: string; readonly change: string };

/** Every version of a record, newest first. */
async function versionsOf(type: RecordType, id: string): Promise<readonly Version[]> {
	return (await historyOf(database(), type, id)) as unknown as Version[];
}

/** The record of a version; null where there is none. */
export async function versionRecord(type: RecordType, id: string, version: number | null): Promise<FormRecord | null> {
	return (await versionsOf(type, id)).find((each) => each.version === version)?.record ?? null;
}

/**
 * A person's changes of a version brought together with those that others have saved since: the record with mine where both
 * changed a field, and every field in which anybody differs, in words. Null where the record is retired by now.
 * `version` 0 or one that never was: whatever differs from what stands there is asked about.
 */
export async function mergedRecord(type: RecordType, mine: FormRecord, version: number, locale: Locale): Promise<Merged | null> {
	const versions = await versionsOf(type, mine.id);
	const [newest] = versions;
	if (!newest || newest.change === 'retire') return null;
	const base = versions.find((each) => each.version === version)?.record;
	const merge = mergeRecords(base ?? unlike(newest.record, mine), newest.record, mine, Object.keys(tellingsOf(type)));
	const row = await rowsOf(type, { base, theirs: newest.record, mine }, locale);
	const rows = [...merge.conflicts.map(row('ask')), ...merge.theirs.map(row('theirs')), ...merge.mine.map(row('mine')), ...merge.both.map(row('both'))];
	return { record: merge.merged, conflict: await conflictOf(newest, version, rows, locale) };
}

/**
 * A record with one of its changes taken back, for a person to choose in the fields that were changed again since: `mine` is
 * what stood before. Null where there is no such version, or the record was made by it, or it is retired.
 */
export async function undoneRecord(type: RecordType, id: string, version: number, locale: Locale): Promise<Merged | null> {
	const versions = await versionsOf(type, id);
	const at = (wanted: number): FormRecord | undefined => versions.find((each) => each.version === wanted)?.record;
	const [newest, after, before] = [versions[0], at(version), at(version - 1)];
	if (!newest || !after || !before || newest.change === 'retire') return null;
	const merge = mergeRecords(after, newest.record, before, Object.keys(tellingsOf(type)));
	const row = await rowsOf(type, { base: after, theirs: newest.record, mine: before }, locale);
	return { record: merge.merged, conflict: await conflictOf(newest, version, [...merge.conflicts.map(row('ask')), ...merge.mine.map(row('mine'))], locale) };
}

/** The fields of a conflict in which a person has still to choose: `mine` is what is typed in one, as a record or as it stands. */
export type Asked = {
	readonly base: number;
	readonly version: number;
	readonly fields: readonly string[];
	readonly mine: (field: string, theirs: FormRecord) => FormRecord | string;
};

/** The conflict that a form was to choose in, as `mergedRecord` told of it. Null where others saved no such version. */
export async function askedConflict(type: RecordType, id: string, { base, version, fields, mine }: Asked, locale: Locale): Promise<ConflictState | null> {
	const versions = await versionsOf(type, id);
	const saved = versions.find((each) => each.version === version);
	if (!saved) return null;
	const was = versions.find((each) => each.version === base)?.record;
	const typed = new Map(fields.map((field) => [field, mine(field, saved.record)]));
	const records = [...typed.values()].filter((one): one is FormRecord => typeof one !== 'string');
	const names = await namesIn([was, saved.record, ...records].map((record) => ({ type, record })), locale);
	const words = (record: Plain | undefined, field: string): string => (record ? inWords(type, field, record, locale, names) : '');
	const rows = fields.map((field): ConflictRow => {
		const own = typed.get(field) as FormRecord | string;
		const told = typeof own === 'string' ? own : words(own, field);
		return { field, label: fieldLabel(type, field, locale), base: words(was, field), theirs: words(saved.record, field), mine: told, result: 'ask' };
	});
	return conflictOf(saved, base, rows, locale);
}

/** Which fields a form was to choose in, and what was chosen in each: `theirs`, `mine`, or nothing yet. */
export function choicesIn(type: RecordType, form: FormData): { readonly asked: readonly string[]; readonly taken: Readonly<Record<string, string>> } {
	const fields = tellingsOf(type);
	const asked = [...new Set(form.getAll('ask').filter((name): name is string => typeof name === 'string' && Object.hasOwn(fields, name)))];
	return { asked, taken: Object.fromEntries(asked.map((name) => [name, String(form.get(`take.${name}`) ?? '')])) };
}

type Three = { readonly base: FormRecord | undefined; readonly theirs: FormRecord; readonly mine: FormRecord };

async function rowsOf(type: RecordType, { base, theirs, mine }: Three, locale: Locale) {
	const names = await namesIn([base, theirs, mine].map((record) => ({ type, record })), locale);
	const words = (record: FormRecord | undefined, field: string): string => (record ? inWords(type, field, record, locale, names) : '');
	return (result: ConflictRow['result']) =>
		(field: string): ConflictRow => ({ field, label: fieldLabel(type, field, locale), base: words(base, field), theirs: words(theirs, field), mine: words(mine, field), result });
}

async function conflictOf({ version, actor, recordedAt, reason }: Version, base: number, rows: readonly ConflictRow[], locale: Locale): Promise<ConflictState> {
	const by = (await actorNames([actor], locale)).get(actor) ?? actor;
	return { version, base, by, at: momentWords(recordedAt, locale), reason: reasonWords(reason, locale), rows };
}

/** A base of which nobody knows anything: every field in which the two differ was changed by both. */
function unlike(theirs: FormRecord, mine: FormRecord): FormRecord {
	return Object.fromEntries(Object.keys({ ...theirs, ...mine }).map((field) => [field, { unknown: field }])) as unknown as FormRecord;
}

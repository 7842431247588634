import { DuplicateId, MissingRecord, MissingReference, OverlappingMembership, VersionConflict, WrongState } from '#db/queries/conflict.ts';
import { freeId } from '#db/queries/free-id.ts';
import { saveRecord } from '#db/queries/record.ts';
import type { Trx } from '#db/schema.ts';
import { FORMS, type FormRecord, type FormType } from '#domain/form.ts';
import { inputsOf, readInput, writeInput, type Typed } from '#domain/form-input.ts';
import { plainText, readForm, typedOf, writeForm } from '#domain/form-reading.ts';
import { now } from '#domain/instant.ts';
import type { Locale } from '#domain/locale.ts';
import { changedFields } from '#domain/merge.ts';
import type { Point } from '#domain/place.ts';
import type { Person } from '#domain/role.ts';
import { city } from '#geo/regions/city.ts';
import { district } from '#geo/regions/district.ts';
import { deskText } from '#lib/i18n/record-desk.ts';
import type { FormIssue, FormState } from '#lib/picture/record/form-state.ts';
import { database } from './atlas.ts';
import { alikeItems, pointElsewhere, stateOf } from './record-form.ts';
import { askedConflict, choicesIn, mergedRecord, versionRecord } from './record-merge.ts';
import { isDatum, toWgs84 } from './record-place.ts';
import { resolveReferences, withNames } from './record-reference.ts';
import { actorOf } from './rights.ts';

/** Who saves, and in which language messages are written. */
export type Writer = { readonly person: Person; readonly locale: Locale };

/** What became of a form: it was saved, the record is gone, or the form comes back with what is to be said. */
export type Outcome =
	| { readonly saved: { readonly id: string; readonly version: number; readonly changed: boolean } }
	| { readonly gone: 'missing' | 'retired' }
	| { readonly refused: FormState };

/** What a person may write as the reason of a change. */
const MOST_REASON = 500;

/**
 * Saves what a form says: as a new record where `id` is null, otherwise as the next version of that record. Look-alikes and
 * a point outside the stated place must be confirmed; where somebody else saved in between, the form comes back merged.
 */
export async function saveForm(type: FormType, id: string | null, form: FormData, { person, locale }: Writer): Promise<Outcome> {
	const version = id === null ? null : versionOf(form);
	const choice = await chosen(type, id, version, form);
	const { typed, issues } = await resolveReferences(type, choice.typed, locale);
	const reason = reasonOf(form);
	const asked = { base: versionOf(form, 'base'), version: version ?? 0, fields: choice.asked, mine: readAlone(type, choice.own) };
	const conflict = id === null || choice.asked.length === 0 ? null : await askedConflict(type, id, asked, locale);
	// What is shown again is what was typed, also where the other version is to be kept: the choice may change.
	const state: FormState = { ...stateOf({ ...typed, ...choice.own }, version), reason, taken: choice.taken, conflict };
	const read = readForm(type, id ?? 'new', inWgs84(typed));
	const wrong = [...choice.issues, ...issues, ...datumIssues(type, typed), ...(read.record ? placeIssues(read.record) : read.issues)];
	if (wrong.length > 0 || !read.record) return { refused: { ...state, issues: firstOfEach(type, wrong) } };

	const { record } = read;
	const warned = await warnings(type, id, record, form, locale);
	if (warned.alike.length > 0 || warned.elsewhere) return { refused: { ...state, ...warned } };
	const entry = { at: now(), actor: actorOf(person), reason: reason || deskText[locale].reasons[id === null ? 'create' : 'update'] };
	try {
		return await database()
			.transaction()
			.execute(async (trx) => {
				const whole = id === null ? { ...record, id: await freeId(trx, type, await wantedId(trx, type, record)) } : record;
				const saved = await saveRecord(trx, type, whole as never, { ...entry, expectedVersion: version });
				return { saved: { id: whole.id, ...saved } };
			});
	} catch (error) {
		return refusal(error, { type, state, record, locale });
	}
}

/** The version a form was made from, or that of another input; 0, which no record has, where it says none. */
export function versionOf(form: FormData, input = 'version'): number {
	const text = form.get(input);
	return typeof text === 'string' && /^\d{1,9}$/.test(text) ? Number(text) : 0;
}

/** The reason a person gives; an empty text where none is given. */
export function reasonOf(form: FormData): string {
	const text = form.get('reason');
	return typeof text === 'string' ? plainText(text).trim().slice(0, MOST_REASON) : '';
}

/** What was typed, with the other person's value in each field where theirs is to be kept; an issue where nothing was chosen. */
async function chosen(type: FormType, id: string | null, version: number | null, form: FormData) {
	let typed = typedOf(type, form);
	const { asked, taken } = choicesIn(type, form);
	const theirs = id !== null && asked.some((name) => taken[name] === 'theirs') ? await versionRecord(type, id, version) : null;
	const issues: FormIssue[] = [];
	const own = Object.fromEntries(asked.flatMap((name) => inputsOf(name, FORMS[type].fields[name]!)).map((input): [string, readonly string[]] => [input, typed[input] ?? []]));
	for (const name of asked) {
		const field = FORMS[type].fields[name]!;
		if (taken[name] === 'theirs' && theirs) typed = { ...typed, ...writeInput(theirs[name], name, field) };
		else if (taken[name] !== 'mine') issues.push({ field: name, input: inputsOf(name, field)[0]!, code: 'choose' });
	}
	return { typed, own, asked, issues, taken };
}

/** What is typed in one field, beside what others saved: what is typed elsewhere may be wrong. */
function readAlone(type: FormType, typed: Typed): (field: string, theirs: FormRecord) => FormRecord | string {
	return (field, theirs) => {
		const inputs = inputsOf(field, FORMS[type].fields[field]!);
		const own = Object.fromEntries(inputs.map((input) => [input, typed[input] ?? []]));
		const { record } = readForm(type, theirs.id, { ...writeForm(type, theirs), ...own });
		return record ?? inputs.flatMap((input) => typed[input] ?? []).filter(Boolean).join(' / ');
	};
}

/** The form with its point in WGS-84, whatever datum it is typed in. */
function inWgs84(typed: Typed): Typed {
	const datum = typed['point.datum']?.[0] ?? 'wgs84';
	const read = readInput(typed, 'point', FORMS.member.fields['point']!);
	if (!isDatum(datum) || 'code' in read || read.value === null) return typed;
	const { lon, lat } = toWgs84(read.value as Point, datum);
	return { ...typed, point: [`${lon}, ${lat}`] };
}

function datumIssues(type: FormType, typed: Typed): FormIssue[] {
	const datum = typed['point.datum']?.[0];
	return 'point' in FORMS[type].fields && datum !== undefined && !isDatum(datum) ? [{ field: 'point', input: 'point.datum', code: 'datum' }] : [];
}

/** Codes that are well formed and belong to no place. */
function placeIssues(record: FormRecord): FormIssue[] {
	const isCity = (code: unknown): boolean => typeof code !== 'string' || city(code) !== undefined;
	const isArea = (code: unknown): boolean => isCity(code) || district(String(code)) !== undefined;
	const fits: Readonly<Record<string, boolean>> = {
		city: isCity(record['city']),
		district: typeof record['district'] !== 'string' || district(record['district']) !== undefined,
		cities: !Array.isArray(record['cities']) || record['cities'].every(isCity),
		areas: !Array.isArray(record['areas']) || record['areas'].every(isArea)
	};
	return Object.keys(fits).filter((name) => !fits[name]).map((name) => ({ field: name, input: name, code: 'choice' }));
}

function firstOfEach(type: FormType, issues: readonly FormIssue[]): FormIssue[] {
	const order = Object.keys(FORMS[type].fields);
	return [...new Map([...issues].reverse().map((issue) => [issue.field, issue])).values()].sort((one, other) => order.indexOf(one.field) - order.indexOf(other.field));
}

/** What a person must confirm and has not: each look-alike that was not on the form when it was confirmed is asked about anew. */
async function warnings(type: FormType, id: string | null, record: FormRecord, form: FormData, locale: Locale): Promise<Pick<FormState, 'alike' | 'elsewhere'>> {
	const confirmed = new Set(form.getAll('confirm'));
	const seen = new Set(form.getAll('alike'));
	const before = id === null ? null : await versionRecord(type, id, versionOf(form));
	const names = ['name', 'title', 'aliases', 'creditCode', 'url'];
	const alike = before && changedFields(before, record, names).length === 0 ? [] : await alikeItems(type, id, record, locale);
	const isConfirmed = confirmed.has('alike') && alike.every((item) => seen.has(`${item.type} ${item.id}`));
	const moved = !before || changedFields(before, record, ['point', 'city', 'district']).length > 0;
	const elsewhere = moved ? pointElsewhere(record, locale) : null;
	// A place that was confirmed for one point is not confirmed for another.
	const isPlaced = elsewhere === null || confirmed.has(elsewhere.key);
	return { alike: isConfirmed ? [] : alike, elsewhere: isPlaced ? null : elsewhere };
}

/** What a new record's identifier is made from. */
async function wantedId(trx: Trx, type: FormType, record: FormRecord): Promise<string> {
	const { name, title, publisher, published, memberId, joined, metric, on } = record as {
		name?: { zh: string };
		title?: { zh: string };
		publisher?: { zh: string };
		published?: { on: string | null };
		memberId?: string;
		joined?: { on: string };
		metric?: string;
		on?: string;
	};
	if (type === 'membership') return `${memberId?.slice(0, 48)}-${joined?.on.slice(0, 4)}`;
	if (type === 'reported_total') return `${metric}-${on}`;
	if (type === 'source') return `${publisher?.zh.slice(0, 8)} ${published?.on ?? title?.zh.slice(0, 8)}`;
	return (name ?? title)?.zh.slice(0, 12) ?? '';
}

type Attempt = { readonly type: FormType; readonly state: FormState; readonly record: FormRecord; readonly locale: Locale };

async function refusal(error: unknown, { type, state, record, locale }: Attempt): Promise<Outcome> {
	const at = (field: string, code: string): Outcome => ({ refused: { ...state, issues: [{ field, input: inputsOf(field, FORMS[type].fields[field]!)[0]!, code }] } });
	if (error instanceof MissingReference) return at(error.field, 'reference_missing');
	if (error instanceof OverlappingMembership) return at('joined', 'overlap');
	if (error instanceof WrongState) return { gone: 'retired' };
	if (error instanceof MissingRecord) return { gone: 'missing' };
	if (!(error instanceof VersionConflict) && !(error instanceof DuplicateId)) throw error;
	const merged = await mergedRecord(type, record, state.version ?? 0, locale);
	if (merged === null) return { gone: 'retired' };
	const typed = await withNames(type, writeForm(type, merged.record), locale);
	return { refused: { ...state, typed, version: merged.conflict.version, conflict: merged.conflict, taken: {} } };
}

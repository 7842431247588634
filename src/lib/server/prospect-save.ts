import { alikeRecords, type Alike } from '#db/queries/alike.ts';
import { MissingRecord, VersionConflict, WrongState } from '#db/queries/conflict.ts';
import { prospectById, prospectVersion } from '#db/queries/prospect.ts';
import { saveRecord } from '#db/queries/record.ts';
import {
	emptyProspect,
	prospectInputs,
	prospectValues,
	readProspect,
	typedProspect,
	type ProspectField,
	type ProspectIssues,
	type ProspectValues
} from '#domain/prospect-form.ts';
import type { Locale } from '#domain/locale.ts';
import { changedFields } from '#domain/prospect-history.ts';
import type { Prospect } from '#domain/prospect.ts';
import { idSchema } from '#domain/record.ts';
import type { Person } from '#domain/role.ts';
import { city } from '#geo/regions/city.ts';
import { district } from '#geo/regions/district.ts';
import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { database, today } from './atlas.ts';
import { owners, type Owner } from './prospect-owner.ts';
import { prospectFormText } from '#lib/i18n/prospect-form.ts';
import type { ConflictState } from '#lib/picture/record/form-state.ts';
import { mergedRecord, undoneRecord, versionRecord } from './record-merge.ts';
import { chooseIssues, chosenTexts, type TextForm } from './text-choice.ts';
import { entry, reasons, standing, textTyped, versionTyped, type Writer } from './prospect-write.ts';

/** What the form of a prospect shows. */
export type ProspectFormData = {
	readonly id: string;
	/** The version that the form was made from; 0: there is none yet. */
	readonly version: number;
	readonly values: ProspectValues;
	readonly people: readonly Owner[];
	/** Is it lost, so that the form asks why? */
	readonly lost: boolean;
};

/** What the form shows again where nothing was saved: what was typed, and why. */
export type FormAnswer = Pick<ProspectFormData, 'id' | 'version' | 'values'> & {
	readonly issues?: ProspectIssues;
	readonly reason?: string;
	readonly alike?: readonly Alike[];
	/** What somebody else saved in between, and which of the two is kept where both changed the same. */
	readonly conflict?: ConflictState | null;
	readonly taken?: Readonly<Record<string, string>>;
};

/** Look-alikes that are shown at most. */
const ALIKE = 8;

const GIVEN = ['nameZh', 'kind', 'city', 'district'] as const satisfies readonly ProspectField[];

/** The form of a new prospect; the address may fill in its name, kind, city and district. */
export async function newProspectForm(person: Person, query: URLSearchParams): Promise<ProspectFormData> {
	const given = Object.fromEntries(GIVEN.map((field) => [field, (query.get(field) ?? '').slice(0, 300)]));
	const values = emptyProspect(today(), { ...given, ownerId: person.id });
	return { id: `yixiang-${randomBytes(5).toString('hex')}`, version: 0, values, people: await owners([]), lost: false };
}

/** The form of a prospect in which a change that was overtaken is taken back, for a person to choose; null where there is nothing to choose. */
export async function undoneProspect(id: string, version: number, locale: Locale): Promise<FormAnswer | null> {
	const undone = await undoneRecord('prospect', id, version, locale);
	if (!undone || !undone.conflict.rows.every(({ field }) => prospectInputs(field).length > 0)) return null;
	return { id, version: undone.conflict.version, values: PROSPECT_FORM.write(undone.record), conflict: undone.conflict, taken: {} };
}

/** The form of a prospect that exists; null when there is none. */
export async function prospectForm(id: string): Promise<ProspectFormData | null> {
	const db = database();
	const [prospect, version] = [await prospectById(db, id), await prospectVersion(db, id)];
	if (!prospect || version === null) return null;
	const people = await owners([prospect.ownerId]);
	return { id, version, values: prospectValues(prospect), people, lost: prospect.stage === 'lost' };
}

/** Notes a new prospect. The same form sent twice notes it once. */
export async function createProspect(writer: Writer, form: FormData): Promise<{ saved: string } | FormAnswer> {
	const values = typedProspect(form);
	const typed = v.safeParse(idSchema, form.get('id'));
	const id = typed.success ? typed.output : `yixiang-${randomBytes(5).toString('hex')}`;
	const answer = { id, version: 0, values, reason: reasonTyped(form) };
	const read = checked(values, { id });
	if ('issues' in read) return { ...answer, issues: read.issues };
	return database()
		.transaction()
		.execute(async (trx) => {
			const existing = await standing(trx, id);
			if (existing) return { saved: id };
			if (form.get('distinct') !== 'yes') {
				const { name, aliases, creditCode } = read.prospect;
				const names = [name.zh, ...aliases, ...(name.en === null ? [] : [name.en])];
				const alike = await alikeRecords(trx, { type: 'prospect', id, names, creditCode }, ALIKE);
				if (alike.length > 0) return { ...answer, alike };
			}
			await saveRecord(trx, 'prospect', read.prospect, { ...entry(writer, reasonTyped(form) || reasons(writer).noted), expectedVersion: null });
			return { saved: id };
		});
}

/** How the form of a prospect says its properties. */
const PROSPECT_FORM: TextForm<ProspectField> = {
	type: 'prospect',
	inputs: prospectInputs,
	write: (record) => prospectValues(record as unknown as Prospect),
	read: (values, record) => {
		const read = checked(values, record as unknown as Prospect);
		return 'issues' in read ? null : read.prospect;
	}
};

/**
 * Saves a changed prospect. Where somebody else changed it in between, nothing is written: the form comes back with both
 * changes brought together, and asks which to keep where both changed the same.
 */
export async function updateProspect(writer: Writer, id: string, form: FormData): Promise<{ saved: string } | { missing: true } | FormAnswer> {
	const expected = versionTyped(form);
	const seen = ((await versionRecord('prospect', id, expected)) as Prospect | null) ?? (await prospectById(database(), id));
	if (!seen) return { missing: true };
	const base = prospectValues(seen);
	const typed = { ...typedProspect(form, base), stage: base.stage };
	const reason = reasonTyped(form);
	const { texts, unchosen, taken, conflict } = await chosenTexts(PROSPECT_FORM, id, form, typed, writer.locale);
	const read = checked(texts, seen);
	const issues = { ...('issues' in read && read.issues), ...chooseIssues(unchosen) };
	if ('issues' in read || unchosen.length > 0) return { id, version: expected, values: typed, reason, issues, conflict, taken };
	const { fields, separator } = prospectFormText[writer.locale];
	const changed = changedFields(seen, read.prospect).map((field) => fields[field]);
	const save = { ...entry(writer, reason || reasons(writer).edited(changed.join(separator))), expectedVersion: expected };
	try {
		await database().transaction().execute((trx) => saveRecord(trx, 'prospect', read.prospect, save));
		return { saved: id };
	} catch (refused) {
		if (refused instanceof WrongState || refused instanceof MissingRecord) return { missing: true };
		if (!(refused instanceof VersionConflict)) throw refused;
		const merged = await mergedRecord('prospect', read.prospect, expected, writer.locale);
		if (!merged) return { missing: true };
		return { id, version: merged.conflict.version, values: PROSPECT_FORM.write(merged.record), reason, conflict: merged.conflict, taken: {} };
	}
}

/** Reads the fields, and knows which cities and districts there are. */
function checked(values: ProspectValues, base: Pick<Prospect, 'id'> & Partial<Prospect>): ReturnType<typeof readProspect> {
	const read = readProspect(values, base, today());
	const places = { city: values.city !== '' && !city(values.city), district: values.district !== '' && !district(values.district) };
	if (!places.city && !places.district) return read;
	const issues = 'issues' in read ? read.issues : {};
	return { issues: { ...issues, ...(places.city && { city: 'choice' }), ...(places.district && { district: 'choice' }) } };
}

function reasonTyped(form: FormData): string {
	return textTyped(form, 'reason', 300);
}

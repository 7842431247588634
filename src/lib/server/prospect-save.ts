import { historyOf } from '#db/queries/history.ts';
import { alikeRecords, type Alike } from '#db/queries/alike.ts';
import { prospectById, prospectVersion } from '#db/queries/prospect.ts';
import { saveRecord } from '#db/queries/record.ts';
import {
	emptyProspect,
	prospectValues,
	readProspect,
	typedProspect,
	type ProspectField,
	type ProspectIssues,
	type ProspectValues
} from '#domain/prospect-form.ts';
import { changedFields, mergeValues, type MergedValues } from '#domain/prospect-history.ts';
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
	readonly alike?: readonly Alike[];
	readonly merged?: Pick<MergedValues, 'contested' | 'taken'>;
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
	const answer = { id, version: 0, values };
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

/**
 * Saves a changed prospect. Where somebody else changed it in between, nothing is written: the form comes back with
 * both states brought together, says what was taken over, and shows side by side what both changed.
 */
export async function updateProspect(writer: Writer, id: string, form: FormData): Promise<{ saved: string } | { missing: true } | FormAnswer> {
	const expected = versionTyped(form);
	return database()
		.transaction()
		.execute(async (trx) => {
			const found = await standing(trx, id);
			if (!found) return { missing: true as const };
			const { prospect, version } = found;
			const seen = version === expected ? prospect : (await historyOf(trx, 'prospect', id)).find((each) => each.version === expected)?.record;
			const base = prospectValues(seen ?? prospect);
			const values = { ...typedProspect(form, base), stage: base.stage };
			if (version !== expected) {
				const merged = mergeValues(base, values, prospectValues(prospect));
				return { id, version, values: merged.values, merged: { contested: merged.contested, taken: merged.taken } };
			}
			const read = checked(values, prospect);
			if ('issues' in read) return { id, version, values, issues: read.issues };
			const { fields, separator } = prospectFormText[writer.locale];
			const changed = changedFields(prospect, read.prospect).map((field) => fields[field]);
			const reason = reasonTyped(form) || reasons(writer).edited(changed.join(separator));
			await saveRecord(trx, 'prospect', read.prospect, { ...entry(writer, reason), expectedVersion: version });
			return { saved: id };
		});
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

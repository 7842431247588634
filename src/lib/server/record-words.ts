import type { RecordKey } from '#db/queries/conflict.ts';
import { recordNames } from '#db/queries/record-name.ts';
import { changedFields } from '#domain/merge.ts';
import { FORMS, isFormType, type Field } from '#domain/form.ts';
import { inLocale, type Bilingual, type Locale } from '#domain/locale.ts';
import type { PartialDay } from '#domain/partial-day.ts';
import type { Point } from '#domain/place.ts';
import type { Citation, RecordType } from '#domain/record.ts';
import { formatDay, formatPartialDay } from '#lib/i18n/date.ts';
import { choiceLabel, fieldLabel, recordText } from '#lib/i18n/record.ts';
import { database } from './atlas.ts';
import { placeName } from './place-name.ts';

/** A record as JSON. */
export type Plain = Readonly<Record<string, unknown>>;

/** One field of two versions in words; an empty text is a field that says nothing. */
export type Difference = { readonly field: string; readonly label: string; readonly before: string; readonly after: string };

/** The names of everything that records refer to, in one language, by `type id`. */
export type Names = ReadonlyMap<string, string>;

/** Everything that these records name, by name. One question to the database. */
export async function namesIn(records: readonly { readonly type: RecordType; readonly record: Plain | null | undefined }[], locale: Locale): Promise<Names> {
	const keys: RecordKey[] = records.flatMap(({ type, record }) => (record && isFormType(type) ? referencesOf(FORMS[type].fields, record) : []));
	const named = await recordNames(database(), keys);
	return new Map([...named].map(([key, { name }]) => [key, inLocale(name, locale)]));
}

function referencesOf(fields: Readonly<Record<string, Field>>, record: Plain): RecordKey[] {
	return Object.entries(fields).flatMap(([name, field]): RecordKey[] => {
		const value = record[name];
		if (field.kind === 'reference' && typeof value === 'string') return [{ type: field.to, id: value }];
		if (field.kind === 'references' && Array.isArray(value)) return value.map((id: string) => ({ type: field.to, id }));
		if (field.kind === 'citations' && Array.isArray(value)) return value.map(({ sourceId }: Citation) => ({ type: 'source' as const, id: sourceId }));
		return [];
	});
}

/** The fields in which two versions differ, each in words; without a former version, all that say something. */
export function differences(type: RecordType, before: Plain | null, after: Plain, locale: Locale, names: Names): Difference[] {
	const fields = isFormType(type) ? Object.keys(FORMS[type].fields) : Object.keys(after).filter((name) => name !== 'id');
	return changedFields(before ?? {}, after, fields)
		.map((field) => ({
			field,
			label: fieldLabel(type, field, locale),
			before: before ? inWords(type, field, before[field], locale, names) : '',
			after: inWords(type, field, after[field], locale, names)
		}))
		.filter((difference) => difference.before !== difference.after);
}

/** A field's value in words; an empty text where it says nothing. */
export function inWords(type: RecordType, name: string, value: unknown, locale: Locale, names: Names): string {
	if (value === null || value === undefined || value === '') return '';
	const field = isFormType(type) ? FORMS[type].fields[name] : undefined;
	const t = recordText[locale];
	const join = (parts: readonly string[]): string => parts.join(locale === 'zh-CN' ? '、' : ', ');
	switch (field?.kind) {
		case 'bilingual': {
			const { zh, en } = value as Bilingual;
			return en === null ? zh : `${zh} / ${en}`;
		}
		case 'lines':
			return join(value as readonly string[]);
		case 'choice':
			return choiceLabel(type, name, String(value), locale);
		case 'choices':
			return join((value as readonly string[]).map((choice) => choiceLabel(type, name, choice, locale)));
		case 'partial_day':
			return formatPartialDay(value as PartialDay, locale);
		case 'day':
			return formatDay(String(value), locale);
		case 'city':
		case 'district':
			return placeName(String(value), locale);
		case 'areas':
			return join((value as readonly string[]).map((code) => placeName(code, locale)));
		case 'flag':
			return value === true ? t.yes : t.no;
		case 'point': {
			const { lon, lat } = value as Point;
			return `${lon}, ${lat} (${t.datum})`;
		}
		case 'reference':
			return nameOf(field.to, String(value), names);
		case 'references':
			return join((value as readonly string[]).map((id) => nameOf(field.to, id, names)));
		case 'citations':
			return join((value as readonly Citation[]).map((citation) => nameOf('source', citation.sourceId, names) + aspect(type, citation.field, locale)));
		default:
			return typeof value === 'object' ? JSON.stringify(value) : String(value);
	}
}

function nameOf(type: RecordType, id: string, names: Names): string {
	return names.get(`${type} ${id}`) ?? id;
}

function aspect(type: RecordType, field: string, locale: Locale): string {
	if (field === '') return '';
	const label = fieldLabel(type, field, locale);
	return locale === 'zh-CN' ? `（${label}）` : ` (${label})`;
}

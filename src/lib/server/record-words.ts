import type { RecordKey } from '#db/queries/conflict.ts';
import { personNames } from '#db/queries/person.ts';
import { recordNames } from '#db/queries/record-name.ts';
import { tellingsOf, type Telling } from '#domain/form-telling.ts';
import { inLocale, type Bilingual, type Locale } from '#domain/locale.ts';
import { changedFields } from '#domain/merge.ts';
import type { PartialDay } from '#domain/partial-day.ts';
import type { Point } from '#domain/place.ts';
import type { Citation, RecordType } from '#domain/record.ts';
import type { Scope } from '#domain/target.ts';
import { formatDay, formatPartialDay } from '#lib/i18n/date.ts';
import { formatNumber, formatShare } from '#lib/i18n/number.ts';
import { choiceLabel, fieldLabel, recordText } from '#lib/i18n/record.ts';
import { targetText } from '#lib/i18n/target.ts';
import { database } from './atlas.ts';
import { placeName } from './place-name.ts';

/** A record as JSON. */
export type Plain = Readonly<Record<string, unknown>>;

/** One field of two versions in words; an empty text is a field that says nothing. */
export type Difference = { readonly field: string; readonly label: string; readonly before: string; readonly after: string };

/** The names of everything that records refer to, in one language, by `type id`; of people by `person id`. */
export type Names = ReadonlyMap<string, string>;

type OfType = { readonly type: RecordType; readonly record: Plain | null | undefined };

/** Everything and everybody that these records name, by name. One question to the database for each. */
export async function namesIn(records: readonly OfType[], locale: Locale): Promise<Names> {
	const fields = records.flatMap(({ type, record }) => (record ? Object.entries(tellingsOf(type)).map(([name, telling]) => ({ telling, value: record[name] })) : []));
	const ids = fields.flatMap(({ telling, value }) => (telling.kind === 'person' && typeof value === 'string' ? [value] : []));
	const named = await recordNames(database(), fields.flatMap(({ telling, value }) => referencesOf(telling, value)));
	const people = await personNames(database(), ids);
	return new Map([...[...named].map(([key, { name }]) => [key, inLocale(name, locale)] as const), ...[...people].map(([id, name]) => [`person ${id}`, name] as const)]);
}

function referencesOf(telling: Telling, value: unknown): RecordKey[] {
	if (telling.kind === 'reference' && typeof value === 'string') return [{ type: telling.to, id: value }];
	if (telling.kind === 'references' && Array.isArray(value)) return value.map((id: string) => ({ type: telling.to, id }));
	if (telling.kind === 'citations' && Array.isArray(value)) return value.map(({ sourceId }: Citation) => ({ type: 'source' as const, id: sourceId }));
	const group = telling.kind === 'scope' ? (value as Scope | null)?.groupId : null;
	return group ? [{ type: 'region_group', id: group }] : [];
}

/** The fields in which two versions differ, each in words; without a former version, all that say something. */
export function differences(type: RecordType, before: Plain | null, after: Plain, locale: Locale, names: Names): Difference[] {
	return changedFields(before ?? {}, after, Object.keys(tellingsOf(type)))
		.map((field) => ({
			field,
			label: fieldLabel(type, field, locale),
			before: before ? inWords(type, field, before, locale, names) : '',
			after: inWords(type, field, after, locale, names)
		}))
		.filter((difference) => difference.before !== difference.after);
}

/** What a record says in a field, in words; an empty text where it says nothing. */
export function inWords(type: RecordType, name: string, record: Plain, locale: Locale, names: Names): string {
	const value = record[name];
	if (value === null || value === undefined || value === '') return '';
	const field = tellingsOf(type)[name];
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
		case 'share':
			return formatShare(Number(value), locale);
		case 'measure':
			return record['metric'] === 'coverage' ? formatShare(Number(value), locale) : formatNumber(Number(value), locale);
		case 'person':
			return names.get(`person ${String(value)}`) ?? String(value);
		case 'scope':
			return scopeWords(value as Scope, locale, names);
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

function scopeWords({ province, city, groupId, kind }: Scope, locale: Locale, names: Names): string {
	const places = [province, city].flatMap((code) => (code === null ? [] : [placeName(code, locale)]));
	const parts = [...places, ...(groupId === null ? [] : [nameOf('region_group', groupId, names)])];
	const where = parts.length === 0 ? targetText[locale].whole : parts.join(locale === 'zh-CN' ? '、' : ', ');
	return targetText[locale].scopeOf(where, kind === null ? null : choiceLabel('member', 'kind', kind, locale));
}

function aspect(type: RecordType, field: string, locale: Locale): string {
	if (field === '') return '';
	const label = fieldLabel(type, field, locale);
	return locale === 'zh-CN' ? `（${label}）` : ` (${label})`;
}

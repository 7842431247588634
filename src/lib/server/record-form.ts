import { alikeRecords, type AlikeType } from '#db/queries/alike.ts';
import { historyOf } from '#db/queries/history.ts';
import { recordNames } from '#db/queries/record-name.ts';
import { FORMS, type FormRecord, type FormType } from '#domain/form.ts';
import type { Typed } from '#domain/form-input.ts';
import { blankForm, inputNames, plainText, writeForm } from '#domain/form-reading.ts';
import { inLocale, type Bilingual, type Locale } from '#domain/locale.ts';
import type { Point } from '#domain/place.ts';
import { districts } from '#geo/regions/district.ts';
import { regionName } from '#geo/regions/name.ts';
import { recordText } from '#lib/i18n/record.ts';
import type { AlikeItem, DistrictChoice, Elsewhere, FormState } from '#lib/picture/record/form-state.ts';
import { database } from './atlas.ts';
import { placeName } from './place-name.ts';
import { placeOf } from './record-place.ts';
import { withNames } from './record-reference.ts';

/** A form with nothing said about it. */
export function stateOf(typed: Typed, version: number | null): FormState {
	return { typed, version, reason: '', issues: [], alike: [], elsewhere: null, conflict: null, taken: {} };
}

/** The districts to choose from; none for forms that have no such field. */
export function districtChoices(type: FormType, locale: Locale): DistrictChoice[] {
	const wanted = Object.values(FORMS[type].fields).some((field) => field.kind === 'district' || (field.kind === 'areas' && field.districts));
	return wanted ? districts.map((region) => ({ code: region.adcode, name: regionName(region, locale, 'full').replace(/ \([^)]*\)$/, ''), city: region.city })) : [];
}

/** The form of a new record; `given` are inputs that the address fills in. */
export async function newForm(type: FormType, given: URLSearchParams, locale: Locale): Promise<FormState> {
	const names = new Set(inputNames(type));
	const filled = [...given].filter(([name]) => names.has(name)).map(([name, text]): [string, string[]] => [name, [plainText(text.slice(0, 300))]]);
	return stateOf(await withNames(type, { ...blankForm(type), ...Object.fromEntries(filled) }, locale), null);
}

/** A record as staff see it: its form, its present version, and whether it is retired. */
export type StaffRecord = { readonly record: FormRecord; readonly version: number; readonly retired: boolean; readonly state: FormState };

/** The record of an identifier, retired or not; null when there never was one. */
export async function staffRecord(type: FormType, id: string, locale: Locale): Promise<StaffRecord | null> {
	const [newest] = await historyOf(database(), type, id);
	if (!newest) return null;
	const record = newest.record as FormRecord;
	const typed = await withNames(type, writeForm(type, record), locale);
	return { record, version: newest.version, retired: newest.change === 'retire', state: stateOf(typed, newest.version) };
}

const MOST_ALIKE = 6;
const SEARCHED: readonly string[] = ['member', 'partner', 'event', 'project', 'source'] satisfies AlikeType[];

/** Records that may be this one, retired ones too; of types that have no names, none. */
export async function alikeItems(type: FormType, id: string | null, record: FormRecord, locale: Locale): Promise<AlikeItem[]> {
	if (!SEARCHED.includes(type)) return [];
	const { name, title, aliases = [], creditCode = null, url = null } = record as { name?: Bilingual; title?: Bilingual; aliases?: string[]; creditCode?: string | null; url?: string | null };
	const { zh, en } = name ?? title ?? { zh: '', en: null };
	const found = await alikeRecords(database(), { type: type as AlikeType, id, names: [zh, ...(en ? [en] : []), ...aliases], creditCode, url }, MOST_ALIKE);
	return found.map((alike) => ({ type: alike.type, id: alike.id, name: inLocale(alike.name, locale), retired: alike.retired, likeness: alike.likeness }));
}

/** Where a record's point lies, if that is not in its city or district; null where it fits or there is nothing to compare. */
export function pointElsewhere(record: FormRecord, locale: Locale): Elsewhere | null {
	const { point, city, district } = record as { point?: Point | null; city?: string | null; district?: string | null };
	if (!point || !city) return null;
	const place = placeOf(point);
	const key = `point ${point.lon} ${point.lat} ${city} ${district ?? ''}`;
	if (place === null) return { key, place: null };
	if (place.city === city && (!district || place.district === district)) return null;
	const names = [placeName(place.city, locale), placeName(place.district, locale)];
	return { key, place: locale === 'zh-CN' ? names.join('') : names.reverse().join(', ') };
}

/** What a record is called in a heading: its name, that of its member, or what it counts. */
export async function recordTitle(type: FormType, record: FormRecord, locale: Locale): Promise<string> {
	const known = (await recordNames(database(), [{ type, id: record.id }])).get(`${type} ${record.id}`);
	if (known) return inLocale(known.name, locale);
	const { metric, on } = record as { metric?: string; on?: string };
	return metric && on ? recordText[locale].total(metric, on) : record.id;
}

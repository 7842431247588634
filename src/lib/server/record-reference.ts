import { listRecords } from '#db/queries/record-list.ts';
import { recordNames } from '#db/queries/record-name.ts';
import { nameKey } from '#domain/alike.ts';
import { FORMS, isFormType, type Field, type FormType } from '#domain/form.ts';
import { referenceOf, type Typed } from '#domain/form-input.ts';
import type { Issue } from '#domain/form-reading.ts';
import { inLocale, type Bilingual, type Locale } from '#domain/locale.ts';
import type { RecordType } from '#domain/record.ts';
import { database } from './atlas.ts';

const MOST_SUGGESTIONS = 8;

/** A record that may be meant: `text` is what goes into the field. */
export type Suggestion = { readonly id: string; readonly name: string; readonly text: string };

/** The texts of a field that names records, and of which type. */
type Referring = { readonly field: string; readonly input: string; readonly to: FormType };

function referring(type: FormType): Referring[] {
	return Object.entries(FORMS[type].fields).flatMap(([field, it]: [string, Field]): Referring[] => {
		if (it.kind === 'citations') return [{ field, input: `${field}.source`, to: 'source' }];
		return (it.kind === 'reference' || it.kind === 'references') && isFormType(it.to) ? [{ field, input: field, to: it.to }] : [];
	});
}

/** Records whose name, alias, reading or initials answer a text, for a list while typing. */
export async function suggestRecords(to: FormType, q: string, locale: Locale): Promise<Suggestion[]> {
	const { items } = await listRecords(database(), to, { q: q.slice(0, 100), limit: MOST_SUGGESTIONS });
	return items.map(({ record }) => suggestion(record.id, nameIn(record), locale));
}

/** A reference as it stands in its field: the name for people, the identifier for certain. */
function suggestion(id: string, name: Bilingual, locale: Locale): Suggestion {
	const text = inLocale(name, locale);
	return { id, name: text, text: `${text.replace(/\s+/g, ' ')} #${id}` };
}

function nameIn(record: object): Bilingual {
	const { name, title, id } = record as { name?: Bilingual; title?: Bilingual; id: string };
	return name ?? title ?? { zh: id, en: null };
}

/** The form with every reference that is known by its identifier written with its name. */
export async function withNames(type: FormType, typed: Typed, locale: Locale): Promise<Typed> {
	const inputs = referring(type);
	const keys = inputs.flatMap(({ input, to }) => (typed[input] ?? []).flatMap((text) => referenceOf(text.trim()) ?? []).map((id): { type: RecordType; id: string } => ({ type: to, id })));
	const names = await recordNames(database(), keys);
	const named = inputs.map(({ input, to }): [string, string[]] => [
		input,
		(typed[input] ?? []).map((text) => {
			const id = referenceOf(text.trim());
			const known = id === null ? undefined : names.get(`${to} ${id}`);
			return known ? suggestion(known.id, known.name, locale).text : text;
		})
	]);
	return { ...typed, ...Object.fromEntries(named) };
}

/** An issue of a reference, with the records that may be meant. */
export type ReferenceIssue = Issue & { readonly candidates: readonly string[] };

/**
 * The form with every name that just one record answers replaced by that record, and an issue for each that none or
 * several answer, or that names a record which does not exist.
 */
export async function resolveReferences(type: FormType, typed: Typed, locale: Locale): Promise<{ typed: Typed; issues: ReferenceIssue[] }> {
	const issues: ReferenceIssue[] = [];
	const resolved: Record<string, readonly string[]> = { ...typed };
	for (const { field, input, to } of referring(type)) {
		const texts: string[] = [];
		for (const text of typed[input] ?? []) {
			const found = await resolve(to, text.trim(), locale);
			if ('text' in found) texts.push(found.text);
			else {
				texts.push(text);
				issues.push({ field, input, ...found });
			}
		}
		if (typed[input]) resolved[input] = texts;
	}
	return { typed: resolved, issues };
}

async function resolve(to: FormType, text: string, locale: Locale): Promise<{ text: string } | { code: string; candidates: string[] }> {
	if (text === '') return { text };
	const id = referenceOf(text);
	if (id !== null) {
		const known = (await recordNames(database(), [{ type: to, id }])).get(`${to} ${id}`);
		if (known) return { text: suggestion(id, known.name, locale).text };
		if (text.includes('#')) return { code: 'reference_missing', candidates: [] };
	}
	const { items } = await listRecords(database(), to, { q: text.slice(0, 100), limit: MOST_SUGGESTIONS });
	const all = items.map(({ record }) => ({ ...suggestion(record.id, nameIn(record), locale), names: namesOf(record) }));
	const exact = all.filter(({ names }) => names.some((name) => nameKey(name) === nameKey(text)));
	const only = exact.length === 1 ? exact[0] : all.length === 1 ? all[0] : undefined;
	if (only) return { text: only.text };
	return { code: all.length === 0 ? 'reference' : 'reference_several', candidates: all.map((it) => it.text) };
}

function namesOf(record: object): string[] {
	const { aliases = [] } = record as { aliases?: readonly string[] };
	const { zh, en } = nameIn(record);
	return [zh, ...(en ? [en] : []), ...aliases];
}

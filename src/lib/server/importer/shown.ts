import type { Column } from '#domain/import/column.ts';
import { codeText, type Value } from '#domain/import/value.ts';
import { sameness } from '#domain/import/text.ts';
import type { Locale } from '#domain/locale.ts';
import { place } from '#geo/regions/code.ts';
import { regionName } from '#geo/regions/name.ts';

/** Names by identifier of what cells refer to, where a name tells it from all others. */
export type Naming = { readonly events: ReadonlyMap<string, string>; readonly people: ReadonlyMap<string, string> };

/** The names that stand for one record only, by its identifier. */
export function telling(names: readonly (readonly [id: string, name: string])[]): Map<string, string> {
	const groups = Map.groupBy(names, ([, name]) => sameness(name));
	return new Map(names.filter(([, name]) => groups.get(sameness(name))?.length === 1));
}

/** A value in words, as exports write it and imports read it. */
export function shownValue(column: Column, value: Value, locale: Locale, naming: Naming): string {
	return shownCode(column, codeText(value), locale, naming);
}

/** A value in codes, as `codeText` writes it, in words. */
export function shownCode(column: Column, code: string, locale: Locale, { events, people }: Naming): string {
	if (code === '') return '';
	switch (column.form) {
		case 'choice':
			return word(column.words[code], locale) ?? code;
		case 'choices':
			return code.split(';').map((each) => word(column.words[each], locale) ?? each).join(';');
		case 'city':
		case 'district': {
			const found = place(code);
			return found ? regionName(found.region, locale, 'full') : code;
		}
		case 'event':
			return events.get(code) ?? code;
		case 'person':
			return people.get(code) ?? code;
		case 'chance':
			return `${Math.round(Number(code) * 1e8) / 1e6}%`;
		default:
			return code;
	}
}

function word(words: readonly string[] | undefined, locale: Locale): string | undefined {
	return words?.[locale === 'en' ? 1 : 0];
}

import type { Fate } from '#domain/difference.ts';
import type { Locale } from '#domain/locale.ts';
import { compareText } from '#lib/i18n/compare.ts';
import { formatNumber } from '#lib/i18n/number.ts';
import type { KeyItem, KeyMark } from '../map/key.ts';

const MARKS: Readonly<Record<Fate, KeyMark>> = {
	new: { of: 'new' },
	more: { of: 'shade', step: 3 },
	same: { of: 'shade', step: 1 },
	less: { of: 'less' },
	lost: { of: 'lost' },
	none: { of: 'shade', step: 0 }
};

/** The legend of a map of changes: what became of how many cities. `words`: the fates in words, if not those of two days. */
export function changeKey(fates: readonly { readonly fate: Fate; readonly cities: number }[], locale: Locale, words?: Readonly<Record<Fate, string>>): KeyItem[] {
	const t = compareText[locale];
	return fates.map(({ fate, cities }) => ({ mark: MARKS[fate], text: t.legendCities((words ?? t.fates)[fate], formatNumber(cities, locale)) }));
}

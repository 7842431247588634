import { inLocale, type Locale } from '#domain/locale.ts';
import type { PartsCheck } from '#domain/target-parts.ts';
import type { Target } from '#domain/target.ts';
import { city } from '#geo/regions/city.ts';
import { regionName } from '#geo/regions/name.ts';
import { formatNumber } from '#lib/i18n/number.ts';
import { partsText } from '#lib/i18n/target-parts.ts';
import { targetNumber } from '#lib/i18n/target-value.ts';

/** More names than this are not listed one by one. */
const MOST_NAMED = 6;

/** What there is to say of the parts of a target: the sum beside the whole first, then what does not fit. */
export type PartsWords = { readonly sum: string; readonly fits: boolean; readonly notes: readonly string[] };

/** Puts the check of parts into words. */
export function partsWords(check: PartsCheck, locale: Locale): PartsWords {
	const t = partsText[locale];
	const n = (value: number): string => targetNumber(value, locale);
	const { value, sum, overlaps, outside, later, others, missing, whole } = check;
	const by = n(Math.abs(sum - value));
	const names = (targets: readonly Target[]): string => targets.map(({ name }) => t.quoted(inLocale(name, locale))).join(t.separator);
	return {
		fits: sum === value && overlaps.length + outside.length + later.length === 0,
		sum: sum === value ? t.equal(n(sum)) : (sum < value ? t.short : t.over)(n(sum), n(value), by),
		notes: [
			...overlaps.map(({ a, b, cities }) => t.overlap(inLocale(a.name, locale), inLocale(b.name, locale), cityNames(cities, locale))),
			...(outside.length > 0 ? [t.outside(names(outside))] : []),
			...(later.length > 0 ? [t.later(names(later))] : []),
			...(others.length > 0 ? [t.others(names(others))] : []),
			...(missing.length > 0 ? [t.missing(cityNames(missing, locale))] : []),
			...(whole.metric === 'projects' ? [t.projects] : []),
			...(whole.metric === 'members' && whole.scope.province === null && whole.scope.city === null && whole.scope.groupId === null ? [t.unplaced] : [])
		]
	};
}

function cityNames(codes: readonly string[], locale: Locale): string {
	const t = partsText[locale];
	const names = codes.map((code) => {
		const region = city(code);
		return region ? regionName(region, locale, 'short') : code;
	});
	if (names.length <= MOST_NAMED) return names.join(t.separator);
	return t.more(names.slice(0, MOST_NAMED).join(t.separator), formatNumber(names.length, locale));
}

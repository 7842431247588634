import type { AreaChance } from '#domain/forecast.ts';
import type { Locale } from '#domain/locale.ts';
import type { Adcode } from '#domain/place.ts';
import { formatNumber } from '#lib/i18n/number.ts';
import { targetText } from '#lib/i18n/target.ts';
import { formatChance } from '#lib/i18n/target-value.ts';
import { shortName } from '../dashboard/relations.ts';
import type { CityGap } from './gap-scene.ts';

/** A map of cities in numbers: what stands above its columns, and a row for each city, whose page is at `path`. */
export type MapRows = { readonly columns: readonly string[]; readonly rows: readonly { readonly code: Adcode; readonly path: string; readonly name: string; readonly cells: readonly string[] }[] };

/** The map of gaps in numbers, the widest gap first. */
export function gapRows(gaps: readonly CityGap[], locale: Locale): MapRows {
	const t = targetText[locale];
	const n = (value: number): string => formatNumber(value, locale);
	const missing = ({ actual, needed }: CityGap): number => Math.max(0, needed - actual);
	return {
		columns: [t.actual, t.value, t.missing],
		rows: gaps
			.toSorted((a, b) => missing(b) - missing(a) || (a.code < b.code ? -1 : 1))
			.map((gap) => ({ code: gap.code, path: `/staff/targets/${gap.id}`, name: shortName(gap.code, locale), cells: [n(gap.actual), n(gap.needed), missing(gap) === 0 ? t.legendReached : n(missing(gap))] }))
	};
}

/** The map of chances in numbers: cities without members first, the likeliest at the head. */
export function chanceRows(areas: readonly AreaChance[], locale: Locale): MapRows {
	const t = targetText[locale];
	return {
		columns: [t.members, t.chanceMap],
		rows: areas
			.toSorted((a, b) => Math.sign(a.members) - Math.sign(b.members) || b.chance - a.chance || (a.code < b.code ? -1 : 1))
			.map(({ code, members, chance }) => ({ code, path: `/cities/${code}`, name: shortName(code, locale), cells: [formatNumber(members, locale), formatChance(chance, locale)] }))
	};
}

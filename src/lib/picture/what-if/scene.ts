import { fateOf, type Difference } from '#domain/difference.ts';
import type { Locale } from '#domain/locale.ts';
import type { Adcode } from '#domain/place.ts';
import type { View } from '#domain/view.ts';
import { cities } from '#geo/regions/city.ts';
import { compareText } from '#lib/i18n/compare.ts';
import { formatNumber } from '#lib/i18n/number.ts';
import { whatIfText } from '#lib/i18n/what-if.ts';
import { differenceScene, fateCounts } from '../compare/scene.ts';
import { fullName } from '../map/member-areas.ts';
import type { Scene } from '../map/scene.ts';

/** The map of a scenario: each city by what would become of it; those that stay as they are bear no figure. `difference`: the day as recorded, and as supposed. */
export function whatIfScene(difference: Difference, locale: Locale, view: View): Scene {
	const t = whatIfText[locale];
	const scene = differenceScene(difference, locale, view);
	const [none, same] = (['none', 'same'] as const).map((fate) => new Set(difference.cities.filter((row) => fateOf(row) === fate).map(({ code }) => code))) as [Set<Adcode>, Set<Adcode>];
	const parts = fateCounts(difference)
		.filter((row) => row.cities > 0)
		.map(({ fate, cities: count }) => compareText[locale].cityCount(t.fates[fate], formatNumber(count, locale)));
	return {
		...scene,
		areas: scene.areas.map((area) => {
			const region = cities.find(({ adcode }) => adcode === area.code);
			if (same.has(area.code)) return { ...area, figure: null };
			return none.has(area.code) && region ? { ...area, said: t.stillNone, title: compareText[locale].area(fullName(region, locale), t.stillNone) } : area;
		}),
		caption: t.mapCaption(parts.join(compareText[locale].separator))
	};
}

import { FATES, fateOf, type Change, type Difference, type Fate } from '#domain/difference.ts';
import type { Locale } from '#domain/locale.ts';
import type { View } from '#domain/view.ts';
import { cities } from '#geo/regions/city.ts';
import { linkTo } from '#lib/i18n/address.ts';
import { compareText, formatChange } from '#lib/i18n/compare.ts';
import { formatDay } from '#lib/i18n/date.ts';
import { formatNumber } from '#lib/i18n/number.ts';
import type { Mark, Scene, SceneArea, Step } from '../map/scene.ts';

/** Shade of each fate; those with a mark are drawn by it. */
const SHADES: Readonly<Record<Fate, { readonly step: Step; readonly mark?: Mark }>> = {
	new: { step: 2, mark: 'new' },
	more: { step: 3 },
	same: { step: 1 },
	less: { step: 1, mark: 'less' },
	lost: { step: 0, mark: 'lost' },
	none: { step: 0 }
};

/** How many cities met each fate, in the order of the legend. */
export function fateCounts({ cities: rows }: Pick<Difference, 'cities'>): { readonly fate: Fate; readonly cities: number }[] {
	return FATES.map((fate) => ({ fate, cities: rows.filter((row) => fateOf(row) === fate).length }));
}

/** The map of what changed: each city by its fate, with the change beside its name. `view` goes into the addresses. */
export function differenceScene(difference: Difference, locale: Locale, view: View): Scene {
	const changes = new Map(difference.cities.map((row) => [row.code, row]));
	const areas = cities.map((region): SceneArea => {
		const change = changes.get(region.adcode) ?? { from: 0, to: 0 };
		const fate = fateOf(change);
		const name = locale === 'en' ? region.enFull : region.zh;
		return {
			code: region.adcode,
			name: locale === 'en' ? region.en : region.zhShort,
			href: linkTo(`/cities/${region.adcode}`, locale, view),
			value: change.to,
			...SHADES[fate],
			title: compareText[locale].area(name, fateWords(change, fate, locale)),
			figure: fate === 'none' ? null : formatChange(change, locale),
			said: fateWords(change, fate, locale),
			kinds: [],
			pinyin: region.pinyin,
			initials: region.initials,
			neighbours: region.neighbours
		};
	});
	return { areas, outlines: [], links: [], dots: [], caption: caption(difference, locale) };
}

function fateWords(change: Change, fate: Fate, locale: Locale): string {
	const t = compareText[locale];
	const [from, to] = [formatNumber(change.from, locale), formatNumber(change.to, locale)];
	if (fate === 'none') return t.fates.none;
	if (fate === 'new') return t.areaNew(to);
	if (fate === 'lost') return t.areaLost(from);
	if (fate === 'same') return t.areaSame(to);
	return t.areaChanged(from, to, formatChange(change, locale));
}

function caption(difference: Difference, locale: Locale): string {
	const t = compareText[locale];
	const parts = fateCounts(difference)
		.filter(({ cities: count }) => count > 0)
		.map(({ fate, cities: count }) => t.cityCount(t.fates[fate], formatNumber(count, locale)));
	return t.mapCaption(formatDay(difference.from, locale), formatDay(difference.to, locale), parts.join(t.separator));
}

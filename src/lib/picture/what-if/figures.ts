import type { Change, Difference } from '#domain/difference.ts';
import type { Locale } from '#domain/locale.ts';
import { cityCodes } from '#geo/regions/city.ts';
import { provinces } from '#geo/regions/province.ts';
import { formatChange } from '#lib/i18n/compare.ts';
import { formatNumber, formatShare } from '#lib/i18n/number.ts';
import { whatIfText } from '#lib/i18n/what-if.ts';
import type { Figure } from '../figure.ts';

/** The figures of a scenario: what would stand in large, what stands today and the change below. */
export function whatIfFigures({ members, covered, unplaced }: Difference, locale: Locale): Figure[] {
	const t = whatIfText[locale];
	const n = (value: number): string => formatNumber(value, locale);
	const note = (change: Change): string => `${t.today} ${n(change.from)} · ${formatChange(change, locale)}`;
	const share = (count: number): string => formatShare(count / cityCodes.length, locale);
	return [
		{ label: t.members, value: n(members.to), note: note(members), href: '/figures/members' },
		{ label: t.cities, value: n(covered.cities.to), of: t.of(n(cityCodes.length)), note: note(covered.cities), href: '#new-cities' },
		{ label: t.rate, value: share(covered.cities.to), note: `${t.today} ${share(covered.cities.from)}`, href: '/figures/cities' },
		{ label: t.provinces, value: n(covered.provinces.to), of: t.of(n(provinces.length)), note: note(covered.provinces), href: '#provinces' },
		{ label: t.unplaced, value: n(unplaced.to), note: note(unplaced), href: '/figures/unplaced' }
	];
}

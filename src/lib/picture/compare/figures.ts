import { fateOf, type Change, type Difference, type Move } from '#domain/difference.ts';
import type { Locale } from '#domain/locale.ts';
import { province } from '#geo/regions/province.ts';
import { regionName } from '#geo/regions/name.ts';
import { compareText, formatChange } from '#lib/i18n/compare.ts';
import { memberText } from '#lib/i18n/member.ts';
import { formatNumber } from '#lib/i18n/number.ts';
import { overviewText } from '#lib/i18n/overview.ts';
import type { Figure } from '../figure.ts';

/** Projects of both days; `undated` are those whose beginning nobody reported, which count on both. */
export type ProjectChange = Change & { readonly undated: number };

/** The figures of a comparison: the change in large, both values beside it, what it is made of below. */
export function compareFigures(
	difference: Difference,
	moves: Pick<Readonly<Record<Move, number>>, 'joined' | 'left'>,
	projects: ProjectChange,
	locale: Locale
): Figure[] {
	const t = compareText[locale];
	const n = (value: number): string => formatNumber(value, locale);
	const figure = (label: string, change: Change, href: string, note: string | null): Figure => ({
		label,
		value: formatChange(change, locale),
		of: t.fromTo(n(change.from), n(change.to)),
		href,
		...(note !== null && { note })
	});
	const fates = (fate: 'new' | 'lost'): string => n(difference.cities.filter((row) => fateOf(row) === fate).length);
	return [
		figure(overviewText[locale].members, difference.members, '#joined', t.membersNote(n(moves.joined), n(moves.left))),
		figure(overviewText[locale].cities, difference.covered.cities, '#new-cities', t.citiesNote(fates('new'), fates('lost'))),
		figure(overviewText[locale].provinces, difference.covered.provinces, '#provinces', provinceNote(difference, locale)),
		figure(overviewText[locale].projects, projects, '/figures/projects', projects.undated > 0 ? t.projectsNote(n(projects.undated)) : null),
		figure(memberText[locale].unplaced, difference.unplaced, '/figures/unplaced', t.unplacedNote)
	];
}

function provinceNote({ provinces }: Difference, locale: Locale): string {
	const t = compareText[locale];
	const names = (fate: 'new' | 'lost'): string =>
		provinces
			.filter((row) => fateOf(row) === fate)
			.map(({ code }) => {
				const region = province(code);
				return region ? regionName(region, locale, 'short') : code;
			})
			.join(t.listSeparator);
	const parts = [names('new') && t.provincesGained(names('new')), names('lost') && t.provincesLost(names('lost'))].filter(Boolean);
	return parts.length > 0 ? parts.join(' · ') : t.provincesSame;
}

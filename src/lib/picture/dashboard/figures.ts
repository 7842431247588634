import type { Overview } from '#domain/overview.ts';
import type { Day } from '#domain/day.ts';
import { inLocale, type Bilingual, type Locale } from '#domain/locale.ts';
import type { PartialDay } from '#domain/partial-day.ts';
import type { ProjectStatus } from '#domain/project.ts';
import type { Qualifier } from '#domain/reported-total.ts';
import type { View } from '#domain/view.ts';
import { province } from '#geo/regions/province.ts';
import { regionName } from '#geo/regions/name.ts';
import { formatPartialDayShort } from '#lib/i18n/date.ts';
import { formatNumber } from '#lib/i18n/number.ts';
import { overviewText } from '#lib/i18n/overview.ts';
import { projectText } from '#lib/i18n/project.ts';
import type { Figure } from '../figure.ts';

/** What the headline figures are made from, beside the coverage. */
export type HeadlineFacts = Overview & {
	/** Some areas are districts, so that the coverage is of cities and districts. */
	readonly withDistricts: boolean;
	/** Null where only parts of cities are meant, of which batches are not known. */
	readonly batches: number | null;
	/** The figures are of a part of the alliance: what was published is of all of it. */
	readonly filtered: boolean;
	readonly allProvincesSince: Day | null;
	readonly reported: {
		readonly value: number;
		readonly qualifier: Qualifier;
		readonly source: { readonly publisher: Bilingual; readonly published: PartialDay } | null;
	} | null;
	readonly projects: readonly { readonly status: ProjectStatus | null; readonly projects: number }[];
};

/** How many projects of each status, in words: 已签约 3 · 意向 3. */
export function statusWords(counts: HeadlineFacts['projects'], locale: Locale): string {
	const order = ['signed', 'active', 'completed', 'ended', 'intention', null];
	return [...counts]
		.sort((a, b) => order.indexOf(a.status) - order.indexOf(b.status))
		.map(({ status, projects }) => `${status ? projectText[locale].statuses[status] : projectText[locale].statusUnknown} ${formatNumber(projects, locale)}`)
		.join(' · ');
}

/** The five headline figures, each with the filters of `view` that its page takes along. Recorded and reported stand apart. `group`: a region group whose coverage is told beside. */
export function overviewFigures(
	facts: HeadlineFacts,
	group: { readonly name: Bilingual; readonly covered: number; readonly of: number } | null,
	locale: Locale,
	{ kind, province: inProvince, group: inGroup, city, category }: Pick<View, 'kind' | 'province' | 'group' | 'city' | 'category'>
): Figure[] {
	const filters = { kind, province: inProvince, group: inGroup, city };
	const t = overviewText[locale];
	const n = (value: number): string => formatNumber(value, locale);
	const white = facts.provinces.white.map((code) => {
		const region = province(code);
		return region ? regionName(region, locale, 'short') : code;
	});
	const projects = facts.projects.reduce((sum, count) => sum + count.projects, 0);
	return [
		{
			label: t.members,
			value: n(facts.members),
			of: t.membersUnit,
			...(facts.batches !== null && { note: facts.unplaced > 0 ? t.membersNote(n(facts.batches), n(facts.unplaced)) : t.membersNoteAllPlaced(n(facts.batches)) }),
			href: '/figures/members',
			view: filters
		},
		reportedFigure(facts, locale),
		{
			label: facts.withDistricts ? t.areas : t.cities,
			value: n(facts.cities.covered.length),
			of: t.of(n(facts.cities.covered.length + facts.cities.white.length)),
			...(group && { note: t.citiesNote(inLocale(group.name, locale), n(group.covered), n(group.of)) }),
			href: '/figures/cities',
			view: filters
		},
		{
			label: t.provinces,
			value: n(facts.provinces.covered.length),
			of: t.of(n(facts.provinces.covered.length + facts.provinces.white.length)),
			...(white.length > 0
				? { note: t.provincesMissing(white.join(t.listSeparator)) }
				: facts.allProvincesSince && { note: t.provincesSince(facts.allProvincesSince) }),
			href: '/figures/provinces',
			view: filters
		},
		{
			label: t.projects,
			value: n(projects),
			of: t.projectsUnit,
			note: projects > 0 ? statusWords(facts.projects, locale) : t.projectsNone,
			href: '/figures/projects',
			view: { province: inProvince, group: inGroup, city, category }
		}
	];
}

function reportedFigure({ reported, filtered }: HeadlineFacts, locale: Locale): Figure {
	const t = overviewText[locale];
	const base = { label: t.reported, href: '/figures/reported', reported: true };
	if (!reported) return { ...base, value: '—', note: t.reportedNone };
	const { value, qualifier, source } = reported;
	if (filtered) return { ...base, value: '—', note: t.reportedWhole(`${t.qualifiers[qualifier]}${locale === 'en' && t.qualifiers[qualifier] ? ' ' : ''}${formatNumber(value, locale)}`) };
	return {
		...base,
		...(t.qualifiers[qualifier] && { qualifier: t.qualifiers[qualifier] }),
		value: formatNumber(value, locale),
		of: t.membersUnit,
		...(source && { note: t.reportedNote(inLocale(source.publisher, locale), formatPartialDayShort(source.published, locale)) })
	};
}

import type { Day } from '#domain/day.ts';
import type { Locale } from '#domain/locale.ts';
import type { Adcode } from '#domain/place.ts';
import type { View } from '#domain/view.ts';
import { city } from '#geo/regions/city.ts';
import { regionName } from '#geo/regions/name.ts';
import { linkTo } from '#lib/i18n/address.ts';
import { formatNumber } from '#lib/i18n/number.ts';
import { overviewText } from '#lib/i18n/overview.ts';
import type { SceneLink } from '../map/scene.ts';
import type { DashboardFacts } from './facts.ts';

/** Two cities, `a` before `b` by code, and the projects that bring them together. */
export type Pair = { readonly a: Adcode; readonly b: Adcode; readonly projectIds: readonly string[] };

/** Every pair of cities that share a project at a day; with `of`, only the pairs of that city. */
export function pairsAt(
	facts: Pick<DashboardFacts, 'links'>,
	at: Day,
	{ of, category }: { readonly of?: Adcode | undefined; readonly category?: View['category'] } = {}
): Pair[] {
	const pairs = new Map<string, Pair & { projectIds: string[] }>();
	for (const link of facts.links) {
		if ((link.since !== null && link.since > at) || (category && link.category !== category)) continue;
		for (const [i, a] of link.cities.entries())
			for (const b of link.cities.slice(i + 1)) {
				if (of !== undefined && a !== of && b !== of) continue;
				const pair = pairs.get(`${a} ${b}`) ?? { a, b, projectIds: [] };
				pair.projectIds.push(link.id);
				pairs.set(`${a} ${b}`, pair);
			}
	}
	return [...pairs.values()].sort((x, y) => (x.a === y.a ? (x.b < y.b ? -1 : 1) : x.a < y.a ? -1 : 1));
}

/** More lines than this on a map of the whole region hide each other. */
const MOST_LINES = 16;

/** The pairs with the most projects, as many as a map can show as lines, in the order of all. */
export function strongest(pairs: readonly Pair[]): Pair[] {
	const kept = new Set(pairs.toSorted((x, y) => y.projectIds.length - x.projectIds.length).slice(0, MOST_LINES));
	return pairs.filter((pair) => kept.has(pair));
}

/** How many other cities each city of the pairs is linked to. */
export function reachedFrom(pairs: readonly Pair[]): Map<Adcode, number> {
	const others = Map.groupBy(pairs.flatMap(({ a, b }) => [[a, b] as const, [b, a] as const]), ([from]) => from);
	return new Map([...others].map(([code, links]) => [code, new Set(links.map(([, to]) => to)).size]));
}

/** Where on the page of links what links two cities is told in words. */
export function relationId({ from, to }: { readonly from: Adcode; readonly to: Adcode }): string {
	return `link-${from}-${to}`;
}

/**
 * Pairs as lines on a map. A line runs from the place the page speaks of, or from the seat as the hub, and leads to the
 * project it stands for where it is only one; the page of links tells of the others.
 */
export function pairLinks(pairs: readonly Pair[], hub: Adcode | null, locale: Locale, view: View): SceneLink[] {
	return pairs.map(({ a, b, projectIds }) => {
		const [from, to] = b === hub ? [b, a] : [a, b];
		return {
			from,
			to,
			label: overviewText[locale].link(cityName(from, locale), cityName(to, locale), formatNumber(projectIds.length, locale)),
			href: projectIds.length === 1 ? linkTo(`/projects/${projectIds[0]}`, locale, view) : null,
			weight: projectIds.length
		};
	});
}

function cityName(code: Adcode, locale: Locale): string {
	const region = city(code);
	return region ? regionName(region, locale, 'short') : code;
}

import type { Locale } from '#domain/locale.ts';
import type { Adcode } from '#domain/place.ts';
import { city } from '#geo/regions/city.ts';
import { regionName } from '#geo/regions/name.ts';
import { linksText } from '#lib/i18n/links.ts';
import type { SceneLink } from '../map/scene.ts';
import { relationId, type Pair } from './links.ts';

/** A visit from the seat to another city. */
export type Visit = { readonly id: string; readonly city: Adcode };

/** Two cities and what links them; `hub` first where it is one of them, otherwise in code order. */
export type Relation = { readonly from: Adcode; readonly to: Adcode; readonly projectIds: readonly string[]; readonly visitIds: readonly string[] };

/** What links each two cities, the strongest first; equally strong ones by code. A visit links the seat, `hub`, with where it went. */
export function relationsOf(pairs: readonly Pair[], visits: readonly Visit[], hub: Adcode | null): Relation[] {
	const relations = new Map<string, { from: Adcode; to: Adcode; projectIds: string[]; visitIds: string[] }>();
	const between = (a: Adcode, b: Adcode) => {
		const [from, to] = b === hub || (a !== hub && b < a) ? [b, a] : [a, b];
		const relation = relations.get(`${from} ${to}`) ?? { from, to, projectIds: [], visitIds: [] };
		relations.set(`${from} ${to}`, relation);
		return relation;
	};
	for (const { a, b, projectIds } of pairs) between(a, b).projectIds.push(...projectIds);
	if (hub !== null) for (const visit of visits) if (visit.city !== hub) between(hub, visit.city).visitIds.push(visit.id);
	return [...relations.values()].sort((x, y) => strength(y) - strength(x) || (x.from + x.to < y.from + y.to ? -1 : 1));
}

/** Projects and visits together. */
export function strength({ projectIds, visitIds }: Relation): number {
	return projectIds.length + visitIds.length;
}

/** 无锡—连云港：合作项目 2 项、考察 1 次. */
export function relationWords(relation: Relation, locale: Locale): string {
	const t = linksText[locale];
	return t.label(pairName(relation, locale), t.counts(relation.projectIds.length, relation.visitIds.length));
}

/** 无锡—连云港. */
export function pairName({ from, to }: Pick<Relation, 'from' | 'to'>, locale: Locale): string {
	return linksText[locale].pair(shortName(from, locale), shortName(to, locale));
}

/** A city's name where the context is clear. */
export function shortName(code: Adcode, locale: Locale): string {
	const region = city(code);
	return region ? regionName(region, locale, 'short') : code;
}

/** Relations as arcs, each leading to its words on the same page. */
export function relationLinks(relations: readonly Relation[], locale: Locale): SceneLink[] {
	return relations.map((relation) => ({
		from: relation.from,
		to: relation.to,
		label: relationWords(relation, locale),
		href: `#${relationId(relation)}`,
		weight: strength(relation),
		...(relation.projectIds.length === 0 && { visit: true })
	}));
}

/** Links between each two cities that have any: rows and columns are the same cities, the best linked first. */
export type Matrix = { readonly cities: readonly Adcode[]; readonly cells: readonly (readonly (Relation | null)[])[] };

/** The matrix of relations; symmetric, the diagonal empty. */
export function matrixOf(relations: readonly Relation[]): Matrix {
	const weights = new Map<Adcode, number>();
	const cells = new Map<string, Relation>();
	for (const relation of relations) {
		const { from, to } = relation;
		for (const code of [from, to]) weights.set(code, (weights.get(code) ?? 0) + strength(relation));
		cells.set(`${from} ${to}`, relation);
		cells.set(`${to} ${from}`, relation);
	}
	const cities = [...weights].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([code]) => code);
	return { cities, cells: cities.map((a) => cities.map((b) => cells.get(`${a} ${b}`) ?? null)) };
}

import { coverageOf, type Coverage } from '#domain/coverage.ts';
import { kindsAt, membersAt, type Cube, type KindMembers, type Slice } from '#domain/cube.ts';
import type { Day } from '#domain/day.ts';
import type { Locale } from '#domain/locale.ts';
import { activeAt } from '#domain/membership.ts';
import { happenedBy } from '#domain/partial-day.ts';
import type { Adcode } from '#domain/place.ts';
import { unpackCube } from '#domain/packed-cube.ts';
import type { ProjectStatus } from '#domain/project.ts';
import type { View } from '#domain/view.ts';
import { citiesOf, city, cityCodes } from '#geo/regions/city.ts';
import { regionName } from '#geo/regions/name.ts';
import { provinces } from '#geo/regions/province.ts';
import { overviewOf } from '#domain/overview.ts';
import { overviewSentence, type Sentence } from '#lib/i18n/sentence.ts';
import type { BatchFacts, DashboardFacts } from './facts.ts';
import type { HeadlineFacts } from './figures.ts';
import { citiesIn, scopeOf, type Scope } from './filter.ts';

/** The facts made ready to be asked: the cubes are unpacked once. */
export type Ready = { readonly facts: DashboardFacts; readonly cube: Cube; readonly districts: Cube };

export function ready(facts: DashboardFacts): Ready {
	return { facts, cube: unpackCube(facts.members, facts.stops), districts: unpackCube(facts.districts, facts.stops) };
}

/** A batch as far as it had joined by a day. */
export type Batch = { readonly event: BatchFacts['event']; readonly on: Day; readonly members: number; readonly cities: number };

/** The numbers of a dashboard at a day, under the filters of a view. */
export type Dashboard = {
	readonly at: Day;
	readonly scope: Scope;
	readonly headline: HeadlineFacts;
	readonly kinds: readonly KindMembers[];
	readonly provinces: readonly { readonly code: Adcode; readonly covered: number; readonly of: number; readonly members: number }[];
	readonly groups: readonly { readonly id: string; readonly name: DashboardFacts['groups'][number]['name']; readonly covered: number; readonly of: number }[];
	readonly batches: readonly Batch[];
	readonly rows: readonly { readonly code: Adcode; readonly members: number; readonly projects: number }[];
	readonly events: DashboardFacts['events'];
	readonly unplaced: DashboardFacts['unplaced'];
};

/** Everything a dashboard says at one of the stops. Pure: the server and the browser say the same. */
export function dashboardAt(from: Ready, at: Day, view: Pick<View, 'kind' | 'province' | 'group' | 'city' | 'category'>): Dashboard {
	const { facts, cube } = from;
	const kind = view.kind ?? undefined;
	const scope = scopeOf(view, facts.groups);
	const cities = citiesIn(scope);
	const batches = facts.batches.flatMap((batch) => joinedBy(batch, at, scope));
	return {
		at,
		scope,
		headline: {
			...headlineCoverage(from, at, scope, kind),
			batches: batches.length,
			allProvincesSince: scope.level === 'region' && !kind ? (facts.allProvinces.findLast((span) => span.from <= at && (span.until === null || at < span.until))?.from ?? null) : null,
			reported: facts.reported.findLast(({ on }) => on <= at) ?? null,
			projects: statusCounts(facts, at, scope, view)
		},
		kinds: scope.level === 'group' ? groupKinds(from, at, scope.places) : kindsAt(cube, at, sliceOf(scope)),
		provinces: provinces.flatMap(({ adcode }) => {
			const codes = citiesOf(adcode).map((c) => c.adcode).filter((code) => cities.includes(code));
			if (codes.length === 0) return [];
			return [{ code: adcode, covered: coverageOf(cube, at, codes, kind).covered.length, of: codes.length, members: membersAt(cube, at, { places: codes, kind }) }];
		}),
		groups: facts.groups.map(({ id, name, areas }) => ({ id, name, covered: areaCoverage(from, at, areas, kind).covered.length, of: areas.length })),
		batches,
		rows: cities.map((code) => ({ code, members: membersAt(cube, at, { places: [code], kind }), projects: projectsIn(facts, at, code, view) })),
		events: facts.events.filter(({ held, city: place }) => happenedBy(held, at) && (scope.places === null || (place !== null && cities.includes(place)))),
		unplaced: scope.places === null ? facts.unplaced.filter((item) => belongsAt(item, at) && (!kind || item.member.kind === kind)) : []
	};
}

/** The sentence a dashboard opens with. */
export function dashboardSentence({ at, headline, scope, batches }: Dashboard, locale: Locale): Sentence {
	const newest = batches.at(-1);
	const place = newest?.event.city ? city(newest.event.city) : undefined;
	return overviewSentence(
		{
			at,
			scope: scopeName(scope, locale),
			members: headline.members,
			cities: headline.cities.covered.length,
			provinces: headline.provinces.covered.length,
			latest: newest ? { on: newest.on, place: place ? regionName(place, locale, 'short') : null, members: newest.members, cities: newest.cities } : null
		},
		locale
	);
}

/** The name of what a dashboard speaks of; null: the whole alliance. */
export function scopeName(scope: Scope, locale: Locale): string | null {
	if (scope.level === 'region') return null;
	if (scope.level === 'group') return locale === 'en' ? (scope.group.name.en ?? scope.group.name.zh) : scope.group.name.zh;
	const region = scope.level === 'city' ? city(scope.code) : provinces.find(({ adcode }) => adcode === scope.code);
	return region ? regionName(region, locale, 'full') : scope.code;
}

function sliceOf(scope: Scope): Slice {
	return scope.places === null ? {} : { places: scope.places };
}

/** Coverage of cities and districts mixed; a district counts by the members known to be in it. */
export function areaCoverage({ cube, districts }: Ready, at: Day, areas: readonly Adcode[], kind?: KindMembers['kind']): Coverage {
	const has = (code: Adcode): boolean => membersAt(city(code) ? cube : districts, at, { places: [code], kind }) > 0;
	return { covered: areas.filter(has), white: areas.filter((code) => !has(code)) };
}

function groupKinds({ cube, districts }: Ready, at: Day, areas: readonly Adcode[]): KindMembers[] {
	const places = { cities: areas.filter((code) => city(code)), districts: areas.filter((code) => !city(code)) };
	const all = [...kindsAt(cube, at, { places: places.cities }), ...kindsAt(districts, at, { places: places.districts })];
	return [...Map.groupBy(all, ({ kind }) => kind)].map(([kind, same]) => ({ kind, members: same.reduce((sum, { members }) => sum + members, 0) }));
}

function headlineCoverage(from: Ready, at: Day, scope: Scope, kind?: KindMembers['kind']) {
	const { cube } = from;
	if (scope.level === 'region') return overviewOf(cube, at, cityCodes, kind);
	if (scope.level !== 'group') return { ...overviewOf(cube, at, citiesIn(scope), kind), members: membersAt(cube, at, { places: scope.places, kind }), unplaced: 0 };
	const kinds = groupKinds(from, at, scope.places).filter((count) => !kind || count.kind === kind);
	return {
		members: kinds.reduce((sum, { members }) => sum + members, 0),
		unplaced: 0,
		cities: areaCoverage(from, at, scope.places, kind),
		provinces: overviewOf(cube, at, citiesIn(scope), kind).provinces
	};
}

function joinedBy({ event, cells }: BatchFacts, at: Day, scope: Scope): Batch[] {
	const joined = cells.filter(({ on, city: place }) => on <= at && (scope.places === null || (place !== null && scope.places.includes(place))));
	const last = joined.at(-1);
	if (!last) return [];
	const cities = new Set(joined.flatMap(({ city: place }) => place ?? []));
	return [{ event, on: last.on, members: joined.reduce((sum, { members }) => sum + members, 0), cities: cities.size }];
}

function begun(cell: { readonly since: Day | null }, at: Day): boolean {
	return cell.since === null || cell.since <= at;
}

function statusCounts(facts: DashboardFacts, at: Day, scope: Scope, { category }: Pick<View, 'category'>): HeadlineFacts['projects'] {
	const counts = new Map<ProjectStatus | null, number>();
	for (const cell of facts.projects) {
		if (!begun(cell, at) || (category && cell.category !== category)) continue;
		if (scope.places !== null && !cell.cities.some((code) => scope.places?.includes(code))) continue;
		counts.set(cell.status, (counts.get(cell.status) ?? 0) + cell.projects);
	}
	return [...counts].map(([status, projects]) => ({ status, projects }));
}

function projectsIn(facts: DashboardFacts, at: Day, code: Adcode, { category }: Pick<View, 'category'>): number {
	return facts.projects
		.filter((cell) => begun(cell, at) && cell.cities.includes(code) && (!category || cell.category === category))
		.reduce((sum, { projects }) => sum + projects, 0);
}

function belongsAt({ joined, left }: DashboardFacts['unplaced'][number], at: Day): boolean {
	return joined !== null && activeAt({ joined, left }, at);
}

import { kindsAt, membersAt, newestJoin, type Cube, type KindMembers } from '#domain/cube.ts';
import type { Day } from '#domain/day.ts';
import { inLocale, type Locale } from '#domain/locale.ts';
import { activeAt } from '#domain/membership.ts';
import { unpackCube } from '#domain/packed-cube.ts';
import { happenedBy } from '#domain/partial-day.ts';
import type { Adcode } from '#domain/place.ts';
import type { ProjectCategory } from '#domain/project.ts';
import type { View } from '#domain/view.ts';
import { citiesOf, city } from '#geo/regions/city.ts';
import { regionName } from '#geo/regions/name.ts';
import { province, provinces } from '#geo/regions/province.ts';
import { overviewText } from '#lib/i18n/overview.ts';
import { batchesAt, type Batch } from './batches.ts';
import type { DashboardFacts } from './facts.ts';
import type { HeadlineFacts } from './figures.ts';
import { citiesIn, common, cubeOf, isWhole, placesOf, scopeOf, type Scope } from './filter.ts';
import { pairsAt, reachedFrom, type Pair } from './links.ts';
import { categoriesAt, projectsIn, statusesAt } from './projects.ts';

/** The facts made ready to be asked: the cubes are unpacked once. */
export type Ready = { readonly facts: DashboardFacts; readonly cube: Cube; readonly districts: Cube };

export function ready(facts: DashboardFacts): Ready {
	return { facts, cube: unpackCube(facts.members, facts.stops), districts: unpackCube(facts.districts, facts.stops) };
}

/** What filters a dashboard. */
export type Filters = Pick<View, 'kind' | 'province' | 'group' | 'city' | 'category'>;

/** A city at a day. Null where only some of its districts are meant: projects name cities. */
export type CityRow = {
	readonly code: Adcode;
	readonly members: number;
	readonly projects: number | null;
	/** Other cities that projects link it to. */
	readonly reached: number | null;
	/** When somebody last joined there, members that have left since included; null: nobody ever did. */
	readonly newest: Day | null;
};

/** Areas with members out of all; `code` or `id` names the whole. */
type Covered = { readonly covered: number; readonly of: number };

/** The numbers of a dashboard at a day, under the filters of a view. */
export type Dashboard = {
	readonly at: Day;
	readonly scope: Scope;
	/** The kind that all members counted are of; null: any. */
	readonly kind: View['kind'];
	readonly category: View['category'];
	readonly headline: HeadlineFacts;
	readonly kinds: readonly KindMembers[];
	readonly categories: readonly { readonly category: ProjectCategory; readonly projects: number }[];
	readonly provinces: readonly (Covered & { readonly code: Adcode; readonly members: number })[];
	readonly groups: readonly (Covered & { readonly id: string; readonly name: DashboardFacts['groups'][number]['name'] })[];
	readonly batches: readonly Batch[];
	readonly rows: readonly CityRow[];
	/** Cities that share a project, at least one of them in the scope. */
	readonly pairs: readonly Pair[];
	readonly newest: Day | null;
	readonly events: DashboardFacts['events'];
	readonly unplaced: DashboardFacts['unplaced'];
};

/** Everything a dashboard says at one of the stops. Pure: the server and the browser say the same. */
export function dashboardAt(from: Ready, at: Day, view: Filters): Dashboard {
	const { facts } = from;
	const { category } = view;
	const kind = view.kind ?? undefined;
	const scope = scopeOf(view, facts.groups);
	const cube = cubeOf(from, scope);
	const members = (places?: readonly Adcode[]): number => membersAt(cube, at, { kind, ...(places && { places }) });
	const cities = citiesIn(scope);
	const pairs = pairsAt(facts, at, { category }).filter(({ a, b }) => isWhole(scope, a) || isWhole(scope, b));
	const reached = reachedFrom(pairs);
	const rows = cities.map((code): CityRow => {
		const [places, whole] = [placesOf(scope, code), isWhole(scope, code)];
		return {
			code,
			members: members(places),
			projects: whole ? projectsIn(facts.projects, at, code, category) : null,
			reached: whole ? (reached.get(code) ?? 0) : null,
			newest: newestJoin(cube, at, { kind, places })
		};
	});
	const inProvinces = provinces.flatMap(({ adcode }) => {
		const own = rows.filter(({ code }) => citiesOf(adcode).some((c) => c.adcode === code));
		const counts = own.map((row) => row.members);
		if (own.length === 0) return [];
		return [{ code: adcode, covered: counts.filter((n) => n > 0).length, of: own.length, members: counts.reduce((sum, n) => sum + n, 0) }];
	});
	const areas = scope.places ?? cities;
	const batches = batchesAt(facts.batches, at, scope, view.kind);
	return {
		at,
		scope,
		kind: view.kind,
		category,
		headline: {
			members: members(),
			unplaced: scope.places === null ? membersAt(cube, at, { places: null, kind }) : 0,
			cities: { covered: areas.filter((code) => members([code]) > 0), white: areas.filter((code) => members([code]) === 0) },
			withDistricts: areas.some((code) => !city(code)),
			provinces: {
				covered: inProvinces.filter(({ covered }) => covered > 0).map(({ code }) => code),
				white: inProvinces.filter(({ covered }) => covered === 0).map(({ code }) => code)
			},
			batches: cities.every((code) => isWhole(scope, code)) ? batches.length : null,
			allProvincesSince: scope.places === null && !kind ? spanAt(facts, at) : null,
			reported: facts.reported.findLast(({ on }) => on <= at) ?? null,
			filtered: scope.places !== null || kind !== undefined,
			projects: statusesAt(facts.projects, at, scope, category)
		},
		kinds: kindsAt(cube, at, { kind }),
		categories: categoriesAt(facts.projects, at, scope, category),
		provinces: inProvinces,
		groups: facts.groups.flatMap(({ id, name, areas: all }) => {
			const own = scope.places === null || scope.group?.id === id ? (scope.group?.id === id ? areas : all) : common(all, scope.places);
			const covered = own.filter((code) => membersAt(city(code) ? from.cube : from.districts, at, { places: [code], kind }) > 0);
			return own.length === 0 ? [] : [{ id, name, covered: covered.length, of: own.length }];
		}),
		batches,
		rows,
		pairs,
		newest: newestJoin(cube, at, { kind }),
		events: facts.events.filter(({ held, city: place }) => happenedBy(held, at) && (scope.places === null || (place !== null && cities.includes(place)))),
		unplaced:
			scope.places === null ? facts.unplaced.filter(({ joined, left, member }) => joined !== null && activeAt({ joined, left }, at) && (!kind || member.kind === kind)) : []
	};
}

/** Since when every province has had a member, as it stands at a day; null: not all have one. */
function spanAt({ allProvinces }: DashboardFacts, at: Day): Day | null {
	return allProvinces.findLast((span) => span.from <= at && (span.until === null || at < span.until))?.from ?? null;
}

/** The name of what a dashboard speaks of; null: the whole alliance. */
export function scopeName(scope: Scope, locale: Locale): string | null {
	const [inProvince, inCity] = [scope.province === null ? undefined : province(scope.province), scope.city === null ? undefined : city(scope.city)];
	const names = [
		...(scope.group ? [inLocale(scope.group.name, locale)] : []),
		...(inCity ? [regionName(inCity, locale, 'full')] : inProvince ? [regionName(inProvince, locale, 'full')] : [])
	];
	const [whole, part] = names;
	if (whole === undefined) return null;
	return part === undefined ? whole : overviewText[locale].partOf(whole, part);
}

import type { Locale } from '#domain/locale.ts';
import { membersAt } from '#domain/cube.ts';
import type { Adcode } from '#domain/place.ts';
import { city } from '#geo/regions/city.ts';
import { regionName } from '#geo/regions/name.ts';
import type { Dashboard, Ready } from './dashboard.ts';
import { common } from './filter.ts';
import type { GroupFacts } from './facts.ts';

/** A region group beside others: its coverage within what is filtered, and its areas without members by code. */
export type Compared = { readonly group: GroupFacts; readonly covered: number; readonly of: number; readonly white: readonly Adcode[] };

/** The region groups of these identifiers side by side at the day of a dashboard, under its filters. */
export function comparedGroups({ facts, cube, districts }: Ready, { at, scope, kind }: Dashboard, ids: readonly string[]): Compared[] {
	return ids.flatMap((id) => {
		const group = facts.groups.find((known) => known.id === id);
		if (!group) return [];
		const areas = scope.places === null ? group.areas : common(group.areas, scope.places);
		const white = areas.filter((code) => membersAt(city(code) ? cube : districts, at, { places: [code], kind: kind ?? undefined }) === 0);
		return [{ group, covered: areas.length - white.length, of: areas.length, white }];
	});
}

/** Areas by name: cities by their own, districts as `names` gives them. */
export function areaNames(codes: readonly Adcode[], names: Readonly<Record<Adcode, string>>, locale: Locale): string[] {
	return codes.map((code) => {
		const region = city(code);
		return region ? regionName(region, locale, 'short') : (names[code] ?? code);
	});
}

import type { Adcode } from '#domain/place.ts';
import type { View } from '#domain/view.ts';
import { citiesOf, city, cityCodes } from '#geo/regions/city.ts';
import { province } from '#geo/regions/province.ts';
import type { GroupFacts } from './facts.ts';

/** The part of the region a dashboard speaks of. `places` null: all of it, with the members not placed. */
export type Scope =
	| { readonly level: 'region'; readonly places: null }
	| { readonly level: 'province' | 'city'; readonly code: Adcode; readonly places: readonly Adcode[] }
	| { readonly level: 'group'; readonly group: GroupFacts; readonly places: readonly Adcode[] };

/** The scope that a view chooses: the narrowest of city, group and province; one that does not exist is passed over. */
export function scopeOf(view: Pick<View, 'province' | 'city' | 'group'>, groups: readonly GroupFacts[]): Scope {
	if (view.city && city(view.city)) return { level: 'city', code: view.city, places: [view.city] };
	const group = groups.find(({ id }) => id === view.group);
	if (group) return { level: 'group', group, places: group.areas };
	if (view.province && province(view.province)) return { level: 'province', code: view.province, places: citiesOf(view.province).map((c) => c.adcode) };
	return { level: 'region', places: null };
}

/** The cities of a scope, whole ones only. */
export function citiesIn({ places }: Scope): readonly Adcode[] {
	return places === null ? cityCodes : places.filter((code) => city(code));
}

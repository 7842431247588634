import type { Cube } from '#domain/cube.ts';
import { cityCode, type Adcode } from '#domain/place.ts';
import type { View } from '#domain/view.ts';
import { citiesOf, city, cityCodes } from '#geo/regions/city.ts';
import { province } from '#geo/regions/province.ts';
import type { GroupFacts } from './facts.ts';

/** The part of the region a dashboard speaks of: what lies in all the places that are chosen. */
export type Scope = {
	/** The narrowest of the places chosen. */
	readonly level: 'region' | 'province' | 'group' | 'city';
	readonly province: Adcode | null;
	readonly group: GroupFacts | null;
	readonly city: Adcode | null;
	/** Cities, and districts of cities that belong only in part; null: the whole region, with the members not placed. */
	readonly places: readonly Adcode[] | null;
};

/** The scope that a view chooses; a place that does not exist is passed over. */
export function scopeOf(view: Pick<View, 'province' | 'city' | 'group'>, groups: readonly GroupFacts[]): Scope {
	const chosen = {
		province: view.province && province(view.province) ? view.province : null,
		group: groups.find(({ id }) => id === view.group) ?? null,
		city: view.city && city(view.city) ? view.city : null
	};
	const sets = [
		...(chosen.province ? [citiesOf(chosen.province).map(({ adcode }) => adcode)] : []),
		...(chosen.group ? [distinctAreas(chosen.group)] : []),
		...(chosen.city ? [[chosen.city]] : [])
	];
	const level = chosen.city ? 'city' : chosen.group ? 'group' : chosen.province ? 'province' : 'region';
	return { level, ...chosen, places: sets.length === 0 ? null : sets.reduce(common) };
}

/** The areas of a group without districts of cities that belong as a whole, so that no member counts twice. */
function distinctAreas({ areas }: GroupFacts): Adcode[] {
	return [...new Set(areas)].filter((code) => city(code) || !areas.includes(cityCode(code)));
}

/** What lies in both of two sets of cities and districts: a district lies in its city. */
export function common(a: readonly Adcode[], b: readonly Adcode[]): Adcode[] {
	const within = (code: Adcode, set: readonly Adcode[]): boolean => set.includes(code) || set.includes(cityCode(code));
	return [...new Set([...a.filter((code) => within(code, b)), ...b.filter((code) => within(code, a))])];
}

/** The cities that belong to a scope, wholly or in part, in code order. */
export function citiesIn({ places }: Scope): readonly Adcode[] {
	if (places === null) return cityCodes;
	const touched = new Set(places.map(cityCode));
	return cityCodes.filter((code) => touched.has(code));
}

/** What of a city belongs to a scope: itself, some of its districts, or nothing. */
export function placesOf({ places }: Scope, code: Adcode): readonly Adcode[] {
	return places === null ? [code] : places.filter((place) => cityCode(place) === code);
}

/** Does the whole city belong to a scope? Projects and batches name cities, so of a part of one nothing is known. */
export function isWhole({ places }: Scope, code: Adcode): boolean {
	return places === null || places.includes(code);
}

/** The members of a scope alone, from cubes of cities and of districts. */
export function cubeOf({ cube, districts }: { readonly cube: Cube; readonly districts: Cube }, { places }: Scope): Cube {
	if (places === null) return cube;
	const series = places.flatMap((place) => {
		const of = (city(place) ? cube : districts).series.get(place);
		return of ? [[place, of] as const] : [];
	});
	return { series: new Map(series), days: cube.days };
}

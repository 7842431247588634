import { cityCode, type Adcode } from './place.ts';
import { wholeOf } from './target-state.ts';
import type { Target, TargetMetric } from './target.ts';

/** A target with the places of its scope (null: the whole region, members without a place included) and all its cities. */
export type Scoped = { readonly target: Target; readonly places: readonly Adcode[] | null; readonly cities: readonly Adcode[] };

/** Two parts that count the same: by its cities, and for members only where their kinds do not tell them apart. */
export type Overlap = { readonly a: Target; readonly b: Target; readonly cities: readonly Adcode[] };

/** The parts of a target beside it, in whole numbers of its metric. */
export type PartsCheck = {
	readonly whole: Target;
	/** What the whole asks for, and what its parts do together. */
	readonly value: number;
	readonly sum: number;
	readonly parts: readonly Target[];
	/** Parts that count something else and are not in the sum. */
	readonly others: readonly Target[];
	readonly overlaps: readonly Overlap[];
	/** Parts that reach beyond the whole, and those that are due after it. */
	readonly outside: readonly Target[];
	readonly later: readonly Target[];
	/** Cities of the whole that belong to none of the parts. */
	readonly missing: readonly Adcode[];
};

const CITIES: readonly TargetMetric[] = ['cities', 'coverage'];

/** Do two metrics count the same? A coverage is a number of cities, said as a share. */
function sameCount(a: TargetMetric, b: TargetMetric): boolean {
	return a === b || (CITIES.includes(a) && CITIES.includes(b));
}

function numberOf({ target, places, cities }: Scoped): number {
	return target.metric === 'coverage' ? wholeOf(target.value * (places ?? cities).length) : target.value;
}

/** Checks the parts of each target that has any against it, in the order of the wholes. */
export function checkParts(all: readonly Scoped[]): PartsCheck[] {
	return all.flatMap((whole) => {
		const parts = all.filter(({ target }) => target.partOf === whole.target.id);
		return parts.length === 0 ? [] : [checkOne(whole, parts)];
	});
}

function checkOne(whole: Scoped, all: readonly Scoped[]): PartsCheck {
	const parts = all.filter(({ target }) => sameCount(target.metric, whole.target.metric));
	const named = new Set(parts.flatMap(({ cities }) => cities));
	return {
		whole: whole.target,
		value: numberOf(whole),
		sum: parts.reduce((sum, part) => sum + numberOf(part), 0),
		parts: parts.map(({ target }) => target),
		others: all.filter((part) => !parts.includes(part)).map(({ target }) => target),
		overlaps: parts.flatMap((a, i) => parts.slice(i + 1).flatMap((b) => overlap(a, b))),
		outside: parts.filter((part) => reachesBeyond(part, whole)).map(({ target }) => target),
		later: parts.filter(({ target }) => target.due > whole.target.due).map(({ target }) => target),
		missing: whole.cities.filter((code) => !named.has(code))
	};
}

function overlap(a: Scoped, b: Scoped): Overlap[] {
	const [one, other] = [a.target.scope.kind, b.target.scope.kind];
	if (a.target.metric === 'members' && one !== null && other !== null && one !== other) return [];
	const cities = a.cities.filter((code) => b.cities.includes(code) && share(a.places, b.places, code));
	return cities.length > 0 ? [{ a: a.target, b: b.target, cities }] : [];
}

/** Do two scopes share something of a city? Two of its districts need not be the same. */
function share(a: readonly Adcode[] | null, b: readonly Adcode[] | null, city: Adcode): boolean {
	if (a === null || b === null || a.includes(city) || b.includes(city)) return true;
	return a.some((place) => cityCode(place) === city && b.includes(place));
}

function reachesBeyond(part: Scoped, whole: Scoped): boolean {
	const { kind } = whole.target.scope;
	if (kind !== null && part.target.scope.kind !== kind) return true;
	return whole.places !== null && (part.places === null || part.cities.some((code) => !whole.cities.includes(code)));
}

/** Would a target become a part of itself, by way of others, if it were a part of `partOf`? */
export function isCircle(targets: readonly Pick<Target, 'id' | 'partOf'>[], id: string, partOf: string): boolean {
	const parents = new Map(targets.map((target) => [target.id, target.partOf]));
	const seen = new Set<string>();
	for (let at: string | null = partOf; at !== null && !seen.has(at); at = parents.get(at) ?? null) {
		if (at === id) return true;
		seen.add(at);
	}
	return false;
}

import type { Movement } from '#domain/cube.ts';
import type { Day } from '#domain/day.ts';
import type { MemberKind } from '#domain/member.ts';
import type { Adcode } from '#domain/place.ts';
import { evaluate, subjectOf, type Evaluation, type ScopeFacts, type Subject, type When } from '#domain/target-evaluation.ts';
import type { Scoped } from '#domain/target-parts.ts';
import type { Target } from '#domain/target.ts';
import { city, cityCodes } from '#geo/regions/city.ts';
import type { GroupFacts, ProjectCell } from '../dashboard/facts.ts';
import { citiesIn, isWhole, scopeOf, type Scope } from '../dashboard/filter.ts';

/** A place and a kind, each null where nobody knows it. */
type Placed = { readonly city: Adcode | null; readonly district: Adcode | null; readonly kind: MemberKind | null };

/** Everything on record that targets are measured by, at every day. */
export type TargetRecord = {
	readonly movements: readonly Movement[];
	/** The same by district, for scopes that hold districts. */
	readonly districts: readonly Movement[];
	readonly groups: readonly GroupFacts[];
	readonly projects: readonly ProjectCell[];
	readonly prospects: readonly (Placed & { readonly chance: number; readonly expected: Day | null })[];
	/** Members that had been prospects. */
	readonly conversions: readonly (Placed & { readonly joined: Day; readonly noted: Day })[];
	/** The first day on which anybody joined; null: nobody has. */
	readonly founded: Day | null;
};

/** The scope of a target; null when it names a place or group that does not exist, or places that have nothing in common. */
export function scopeOfTarget({ scope }: Pick<Target, 'scope'>, groups: readonly GroupFacts[]): Scope | null {
	const found = scopeOf({ province: scope.province, city: scope.city, group: scope.groupId }, groups);
	const isWholeFound = found.province === scope.province && found.city === scope.city && (found.group?.id ?? null) === scope.groupId;
	return isWholeFound && citiesIn(found).length > 0 ? found : null;
}

/** Does somebody at a place, of a kind, lie in a scope? Where that is not known, only in one that asks for nothing. */
export function isInScope({ city: place, district, kind: own }: Placed, { places }: Pick<Scope, 'places'>, kind: MemberKind | null): boolean {
	if (kind !== null && own !== kind) return false;
	return places === null || (place !== null && places.includes(place)) || (district !== null && places.includes(district));
}

/** What of the record lies in a scope, members of one kind alone where one is given. */
export function factsIn(record: TargetRecord, scope: Scope, kind: MemberKind | null): ScopeFacts {
	const { places } = scope;
	const movements =
		places === null
			? record.movements
			: [...record.movements, ...record.districts].filter(({ place }) => place !== null && places.includes(place));
	const placed = <P extends Placed>(each: P): P & { readonly place: Adcode | null } => ({ ...each, place: areaOf(each, places) });
	return {
		founded: record.founded,
		areas: places ?? cityCodes,
		movements: movements.filter((move) => kind === null || move.kind === kind),
		conversions: record.conversions.filter((each) => isInScope(each, scope, kind)).map(placed),
		prospects: record.prospects.filter((each) => isInScope(each, scope, kind)).map(placed),
		projects: record.projects.filter(({ cities }) => places === null || cities.some((code) => isWhole(scope, code)))
	};
}

/** The area of a scope in which somebody is. */
function areaOf({ city: place, district }: Placed, places: Scope['places']): Adcode | null {
	return district !== null && places?.includes(district) ? district : place;
}

/** A target with its scope and its evaluation. */
export type Measured = { readonly target: Target; readonly scope: Scope; readonly subject: Subject; readonly evaluation: Evaluation };

/** Measures a target by a record; null when its scope does not exist in it. */
export function measure(target: Target, record: TargetRecord, when: When): Measured | null {
	const scope = scopeOfTarget(target, record.groups);
	if (scope === null) return null;
	const subject = subjectOf(target, factsIn(record, scope, target.scope.kind));
	return { target, scope, subject, evaluation: evaluate(subject, when) };
}

/** A target as the check of parts against wholes reads it. */
export function scopedOf({ target, scope }: Pick<Measured, 'target' | 'scope'>): Scoped {
	return { target, places: scope.places, cities: citiesIn(scope) };
}

/** Is it the target of one city and of all kinds there: what the map shows a city's gap by? */
export function isOfCity({ scope }: Pick<Target, 'scope'>): boolean {
	return scope.city !== null && city(scope.city) !== undefined && scope.groupId === null && scope.kind === null;
}

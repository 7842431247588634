import { coverageOf, type Coverage } from './coverage.ts';
import { membersAt, type Cube } from './cube.ts';
import type { Day } from './day.ts';
import type { MemberKind } from './member.ts';
import { provinceCode, type Adcode } from './place.ts';

/** The headline numbers of a set of cities on a day. */
export type Overview = {
	/** Recorded members, those without a verified place included when the whole alliance is meant. */
	readonly members: number;
	readonly unplaced: number;
	readonly cities: Coverage;
	readonly provinces: Coverage;
};

/** The overview of the whole alliance. `cities` are all the cities there are. */
export function overviewOf(cube: Cube, at: Day, cities: readonly Adcode[], kind?: MemberKind): Overview {
	const coverage = coverageOf(cube, at, cities, kind);
	const provinces = [...new Set(cities.map(provinceCode))];
	const covered = new Set(coverage.covered.map(provinceCode));
	return {
		members: membersAt(cube, at, { kind }),
		unplaced: membersAt(cube, at, { places: null, kind }),
		cities: coverage,
		provinces: { covered: provinces.filter((p) => covered.has(p)), white: provinces.filter((p) => !covered.has(p)) }
	};
}

/** The day since which, without a break until `at`, every province has had a member; null when one has none. */
export function allProvincesSince(cube: Cube, at: Day, cities: readonly Adcode[]): Day | null {
	let since: Day | null = null;
	for (const day of [...cube.days.filter((d) => d <= at)].reverse()) {
		if (overviewOf(cube, day, cities).provinces.white.length > 0) break;
		since = day;
	}
	return since;
}

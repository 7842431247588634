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

/** The spans of time, in order, in which every province had a member; `until` is null where it still is so. */
export function provinceSpans(cube: Cube, cities: readonly Adcode[]): { from: Day; until: Day | null }[] {
	const spans: { from: Day; until: Day | null }[] = [];
	for (const day of cube.days) {
		const all = overviewOf(cube, day, cities).provinces.white.length === 0;
		const open = spans.at(-1);
		const isOpen = open !== undefined && open.until === null;
		if (all && !isOpen) spans.push({ from: day, until: null });
		if (!all && isOpen) open.until = day;
	}
	return spans;
}

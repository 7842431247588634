import { membersAt, type Cube } from './cube.ts';
import type { Day } from './day.ts';
import type { MemberKind } from './member.ts';
import type { Adcode } from './place.ts';

/** 覆盖: which of the places have at least one active member, and which (the white spaces) have none. */
export type Coverage = { readonly covered: readonly Adcode[]; readonly white: readonly Adcode[] };

/** Coverage of the given places at the end of a day, both lists in the order given. */
export function coverageOf(cube: Cube, at: Day, places: readonly Adcode[], kind?: MemberKind): Coverage {
	const has = new Set(places.filter((place) => membersAt(cube, at, { places: [place], kind }) > 0));
	return { covered: places.filter((p) => has.has(p)), white: places.filter((p) => !has.has(p)) };
}

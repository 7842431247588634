import { membersAt, type Cube, type Slice } from './cube.ts';
import { addMonths, earlier, later, type Day } from './day.ts';
import { MEMBER_KINDS, type MemberKind } from './member.ts';
import { activeAt, type Membership } from './membership.ts';
import { overviewOf } from './overview.ts';
import { provinceCode, type Adcode } from './place.ts';

/** A count at the end of each of two days. */
export type Change = { readonly from: number; readonly to: number };

/** Two days, the earlier first; both count to their end. */
export type Days = { readonly from: Day; readonly to: Day };

/** What became of a place: newly covered, with more or fewer members, no longer covered, as before, empty on both days. */
export const FATES = ['new', 'more', 'same', 'less', 'lost', 'none'] as const;
export type Fate = (typeof FATES)[number];

/**
 * What a member did between two days. `joined` and `left` compare the two ends only. `returned`: belongs on both, and
 * was gone in between. `passed`: belongs on neither, and did in between.
 */
export const MOVES = ['joined', 'left', 'returned', 'passed'] as const;
export type Move = (typeof MOVES)[number];

/** The members of two days side by side. Places and kinds in the order of the regions and kinds. */
export type Difference = Days & {
	readonly members: Change;
	/** Members without a verified city. */
	readonly unplaced: Change;
	readonly covered: { readonly cities: Change; readonly provinces: Change };
	readonly cities: readonly (Change & { readonly code: Adcode })[];
	readonly provinces: readonly (Change & { readonly code: Adcode })[];
	/** Kinds with members on either day. */
	readonly kinds: readonly (Change & { readonly kind: MemberKind })[];
};

/** What became of a place with these members. */
export function fateOf({ from, to }: Change): Fate {
	if (from === 0) return to === 0 ? 'none' : 'new';
	if (to === 0) return 'lost';
	return to === from ? 'same' : to > from ? 'more' : 'less';
}

/** What a member with these memberships did between two days; null: it stayed, or stayed away. */
export function moveBetween(memberships: readonly Pick<Membership, 'joined' | 'left'>[], { from, to }: Days): Move | null {
	const at = (day: Day): boolean => memberships.some((membership) => activeAt(membership, day));
	const within = (day: Day | null | undefined): boolean => typeof day === 'string' && from < day && day <= to;
	const [before, after] = [at(from), at(to)];
	if (before !== after) return after ? 'joined' : 'left';
	if (before) return memberships.some(({ left }) => within(left?.on) && !at(left?.on as Day)) ? 'returned' : null;
	return memberships.some(({ joined }) => within(joined.on) && at(joined.on as Day)) ? 'passed' : null;
}

/** The members of two days. `cities` are all the cities there are. */
export function differenceOf(cube: Cube, cities: readonly Adcode[], { from, to }: Days): Difference {
	const change = (slice: Slice = {}): Change => ({ from: membersAt(cube, from, slice), to: membersAt(cube, to, slice) });
	const [then, now] = [overviewOf(cube, from, cities), overviewOf(cube, to, cities)];
	const count = (key: 'cities' | 'provinces'): Change => ({ from: then[key].covered.length, to: now[key].covered.length });
	return {
		from,
		to,
		members: change(),
		unplaced: change({ places: null }),
		covered: { cities: count('cities'), provinces: count('provinces') },
		cities: cities.map((code) => ({ code, ...change({ places: [code] }) })),
		provinces: [...new Set(cities.map(provinceCode))].map((code) => ({
			code,
			...change({ places: cities.filter((city) => provinceCode(city) === code) })
		})),
		kinds: MEMBER_KINDS.map((kind) => ({ kind, ...change({ kind }) })).filter((row) => row.from > 0 || row.to > 0)
	};
}

/** A year before the days before it there is none that can be written. */
const SECOND_YEAR = '0001-01-01';

/**
 * The days to compare. `to` falls back to `at`, the day of the address or today; `from` to a year before that, or to
 * `first`, the day of the first change (null: there is none), where that is later. A `from` after today is passed over,
 * a `to` after today is today, and days in the wrong order change places.
 */
export function comparedDays(
	asked: { readonly from: Day | null; readonly to: Day | null },
	{ at, today, first }: { readonly at: Day; readonly today: Day; readonly first: Day | null }
): Days {
	const to = asked.to === null ? at : earlier(asked.to, today);
	if (asked.from !== null && asked.from <= today) return { from: earlier(asked.from, to), to: later(asked.from, to) };
	const yearBefore = to < SECOND_YEAR ? to : addMonths(to, -12);
	return { from: first === null || first > to ? yearBefore : later(yearBefore, first), to };
}

import { dayFromNumber, dayNumber, type Day } from './day.ts';
import { MEMBER_KINDS, type MemberKind } from './member.ts';
import type { Adcode } from './place.ts';

/** How many members of one kind joined and left in one place on one day. `place` is null where it is not verified. */
export type Movement = {
	readonly place: Adcode | null;
	readonly kind: MemberKind;
	readonly on: Day;
	readonly joined: number;
	readonly left: number;
};

/** Running totals at the days of change, and the days on which somebody joined; all ascending. */
type Series = { readonly days: number[]; readonly totals: number[]; readonly joins: number[] };
type Change = { net: number; joined: boolean };

/** Members by place, kind and day, ready to be asked "how many on that day". Its size is that of the distinct cells. */
export type Cube = {
	readonly series: ReadonlyMap<Adcode | null, ReadonlyMap<MemberKind, Series>>;
	/** Every day on which something changed, ascending. */
	readonly days: readonly Day[];
};

/** Which part of the cube a figure counts; what is left out does not restrict. `places: null` means the unplaced ones. */
export type Slice = { readonly places?: readonly Adcode[] | null; readonly kind?: MemberKind | undefined };

/** Builds the cube; movements of the same cell and day are added up, in any order. */
export function toCube(movements: Iterable<Movement>): Cube {
	const deltas = new Map<Adcode | null, Map<MemberKind, Map<number, Change>>>();
	const days = new Set<number>();
	for (const { place, kind, on, joined, left } of movements) {
		const number = dayNumber(on);
		days.add(number);
		const kinds = deltas.get(place) ?? new Map<MemberKind, Map<number, Change>>();
		deltas.set(place, kinds);
		const cell = kinds.get(kind) ?? new Map<number, Change>();
		kinds.set(kind, cell);
		const change = cell.get(number) ?? { net: 0, joined: false };
		cell.set(number, { net: change.net + joined - left, joined: change.joined || joined > 0 });
	}
	const series = new Map(
		[...deltas].map(([place, kinds]) => [place, new Map([...kinds].map(([kind, cell]) => [kind, running(cell)]))])
	);
	return { series, days: [...days].sort((a, b) => a - b).map(dayFromNumber) };
}

function running(cell: Map<number, Change>): Series {
	const days = [...cell.keys()].sort((a, b) => a - b);
	let total = 0;
	return { days, totals: days.map((day) => (total += cell.get(day)?.net ?? 0)), joins: days.filter((day) => cell.get(day)?.joined) };
}

/** How many of the ascending days are not after `day`. */
function upTo(days: readonly number[], day: number): number {
	let low = 0;
	let high = days.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((days[middle] as number) <= day) low = middle + 1;
		else high = middle;
	}
	return low;
}

function totalAt({ days, totals }: Series, day: number): number {
	return totals[upTo(days, day) - 1] ?? 0;
}

/** Members of one place: in all, and by kind. */
type Held = { readonly all: number; readonly kinds: ReadonlyMap<MemberKind, number> };

/** What each cube answered last: a page asks a cube many things of one day. */
const heldLast = new WeakMap<Cube, { readonly at: Day; readonly held: ReadonlyMap<Adcode | null, Held> }>();

function heldAt(cube: Cube, at: Day): ReadonlyMap<Adcode | null, Held> {
	const last = heldLast.get(cube);
	if (last?.at === at) return last.held;
	const day = dayNumber(at);
	const held = new Map<Adcode | null, Held>();
	for (const [place, series] of cube.series) {
		const kinds = new Map<MemberKind, number>();
		let all = 0;
		for (const [kind, one] of series) {
			const members = totalAt(one, day);
			kinds.set(kind, members);
			all += members;
		}
		held.set(place, { all, kinds });
	}
	heldLast.set(cube, { at, held });
	return held;
}

/** Members of a slice at the end of a day. */
export function membersAt(cube: Cube, at: Day, slice: Slice = {}): number {
	const held = heldAt(cube, at);
	const places = slice.places === undefined ? held.keys() : slice.places === null ? [null] : slice.places;
	let sum = 0;
	for (const place of places) {
		const here = held.get(place);
		if (here) sum += slice.kind ? (here.kinds.get(slice.kind) ?? 0) : here.all;
	}
	return sum;
}

/** Members of one kind. */
export type KindMembers = { readonly kind: MemberKind; readonly members: number };

/** Members by kind of a slice at the end of a day, in the order of the kinds; kinds without members are left out. */
export function kindsAt(cube: Cube, at: Day, slice: Slice = {}): KindMembers[] {
	return MEMBER_KINDS.filter((kind) => !slice.kind || slice.kind === kind)
		.map((kind) => ({ kind, members: membersAt(cube, at, { ...slice, kind }) }))
		.filter(({ members }) => members > 0);
}

/** The last day up to `at` on which somebody joined within a slice, members that have left since included; null: nobody ever did. */
export function newestJoin(cube: Cube, at: Day, slice: Slice = {}): Day | null {
	const day = dayNumber(at);
	const places = slice.places === undefined ? cube.series.keys() : slice.places === null ? [null] : slice.places;
	let newest = -Infinity;
	for (const place of places)
		for (const [kind, { joins }] of cube.series.get(place) ?? [])
			if (!slice.kind || slice.kind === kind) newest = Math.max(newest, joins[upTo(joins, day) - 1] ?? -Infinity);
	return newest === -Infinity ? null : dayFromNumber(newest);
}

import type { Cube, Movement } from './cube.ts';
import { toCube } from './cube.ts';
import type { Day } from './day.ts';
import { MEMBER_KINDS } from './member.ts';
import type { Adcode } from './place.ts';
import { stopFrom } from './stops.ts';

/** A place and a kind (by their places in the lists), then pairs of a stop, as the distance from the pair before, and a count. */
type PackedCell = readonly [place: number, kind: number, ...pairs: number[]];

/**
 * A cube small enough to travel in a page. Joins and leaves stand apart, so that a join is not hidden by a leave at the
 * same stop. Its size is that of its distinct cells, whatever the number of members.
 */
export type PackedCube = { readonly places: readonly (Adcode | null)[]; readonly joined: readonly PackedCell[]; readonly left: readonly PackedCell[] };

/**
 * Packs movements for the days of `stops` (ascending): what happened between two stops is added up at the later one, so
 * that every count at a stop is exact. What happens after the last stop is left out.
 */
export function packCube(movements: Iterable<Movement>, stops: readonly Day[]): PackedCube {
	const places: (Adcode | null)[] = [];
	const [joins, leaves] = [new Map<string, Map<number, number>>(), new Map<string, Map<number, number>>()];
	for (const { place, kind, on, joined, left } of movements) {
		const stop = stopFrom(stops, on);
		if (stop === -1) continue;
		let index = places.indexOf(place);
		if (index === -1) index = places.push(place) - 1;
		const key = `${index} ${MEMBER_KINDS.indexOf(kind)}`;
		if (joined > 0) count(joins, key, stop, joined);
		if (left > 0) count(leaves, key, stop, left);
	}
	return { places, joined: pack(joins), left: pack(leaves) };
}

function count(cells: Map<string, Map<number, number>>, key: string, stop: number, members: number): void {
	const cell = cells.get(key) ?? new Map<number, number>();
	cells.set(key, cell);
	cell.set(stop, (cell.get(stop) ?? 0) + members);
}

function pack(cells: Map<string, Map<number, number>>): PackedCell[] {
	return [...cells].map(([key, cell]) => {
		const [place = 0, kind = 0] = key.split(' ').map(Number);
		let before = 0;
		const pairs = [...cell]
			.sort(([a], [b]) => a - b)
			.flatMap(([stop, members]) => {
				const step = stop - before;
				before = stop;
				return [step, members];
			});
		return [place, kind, ...pairs];
	});
}

/** The cube of a packed one, with the same stops as it was packed for. */
export function unpackCube({ places, joined, left }: PackedCube, stops: readonly Day[]): Cube {
	const movement = (place: number, kind: number, stop: number): Movement => ({
		place: places[place] ?? null,
		kind: MEMBER_KINDS[kind] ?? 'other',
		on: stops[stop] as Day,
		joined: 0,
		left: 0
	});
	return toCube(
		(function* () {
			for (const [place, kind, stop, members] of entries(joined)) yield { ...movement(place, kind, stop), joined: members };
			for (const [place, kind, stop, members] of entries(left)) yield { ...movement(place, kind, stop), left: members };
		})()
	);
}

function* entries(cells: readonly PackedCell[]): Generator<[place: number, kind: number, stop: number, members: number]> {
	for (const [place, kind, ...pairs] of cells) {
		let stop = 0;
		for (let i = 0; i + 1 < pairs.length; i += 2) {
			stop += pairs[i] as number;
			yield [place, kind, stop, pairs[i + 1] as number];
		}
	}
}

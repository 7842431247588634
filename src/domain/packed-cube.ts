import type { Cube, Movement } from './cube.ts';
import { toCube } from './cube.ts';
import type { Day } from './day.ts';
import { MEMBER_KINDS } from './member.ts';
import type { Adcode } from './place.ts';
import { stopFrom } from './stops.ts';

/**
 * A cube small enough to travel in a page: for each place and kind, pairs of a stop (as the distance from the pair
 * before) and a change. Its size is that of its distinct cells, whatever the number of members.
 */
export type PackedCube = { readonly places: readonly (Adcode | null)[]; readonly cells: readonly (readonly [place: number, kind: number, ...pairs: number[]])[] };

/**
 * Packs movements for the days of `stops` (ascending): what happened between two stops is added up at the later one, so
 * that every count at a stop is exact. What happens after the last stop is left out.
 */
export function packCube(movements: Iterable<Movement>, stops: readonly Day[]): PackedCube {
	const places: (Adcode | null)[] = [];
	const changes = new Map<string, Map<number, number>>();
	for (const { place, kind, on, joined, left } of movements) {
		const stop = stopFrom(stops, on);
		if (stop === -1) continue;
		let index = places.indexOf(place);
		if (index === -1) index = places.push(place) - 1;
		const key = `${index} ${MEMBER_KINDS.indexOf(kind)}`;
		const cell = changes.get(key) ?? new Map<number, number>();
		changes.set(key, cell);
		cell.set(stop, (cell.get(stop) ?? 0) + joined - left);
	}
	const cells = [...changes].map(([key, cell]): [number, number, ...number[]] => {
		const [place = 0, kind = 0] = key.split(' ').map(Number);
		let before = 0;
		const pairs = [...cell]
			.filter(([, change]) => change !== 0)
			.sort(([a], [b]) => a - b)
			.flatMap(([stop, change]) => {
				const step = stop - before;
				before = stop;
				return [step, change];
			});
		return [place, kind, ...pairs];
	});
	return { places, cells: cells.filter((cell) => cell.length > 2) };
}

/** The cube of a packed one, with the same stops as it was packed for. */
export function unpackCube({ places, cells }: PackedCube, stops: readonly Day[]): Cube {
	return toCube(
		(function* () {
			for (const [place, kind, ...pairs] of cells) {
				let stop = 0;
				for (let i = 0; i + 1 < pairs.length; i += 2) {
					stop += pairs[i] as number;
					const change = pairs[i + 1] as number;
					yield {
						place: places[place] ?? null,
						kind: MEMBER_KINDS[kind] ?? 'other',
						on: stops[stop] as Day,
						joined: Math.max(0, change),
						left: Math.max(0, -change)
					};
				}
			}
		})()
	);
}

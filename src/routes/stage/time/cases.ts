import type { Movement } from '#domain/cube.ts';
import type { Day } from '#domain/day.ts';
import { MEMBER_KINDS } from '#domain/member.ts';
import { cities } from '#geo/regions/city.ts';

/** Every so many joined leave again. */
const LEAVE = 9;

/** So many joins over all stops, cities and kinds, with leaves among them: the same at every call. */
export function* manyMovements(members: number, stops: readonly Day[]): Iterable<Movement> {
	for (let i = 0; i < members; i++) {
		const stop = (i * 7919) % stops.length;
		const where = { place: cities[(i * 31) % cities.length]!.adcode, kind: MEMBER_KINDS[i % MEMBER_KINDS.length]! };
		yield { ...where, on: stops[stop]!, joined: 1, left: 0 };
		const later = stops[stop + LEAVE];
		if (i % LEAVE === 0 && later !== undefined) yield { ...where, on: later, joined: 0, left: 1 };
	}
}

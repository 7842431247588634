import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kindsAt, membersAt, newestJoin, toCube, type Movement } from './cube.ts';
import { dayFromNumber, monthOf } from './day.ts';
import { MEMBER_KINDS } from './member.ts';
import { packCube, unpackCube } from './packed-cube.ts';
import { stopAt, stopsOf } from './stops.ts';

const START = 18_600;
const day = fc.integer({ min: START, max: START + 900 }).map(dayFromNumber);
const movements: fc.Arbitrary<Movement[]> = fc.array(
	fc.record({
		place: fc.option(fc.constantFrom('310000', '320200', '341100')),
		kind: fc.constantFrom(...MEMBER_KINDS),
		on: day,
		joined: fc.integer({ min: 0, max: 3 }),
		left: fc.integer({ min: 0, max: 2 })
	}),
	{ maxLength: 200 }
);
const today = dayFromNumber(START + 900);

describe('a packed cube', () => {
	it('says at every stop what the whole cube says', () => {
		fc.assert(
			fc.property(movements, fc.array(day, { maxLength: 5 }), (all, marks) => {
				const cube = toCube(all);
				const stops = stopsOf(cube.days, marks, today);
				const packed = packCube(all, stops);
				const again = unpackCube(JSON.parse(JSON.stringify(packed)), stops);
				for (const stop of stops) {
					expect(membersAt(again, stop)).toBe(membersAt(cube, stop));
					expect(kindsAt(again, stop, { places: ['320200'] })).toEqual(kindsAt(cube, stop, { places: ['320200'] }));
					expect(membersAt(again, stop, { places: null })).toBe(membersAt(cube, stop, { places: null }));
				}
			}),
			{ numRuns: 60 }
		);
	});

	it('keeps the month of the newest join at every stop, though as many left', () => {
		fc.assert(
			fc.property(movements, (all) => {
				const cube = toCube(all);
				const stops = stopsOf(cube.days, [], today);
				const again = unpackCube(packCube(all, stops), stops);
				for (const stop of stops)
					for (const slice of [{}, { places: ['320200'] }, { places: null }, { kind: 'park' as const }]) {
						const joins = all.filter(
							({ on, joined, place, kind }) =>
								joined > 0 && on <= stop && (!('places' in slice) || (slice.places === null ? place === null : place === '320200')) && (!('kind' in slice) || kind === 'park')
						);
						const newest = joins.map(({ on }) => on).sort().at(-1) ?? null;
						expect(newestJoin(cube, stop, slice)).toBe(newest);
						const month = newestJoin(again, stop, slice);
						expect(month && monthOf(month)).toBe(newest && monthOf(newest));
					}
			}),
			{ numRuns: 30 }
		);
	});

	it('does not grow with members that share a cell', () => {
		const one: Movement = { place: '320200', kind: 'park', on: '2021-03-05', joined: 1, left: 0 };
		const stops = stopsOf(['2021-03-05'], [], today);
		expect(packCube(Array.from({ length: 5000 }, () => one), stops).joined).toHaveLength(1);
	});
});

describe('stops', () => {
	it('ascend, hold every mark that is past, and end today', () => {
		fc.assert(
			fc.property(fc.array(day), fc.array(day, { maxLength: 5 }), (changes, marks) => {
				const stops = stopsOf(changes, marks, today);
				expect([...stops].sort()).toEqual(stops);
				expect(stops.at(-1)).toBe(today);
				for (const mark of marks) expect(stops[stopAt(stops, mark)]).toBe(mark);
			})
		);
	});
});

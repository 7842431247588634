import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverageOf } from './coverage.ts';
import { kindsAt, membersAt, toCube, type Movement } from './cube.ts';
import { dayFromNumber } from './day.ts';
import { growthDays, growthOf } from './growth.ts';
import { MEMBER_KINDS } from './member.ts';

const PLACES = ['310000', '320200', '341100'];
const START = 18_500;

type Stay = { place: string | null; kind: (typeof MEMBER_KINDS)[number]; from: number; to: number | null };

const stays = fc.array(
	fc.record({
		place: fc.option(fc.constantFrom(...PLACES)),
		kind: fc.constantFrom(...MEMBER_KINDS),
		from: fc.integer({ min: START, max: START + 200 }),
		to: fc.option(fc.integer({ min: 0, max: 100 }))
	}),
	{ maxLength: 60 }
).map((all): Stay[] => all.map((s) => ({ ...s, to: s.to === null ? null : s.from + s.to })));

function movementsOf(all: Stay[]): Movement[] {
	return all.flatMap(({ place, kind, from, to }) => [
		{ place, kind, on: dayFromNumber(from), joined: 1, left: 0 },
		...(to === null ? [] : [{ place, kind, on: dayFromNumber(to), joined: 0, left: 1 }])
	]);
}

const active = (s: Stay, day: number): boolean => s.from <= day && (s.to === null || day < s.to);

describe('the cube', () => {
	it('answers as counting the memberships one by one does', () => {
		fc.assert(
			fc.property(stays, fc.integer({ min: START - 5, max: START + 310 }), (all, day) => {
				const cube = toCube(movementsOf(all));
				const at = dayFromNumber(day);
				expect(membersAt(cube, at)).toBe(all.filter((s) => active(s, day)).length);
				for (const place of PLACES) {
					const here = all.filter((s) => s.place === place && active(s, day));
					expect(membersAt(cube, at, { places: [place] })).toBe(here.length);
					for (const { kind, members } of kindsAt(cube, at, { places: [place] }))
						expect(members).toBe(here.filter((s) => s.kind === kind).length);
				}
				expect(membersAt(cube, at, { places: null })).toBe(all.filter((s) => s.place === null && active(s, day)).length);
			})
		);
	});

	it('parts always sum to the whole: kinds, places and the unplaced', () => {
		fc.assert(
			fc.property(stays, fc.integer({ min: START - 5, max: START + 310 }), (all, day) => {
				const cube = toCube(movementsOf(all));
				const at = dayFromNumber(day);
				const whole = membersAt(cube, at);
				expect(kindsAt(cube, at).reduce((sum, { members }) => sum + members, 0)).toBe(whole);
				expect(membersAt(cube, at, { places: PLACES }) + membersAt(cube, at, { places: null })).toBe(whole);
				const { covered, white } = coverageOf(cube, at, PLACES);
				expect([...covered, ...white].sort()).toEqual(PLACES);
				expect(covered.every((place) => membersAt(cube, at, { places: [place] }) > 0)).toBe(true);
			})
		);
	});

	it('does not depend on the order of the movements', () => {
		fc.assert(
			fc.property(stays, (all) => {
				const forwards = toCube(movementsOf(all));
				const backwards = toCube(movementsOf(all).reverse());
				for (const day of forwards.days) expect(membersAt(backwards, day)).toBe(membersAt(forwards, day));
			})
		);
	});

	it('grows to the count of the last day, in days that ascend', () => {
		fc.assert(
			fc.property(stays, (all) => {
				const cube = toCube(movementsOf(all));
				const until = dayFromNumber(START + 400);
				const days = growthDays(cube, until);
				expect([...days].sort()).toEqual(days);
				expect(new Set(days).size).toBe(days.length);
				const growth = growthOf(cube, days, MEMBER_KINDS.map((kind) => ({ key: kind, slice: { kind } })));
				const last = growth.series.reduce((sum, { members }) => sum + (members.at(-1) ?? 0), 0);
				expect(last).toBe(membersAt(cube, until));
			})
		);
	});
});

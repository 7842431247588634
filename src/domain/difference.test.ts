import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverageOf } from './coverage.ts';
import { toCube, type Movement } from './cube.ts';
import { dayFromNumber, isDay, type Day } from './day.ts';
import { comparedDays, differenceOf, fateOf, moveBetween, MOVES, type Days, type Move } from './difference.ts';
import { MEMBER_KINDS, type MemberKind } from './member.ts';
import type { Membership } from './membership.ts';

const CITIES = ['310000', '320200', '320500', '341100'];
const START = 18_500;
const SPAN = 300;

type Stay = Pick<Membership, 'joined' | 'left'>;
type Person = { readonly place: string | null; readonly kind: MemberKind; readonly stays: readonly Stay[] };

const on = (number: number): { on: Day; precision: 'day' } => ({ on: dayFromNumber(number), precision: 'day' });

/** A member that joins and leaves by turns: the days ascend, and one may leave or come back on the very same day. */
const person: fc.Arbitrary<Person> = fc.record({
	place: fc.option(fc.constantFrom(...CITIES)),
	kind: fc.constantFrom(...MEMBER_KINDS),
	stays: fc.array(fc.integer({ min: 0, max: SPAN }), { minLength: 1, maxLength: 6 }).map((days): Stay[] => {
		const turns = days.toSorted((a, b) => a - b).map((day) => on(START + day));
		return turns.flatMap((joined, i) => (i % 2 === 0 ? [{ joined, left: turns[i + 1] ?? null }] : []));
	})
});
const people = fc.array(person, { maxLength: 40 });
const days: fc.Arbitrary<Days> = fc
	.tuple(fc.integer({ min: -5, max: SPAN + 5 }), fc.integer({ min: -5, max: SPAN + 5 }))
	.map(([a, b]) => ({ from: dayFromNumber(START + Math.min(a, b)), to: dayFromNumber(START + Math.max(a, b)) }));

function cubeOf(all: readonly Person[]) {
	return toCube(
		all.flatMap(({ place, kind, stays }) =>
			stays.flatMap(({ joined, left }): Movement[] => [
				{ place, kind, on: joined.on as Day, joined: 1, left: 0 },
				...(left ? [{ place, kind, on: left.on as Day, joined: 0, left: 1 }] : [])
			])
		)
	);
}

/** Those who joined less those who left. */
function net(all: readonly Person[], between: Days): number {
	const moves = all.map(({ stays }) => moveBetween(stays, between));
	return moves.filter((move) => move === 'joined').length - moves.filter((move) => move === 'left').length;
}

describe('the difference of two days', () => {
	it('joined less left is the change of members: in all, in each city and province, of each kind, not placed', () => {
		fc.assert(
			fc.property(people, days, (all, between) => {
				const difference = differenceOf(cubeOf(all), CITIES, between);
				const changed = ({ from, to }: { from: number; to: number }) => to - from;
				expect(changed(difference.members)).toBe(net(all, between));
				expect(changed(difference.unplaced)).toBe(net(all.filter(({ place }) => place === null), between));
				for (const city of difference.cities)
					expect(changed(city)).toBe(net(all.filter(({ place }) => place === city.code), between));
				for (const province of difference.provinces)
					expect(changed(province)).toBe(net(all.filter(({ place }) => place?.startsWith(province.code.slice(0, 2))), between));
				for (const kind of MEMBER_KINDS)
					expect(changed(difference.kinds.find((row) => row.kind === kind) ?? { from: 0, to: 0 })).toBe(
						net(all.filter((one) => one.kind === kind), between)
					);
			})
		);
	});

	it('new and lost cities are those that coverage gains and loses; the parts sum to the whole on both days', () => {
		fc.assert(
			fc.property(people, days, (all, between) => {
				const cube = cubeOf(all);
				const { cities, covered, members, unplaced, kinds, provinces } = differenceOf(cube, CITIES, between);
				const [then, now] = [coverageOf(cube, between.from, CITIES), coverageOf(cube, between.to, CITIES)];
				const fated = (fate: string) => cities.filter((city) => fateOf(city) === fate).map(({ code }) => code);
				expect(fated('new')).toEqual(now.covered.filter((code) => then.white.includes(code)));
				expect(fated('lost')).toEqual(then.covered.filter((code) => now.white.includes(code)));
				expect(covered.cities).toEqual({ from: then.covered.length, to: now.covered.length });
				for (const day of ['from', 'to'] as const) {
					const sum = (rows: readonly { from: number; to: number }[]) => rows.reduce((total, row) => total + row[day], 0);
					expect(sum(kinds)).toBe(members[day]);
					expect(sum(provinces) + unplaced[day]).toBe(members[day]);
					expect(sum(cities)).toBe(sum(provinces));
				}
			})
		);
	});

	it('says of a place what became of it', () => {
		const cases = [[0, 0, 'none'], [0, 2, 'new'], [2, 0, 'lost'], [2, 2, 'same'], [2, 3, 'more'], [3, 2, 'less']] as const;
		for (const [from, to, fate] of cases) expect(fateOf({ from, to })).toBe(fate);
	});
});

describe('what a member did between two days', () => {
	const stay = (joined: number, left: number | null): Stay => ({ joined: on(joined), left: left === null ? null : on(left) });
	const between: Days = { from: dayFromNumber(100), to: dayFromNumber(200) };
	const cases: readonly [what: string, stays: readonly Stay[], move: Move | null][] = [
		['joins on the last day', [stay(200, null)], 'joined'],
		['joined on the first day already', [stay(100, null)], null],
		['joins on the day after', [stay(201, null)], null],
		['leaves on the last day', [stay(50, 200)], 'left'],
		['had left on the first day already', [stay(50, 100)], null],
		['is gone for one day and comes back', [stay(50, 150), stay(151, null)], 'returned'],
		['leaves and comes back on the same day', [stay(50, 150), stay(150, null)], null],
		['joins and leaves', [stay(120, 150)], 'passed'],
		['joins and leaves on the same day', [stay(120, 120)], null],
		['comes back after years', [stay(10, 50), stay(150, null)], 'joined'],
		['leaves, comes back, and leaves for good', [stay(50, 120), stay(130, 150)], 'left'],
		['never was there', [], null]
	];
	it.each(cases)('%s', (_, stays, move) => {
		expect(moveBetween(stays, between)).toBe(move);
	});

	it('nobody moves within one day', () => {
		fc.assert(
			fc.property(person, days, ({ stays }, { from }) => {
				expect(moveBetween(stays, { from, to: from })).toBeNull();
			})
		);
	});

	it('every move is one that random members make', () => {
		const made = new Set(fc.sample(fc.tuple(person, days), { numRuns: 3000, seed: 7 }).map(([{ stays }, between]) => moveBetween(stays, between)));
		expect([...MOVES, null].filter((move) => !made.has(move))).toEqual([]);
	});
});

describe('the days compared', () => {
	const now = { at: '2026-11-22', today: '2026-11-22', first: '2020-11-21' };

	it('are those of the address', () => {
		expect(comparedDays({ from: '2021-06-30', to: '2023-12-31' }, now)).toEqual({ from: '2021-06-30', to: '2023-12-31' });
		expect(comparedDays({ from: '2023-12-31', to: '2021-06-30' }, now)).toEqual({ from: '2021-06-30', to: '2023-12-31' });
	});

	it('default to the last year up to the day of the page, within the life of the record', () => {
		expect(comparedDays({ from: null, to: null }, now)).toEqual({ from: '2025-11-22', to: '2026-11-22' });
		expect(comparedDays({ from: null, to: null }, { ...now, at: '2024-02-29' })).toEqual({ from: '2023-02-28', to: '2024-02-29' });
		expect(comparedDays({ from: null, to: '2021-06-30' }, now)).toEqual({ from: '2020-11-21', to: '2021-06-30' });
		expect(comparedDays({ from: null, to: '2019-06-30' }, now)).toEqual({ from: '2018-06-30', to: '2019-06-30' });
		expect(comparedDays({ from: null, to: '0000-06-30' }, now)).toEqual({ from: '0000-06-30', to: '0000-06-30' });
		expect(comparedDays({ from: null, to: null }, { ...now, first: null })).toEqual({ from: '2025-11-22', to: '2026-11-22' });
	});

	it('never lie after today', () => {
		expect(comparedDays({ from: '2027-01-01', to: '2028-01-01' }, now)).toEqual({ from: '2025-11-22', to: '2026-11-22' });
	});

	it('are always two days in order, none of them after today', () => {
		const day = fc.integer({ min: START - 4000, max: START + 4000 }).map(dayFromNumber);
		fc.assert(
			fc.property(fc.option(day), fc.option(day), day, day, fc.option(day), (from, to, a, b, first) => {
				const [at, today] = [a, b].sort() as [Day, Day];
				const found = comparedDays({ from, to }, { at, today, first });
				expect(found.from <= found.to && found.to <= today).toBe(true);
				expect([found.from, found.to].every(isDay)).toBe(true);
			})
		);
	});
});

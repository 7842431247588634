import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { membersAt, toCube, type Movement } from './cube.ts';
import { dayFromNumber } from './day.ts';
import { differenceOf, fateOf } from './difference.ts';
import { MEMBER_KINDS } from './member.ts';
import { joinedOf, MOST_JOINED, supposedDay, supposing, writeJoined, type Supposed } from './what-if.ts';

const AT = '2026-11-22';
const CODES = ['310000', '320200', '320500', '330400'];
const kind = fc.constantFrom(...MEMBER_KINDS);
const movement: fc.Arbitrary<Movement> = fc.record({
	place: fc.option(fc.constantFrom(...CODES)),
	kind,
	on: fc.integer({ min: 20_000, max: 21_000 }).map(dayFromNumber),
	joined: fc.nat(3),
	left: fc.constant(0)
});
const supposed: fc.Arbitrary<Supposed> = fc.record({ place: fc.option(fc.constantFrom(...CODES)), kind: fc.option(kind) });

describe('supposed joins', () => {
	test('leave the day as it is recorded, and are all that differs on the day after', () => {
		fc.assert(
			fc.property(fc.array(movement, { maxLength: 30 }), fc.array(supposed, { maxLength: 10 }), (movements, joins) => {
				const [recorded, cube] = [toCube(movements), toCube(supposing(movements, AT, joins))];
				const next = supposedDay(AT);
				for (const place of [...CODES, null])
					for (const each of MEMBER_KINDS) {
						const slice = { places: place === null ? null : [place], kind: each };
						const now = membersAt(recorded, AT, slice);
						expect(membersAt(cube, AT, slice)).toBe(now);
						expect(membersAt(cube, next, slice)).toBe(now + joins.filter((join) => join.place === place && (join.kind ?? 'other') === each).length);
					}
			})
		);
	});

	test('cover a city that had none, and nothing is ever lost', () => {
		fc.assert(
			fc.property(fc.array(movement, { maxLength: 10 }), fc.array(supposed, { maxLength: 10 }), (movements, joins) => {
				const difference = differenceOf(toCube(supposing(movements, AT, joins)), CODES, { from: AT, to: supposedDay(AT) });
				expect(difference.members.to - difference.members.from).toBe(joins.length);
				for (const row of difference.cities) {
					expect(row.to - row.from).toBe(joins.filter(({ place }) => place === row.code).length);
					expect(['none', 'same', 'new', 'more']).toContain(fateOf(row));
				}
			})
		);
	});
});

describe('the prospects of an address', () => {
	test('read back as they were written, without repeats', () => {
		fc.assert(
			fc.property(fc.array(fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/), { maxLength: MOST_JOINED }), (ids) => {
				expect(joinedOf(writeJoined(ids) ?? '')).toEqual([...new Set(ids)]);
			})
		);
	});

	test('leave out what is none, and stop at the most', () => {
		expect(joinedOf("a,,A,../x,b c,a,' or 1")).toEqual(['a']);
		expect(joinedOf(writeJoined(Array.from({ length: 200 }, (_, i) => `p${i}`)) ?? '')).toHaveLength(MOST_JOINED);
	});
});

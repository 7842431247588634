import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { addDays } from './day.ts';
import { course, evaluate, forecastBy, outlooks, subjectOf, type ScopeFacts } from './target-evaluation.ts';
import { stateOf, TARGET_STATES, type Judged } from './target-state.ts';
import { targetSchema, type TargetInput } from './target.ts';

const CITIES = ['320200', '320500', '330100', '330400', '340100'];

const FACTS: ScopeFacts = {
	founded: '2020-11-21',
	areas: CITIES,
	movements: [
		{ place: '320200', kind: 'park', on: '2020-11-21', joined: 10, left: 0 },
		{ place: '320500', kind: 'museum', on: '2024-06-01', joined: 4, left: 0 },
		{ place: null, kind: 'park', on: '2025-03-01', joined: 2, left: 0 },
		{ place: '330100', kind: 'park', on: '2026-02-01', joined: 3, left: 0 },
		{ place: '330100', kind: 'park', on: '2026-05-01', joined: 0, left: 3 },
		{ place: '330400', kind: 'park', on: '2026-09-01', joined: 5, left: 0 }
	],
	conversions: [],
	prospects: [
		{ place: '340100', chance: 0.5, expected: null },
		{ place: '330100', chance: 0.4, expected: '2027-12-31' }
	],
	projects: [
		{ since: null, projects: 1 },
		{ since: '2025-01-31', projects: 3 },
		{ since: '2026-12-31', projects: 2 }
	]
};

const target = (over: Partial<TargetInput> = {}) =>
	v.parse(targetSchema, { id: 't', name: { zh: '示例目标' }, metric: 'members', start: '2025-01-01', due: '2026-12-31', value: 30, ...over });
const at = (day: string, today = '2026-06-30') => ({ at: day, today });
const of = (over: Partial<TargetInput>, when = at('2026-06-30')) => evaluate(subjectOf(target(over), FACTS), when);

describe('the evaluation of a target', () => {
	test('members: the record, a straight pace, the prospects, a forecast', () => {
		const now = of({});
		expect(now).toMatchObject({ on: '2026-06-30', start: 14, actual: 16, needed: 30, reachedOn: null });
		expect(now.expected).toBeCloseTo(14 + (16 * 545) / 729, 10);
		expect(now.gap).toBeCloseTo(16 - now.expected, 10);
		// 184 days of a year remain for the one without a day of its own; the other is expected later.
		expect(now.pipeline).toBeCloseTo((0.5 * 184) / 365, 10);
		// What is on record for September is counted on top of the prospects.
		expect(now.outlook.mean).toBeGreaterThan(16 + 5 - 1);
		expect(now.outlook.low).toBeLessThanOrEqual(now.outlook.middle);
		expect(now.outlook.middle).toBeLessThanOrEqual(now.outlook.high);
	});

	test('a day of the past knows nothing of what came later', () => {
		const then = of({}, at('2026-03-01'));
		expect(then.actual).toBe(19);
		expect(then.outlook.mean).toBeLessThan(of({ value: 30 }, at('2026-03-01', '2026-03-01')).outlook.mean - 1);
	});

	test('cities and the share of them are the same count', () => {
		const cities = of({ metric: 'cities', value: 4 });
		const coverage = of({ metric: 'coverage', value: 0.8 });
		expect(cities).toMatchObject({ actual: 2, needed: 4, of: 5, start: 2 });
		expect({ ...coverage, state: cities.state }).toEqual(cities);
		expect(of({ metric: 'coverage', value: 0.61 }).needed).toBe(4);
		expect(of({ metric: 'coverage', value: 0.6 }).needed).toBe(3);
		expect(cities.areas.map(({ code, members }) => [code, members])).toEqual([['320200', 10], ['320500', 4], ['330100', 0], ['330400', 5], ['340100', 0]]);
	});

	test('projects whose beginning nobody reported count on every day', () => {
		expect(of({ metric: 'projects', value: 8, start: '2024-01-01' })).toMatchObject({ start: 1, actual: 4, pipeline: 0 });
	});

	test('a value somebody agreed on for the start stands in place of the record', () => {
		expect(of({ startValue: 2 }).start).toBe(2);
		expect(of({ metric: 'coverage', value: 0.8, startValue: 0.2 }).start).toBe(1);
	});

	test('is judged on the due day, and says on which day it was reached', () => {
		expect(of({ value: 16 }, at('2026-06-30'))).toMatchObject({ state: 'reached', reachedOn: '2025-03-01', chance: expect.any(Number) });
		expect(of({ value: 17, due: '2026-04-30' })).toMatchObject({ on: '2026-04-30', actual: 19, state: 'reached', chance: 1, reachedOn: '2026-02-01' });
		// It stood there for a while, but no longer when the day came.
		expect(of({ value: 17, due: '2026-06-01' })).toMatchObject({ actual: 16, state: 'missed', chance: 0, reachedOn: '2026-02-01' });
		expect(of({ value: 40, due: '2026-06-30' }).state).toBe('at_risk');
	});

	test('before its start it expects what stands', () => {
		expect(of({ start: '2026-10-01', value: 17 })).toMatchObject({ start: 16, expected: 16, gap: 0, reachedOn: null });
	});

	test('the higher the value, the smaller the chance', () => {
		fc.assert(
			fc.property(fc.constantFrom('members' as const, 'cities' as const, 'projects' as const), fc.nat(60), fc.nat(20), (metric, value, more) => {
				const chance = (n: number) => of({ metric, value: n }).chance;
				expect(chance(value + more)).toBeLessThanOrEqual(chance(value) + 1e-12);
			}),
			{ numRuns: 40 }
		);
	});

	test('forecasts begin at what stands, end with the due day, and add up to 1 on the way', () => {
		const subject = subjectOf(target(), FACTS);
		const days = outlooks(subject, at('2026-06-30'));
		expect(days[0]).toEqual({ on: '2026-06-30', low: 16, middle: 16, high: 16, mean: 16 });
		expect(days.at(-1)).toEqual(of({}).outlook);
		for (const { on } of days.slice(1)) {
			const { chances } = forecastBy(subject, on, at('2026-06-30')).value;
			expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 10);
		}
		expect(outlooks(subject, at('2027-01-05', '2027-01-05'))).toEqual([]);
		expect(course(subject, at('2026-06-30')).map(({ on, value }) => [on, value])).toEqual([
			['2025-01-01', 14],
			['2025-03-01', 16],
			['2026-02-01', 19],
			['2026-05-01', 16],
			['2026-06-30', 16]
		]);
	});
});

describe('the state of a target', () => {
	const judged: Judged = { at: '2026-06-30', due: '2026-12-31', actual: 20, needed: 30, expected: 20.9, chance: 0.5 };

	test('each has its rule', () => {
		expect(stateOf(judged)).toBe('on_pace');
		expect(stateOf({ ...judged, expected: 21 })).toBe('behind');
		expect(stateOf({ ...judged, chance: 0.49 })).toBe('at_risk');
		expect(stateOf({ ...judged, actual: 30, chance: 0.1 })).toBe('reached');
		expect(stateOf({ ...judged, at: '2026-12-31', chance: 0 })).toBe('at_risk');
		expect(stateOf({ ...judged, at: '2027-01-01' })).toBe('missed');
	});

	test('more members or a better chance never make it worse', () => {
		const numbers = fc.record({ actual: fc.nat(40), expected: fc.double({ min: 0, max: 40, noNaN: true }), chance: fc.double({ min: 0, max: 1, noNaN: true }), ahead: fc.integer({ min: -9, max: 9 }) });
		fc.assert(
			fc.property(numbers, fc.nat(9), fc.double({ min: 0, max: 1, noNaN: true }), ({ ahead, ...rest }, more, better) => {
				const one = { ...judged, ...rest, at: addDays(judged.due, ahead) };
				const other = { ...one, actual: one.actual + more, chance: Math.max(one.chance, better) };
				expect(TARGET_STATES.indexOf(stateOf(other))).toBeLessThanOrEqual(TARGET_STATES.indexOf(stateOf(one)));
			})
		);
	});
});

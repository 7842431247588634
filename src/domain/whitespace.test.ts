import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { membersAt, toCube, type Movement } from './cube.ts';
import { MEMBER_KINDS } from './member.ts';
import { mostTenths, SOUGHT_KINDS, SPACE_SETS, whiteSpaces, type Ground, type Hopeful, type WhiteSpace } from './whitespace.ts';
import { MOST_WEIGHT, REASONS, USUAL_WEIGHTS, type Reason, type Weights } from './whitespace-weight.ts';

const AT = '2026-11-22';
const CODES = ['310000', '320200', '320400', '320500', '330400', '330500'] as const;
/** A ring, each city beside the next. */
const CITIES = CODES.map((code, i) => ({ code, neighbours: [CODES.at(i - 1)!, CODES[(i + 1) % CODES.length]!].toSorted() }));
const GROUPS = [
	{ id: 'core', areas: ['310000', '320200', '320400', '320500'] },
	{ id: 'lake', areas: ['310114', '320200', '330500'] },
	{ id: 'south', areas: ['330400', '330500'] }
];

const joined = (place: string, kind: Movement['kind'] = 'park'): Movement => ({ place, kind, on: '2024-01-01', joined: 1, left: 0 });
const groundOf = (over: Partial<Ground> & { movements?: readonly Movement[] } = {}): Ground => {
	const { movements = [], ...rest } = over;
	return { cube: toCube(movements), at: AT, cities: CITIES, groups: GROUPS, hopefuls: [], projects: new Map(), partners: new Map(), ...rest };
};
const only = (reason: Reason, weight: number): Weights => ({ ...(Object.fromEntries(REASONS.map((each) => [each, 0])) as Record<Reason, number>), [reason]: weight });
const of = (spaces: readonly WhiteSpace[], city: string, kind: WhiteSpace['kind'] = null): WhiteSpace => {
	const found = spaces.find((space) => space.city === city && space.kind === kind);
	if (!found) throw new Error(`no white space ${city} ${kind}`);
	return found;
};

const weights = fc.record(Object.fromEntries(REASONS.map((reason) => [reason, fc.nat(MOST_WEIGHT)])) as Record<Reason, fc.Arbitrary<number>>);
const hopeful: fc.Arbitrary<Hopeful> = fc.record({
	id: fc.stringMatching(/^[a-z]{3}$/),
	city: fc.option(fc.constantFrom(...CODES)),
	kind: fc.option(fc.constantFrom(...MEMBER_KINDS)),
	chance: fc.double({ min: 0, max: 1, noNaN: true }),
	stalled: fc.boolean()
});
const counts = fc.array(fc.tuple(fc.constantFrom(...CODES), fc.nat(5)), { maxLength: 8 }).map((pairs) => new Map<string, number>(pairs));
const grounds: fc.Arbitrary<Ground> = fc
	.record({
		movements: fc.array(fc.tuple(fc.constantFrom(...CODES), fc.constantFrom(...MEMBER_KINDS)).map(([place, kind]) => joined(place, kind)), { maxLength: 12 }),
		hopefuls: fc.array(hopeful, { maxLength: 8 }),
		projects: counts,
		partners: counts
	})
	.map(groundOf);
const asked = fc.record({ set: fc.constantFrom(...SPACE_SETS), kind: fc.option(fc.constantFrom(...MEMBER_KINDS)) });

describe('the ranking of white spaces', () => {
	test('names exactly the places that have none, each once', () => {
		fc.assert(
			fc.property(grounds, weights, (ground, w) => {
				const empty = CODES.filter((code) => membersAt(ground.cube, AT, { places: [code] }) === 0);
				const pairs = CODES.flatMap((code) => SOUGHT_KINDS.filter((kind) => membersAt(ground.cube, AT, { places: [code], kind }) === 0).map((kind) => `${code} ${kind}`));
				const named = (set: (typeof SPACE_SETS)[number]) => whiteSpaces(ground, w, { set }).map(({ city, kind }) => `${city} ${kind ?? ''}`.trim()).sort();
				expect(named('cities')).toEqual(empty.toSorted());
				expect(named('kinds')).toEqual(pairs.toSorted());
				expect(named('all')).toEqual([...empty, ...pairs.filter((pair) => !empty.some((code) => pair.startsWith(code)))].sort());
			})
		);
	});

	test('is by score, and equal scores stay in the order of the cities and kinds', () => {
		fc.assert(
			fc.property(grounds, weights, asked, (ground, w, filter) => {
				const spaces = whiteSpaces(ground, w, filter);
				const place = ({ city, kind }: WhiteSpace): number => CODES.indexOf(city as never) * 100 + (kind === null ? -1 : MEMBER_KINDS.indexOf(kind));
				for (const [i, space] of spaces.slice(1).entries()) {
					const before = spaces[i]!;
					expect(before.tenths > space.tenths || (before.tenths === space.tenths && place(before) < place(space))).toBe(true);
				}
				expect(whiteSpaces(ground, w, filter)).toEqual(spaces);
			})
		);
	});

	test('a score is the sum of its reasons, each between nothing and its weight', () => {
		fc.assert(
			fc.property(grounds, weights, asked, (ground, w, filter) => {
				for (const { reasons, tenths, kind } of whiteSpaces(ground, w, filter)) {
					expect(reasons.reduce((sum, reason) => sum + reason.tenths, 0)).toBe(tenths);
					expect(tenths).toBeLessThanOrEqual(mostTenths(w, kind !== null));
					expect(reasons.map(({ reason }) => reason)).toEqual(REASONS.filter((each) => reasons.some(({ reason }) => reason === each)));
					for (const { reason, tenths: points, share } of reasons) {
						expect(points).toBeGreaterThan(0);
						expect(points).toBeLessThanOrEqual(w[reason] * 10);
						expect(share).toBeLessThanOrEqual(1);
					}
				}
			})
		);
	});

	test('a weight of 0 removes its reason, and no score falls as a weight grows', () => {
		fc.assert(
			fc.property(grounds, weights, asked, fc.constantFrom(...REASONS), (ground, w, filter, reason) => {
				const less = whiteSpaces(ground, { ...w, [reason]: 0 }, filter);
				const more = whiteSpaces(ground, { ...w, [reason]: MOST_WEIGHT }, filter);
				expect(less.flatMap(({ reasons }) => reasons).some((each) => each.reason === reason)).toBe(false);
				for (const space of less) expect(of(more, space.city, space.kind).tenths).toBeGreaterThanOrEqual(space.tenths);
			})
		);
	});

	test('no score falls when a reason grows: one prospect, project or partner more', () => {
		fc.assert(
			fc.property(grounds, weights, asked, fc.constantFrom(...CODES), hopeful, (ground, w, filter, code, one) => {
				const raised = (counted: ReadonlyMap<string, number>) => new Map([...counted, [code, (counted.get(code) ?? 0) + 1]]);
				const grown = { ...ground, hopefuls: [...ground.hopefuls, one], projects: raised(ground.projects), partners: raised(ground.partners) };
				const after = whiteSpaces(grown, w, filter);
				for (const space of whiteSpaces(ground, w, filter)) expect(of(after, space.city, space.kind).tenths).toBeGreaterThanOrEqual(space.tenths);
			})
		);
	});
});

describe('the reasons', () => {
	test('neighbours count by the share that has members, of the kind where a kind is meant', () => {
		const ground = groundOf({ movements: [joined('310000'), joined('320400'), joined('320400', 'museum')] });
		const spaces = whiteSpaces(ground, only('neighbours', 10), { set: 'kinds' });
		expect(of(spaces, '320200', 'park')).toMatchObject({ tenths: 100, reasons: [{ reason: 'neighbours', covered: ['310000', '320400'], of: 2 }] });
		expect(of(spaces, '320200', 'museum')).toMatchObject({ tenths: 50, reasons: [{ covered: ['320400'], of: 2 }] });
		expect(of(spaces, '320200', 'think_tank').reasons).toEqual([]);
		expect(whiteSpaces(ground, USUAL_WEIGHTS, { kind: 'other' }).map(({ city }) => city).sort()).toEqual([...CODES].sort());
	});

	test('the widest group stands apart from the others, and a district brings its city in', () => {
		const spaces = whiteSpaces(groundOf(), { ...only('zone', 4), groups: 6 }, { set: 'cities' });
		expect(of(spaces, '320200').reasons).toEqual([
			{ reason: 'zone', group: 'core', share: 1, tenths: 40 },
			{ reason: 'groups', groups: ['lake'], share: 0.5, tenths: 30 }
		]);
		expect(of(spaces, '310000').reasons).toMatchObject([{ reason: 'zone' }, { reason: 'groups', groups: ['lake'] }]);
		expect(of(spaces, '330500')).toMatchObject({ tenths: 60, reasons: [{ groups: ['lake', 'south'], share: 1 }] });
	});

	test('prospects count by the chance that at least one joins; a stalled one is a reason of its own', () => {
		const hopefuls: Hopeful[] = [
			{ id: 'a', city: '320200', kind: 'museum', chance: 0.5, stalled: false },
			{ id: 'b', city: '320200', kind: null, chance: 0.5, stalled: true },
			{ id: 'c', city: null, kind: 'museum', chance: 1, stalled: true }
		];
		const w = { ...only('prospect', 10), stalled: 2 };
		const whole = of(whiteSpaces(groundOf({ hopefuls }), w), '320200');
		expect(whole.reasons).toMatchObject([
			{ reason: 'prospect', prospects: ['a', 'b'], chance: 0.75, tenths: 75 },
			{ reason: 'stalled', prospects: ['b'], tenths: 20 }
		]);
		expect(of(whiteSpaces(groundOf({ hopefuls }), w, { kind: 'museum' }), '320200', 'museum').reasons).toMatchObject([{ prospects: ['a'], tenths: 50 }]);
	});

	test('a kind that nobody in the province is of, and only then', () => {
		const ground = groundOf({ movements: [joined('320400', 'museum')] });
		const spaces = whiteSpaces(ground, only('kind', 4), { kind: 'museum' });
		expect(of(spaces, '320200', 'museum').reasons).toEqual([]);
		expect(of(spaces, '330400', 'museum').reasons).toEqual([{ reason: 'kind', province: '330000', share: 1, tenths: 40 }]);
	});

	test('projects and partners count up to a few', () => {
		const ground = groundOf({ projects: new Map([['320200', 1], ['320400', 9]]), partners: new Map([['320200', 1]]) });
		const spaces = whiteSpaces(ground, { ...only('projects', 10), partners: 10 }, { set: 'cities' });
		expect(of(spaces, '320200').reasons).toMatchObject([{ projects: 1, tenths: 33 }, { partners: 1, tenths: 50 }]);
		expect(of(spaces, '320400').reasons).toMatchObject([{ projects: 9, tenths: 100 }]);
	});

	test('a city that gets its first member is no white space any more, and a former member does not fill one', () => {
		const gone: Movement[] = [joined('320200'), { place: '320200', kind: 'park', on: '2025-01-01', joined: 0, left: 1 }];
		expect(of(whiteSpaces(groundOf({ movements: gone }), USUAL_WEIGHTS, { set: 'cities' }), '320200').reasons[0]?.reason).toBe('whole');
		expect(whiteSpaces(groundOf({ movements: [joined('320200')] }), USUAL_WEIGHTS, { set: 'cities' }).map(({ city }) => city)).not.toContain('320200');
	});
});

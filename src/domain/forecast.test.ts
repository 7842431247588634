import { describe, expect, test } from 'vitest';
import { arrivals, departures, meanArrivals } from './arrival.ts';
import type { Movement } from './cube.ts';
import { chanceOfAtLeast, meanOf, quantileOf, type Distribution } from './distribution.ts';
import { coveredBy, membersBy, projectsBy, type ForecastFacts } from './forecast.ts';
import type { Adcode } from './place.ts';
import { chanceBy } from './target-prospect.ts';

const RUNS = 40_000;

/** A stream of numbers in [0, 1), the same for the same seed (mulberry32). */
function streamOf(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
	};
}

function normal(random: () => number): number {
	return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Marsaglia and Tsang; shapes below 1 by way of the next one up. */
function gamma(random: () => number, shape: number): number {
	if (shape < 1) return gamma(random, shape + 1) * (1 - random()) ** (1 / shape);
	const d = shape - 1 / 3;
	for (;;) {
		const x = normal(random);
		const v = (1 + x / Math.sqrt(9 * d)) ** 3;
		if (v > 0 && Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
	}
}

function poisson(random: () => number, mean: number): number {
	let n = -1;
	for (let time = 0; time <= mean; n++) time -= Math.log(1 - random());
	return n;
}

/** Compares by standard errors: five of them pass by chance once in a million. */
function expectSame(exact: Distribution, drawn: readonly number[]): void {
	for (const n of [0.1, 0.3, 0.5, 0.7, 0.9].map((share) => quantileOf(exact, share))) {
		const chance = chanceOfAtLeast(exact, n);
		const seen = drawn.filter((value) => value >= n).length / drawn.length;
		expect(Math.abs(seen - chance), `P(at least ${n}) = ${chance}, simulated ${seen}`).toBeLessThan(5 * Math.sqrt((chance * (1 - chance)) / drawn.length) + 1e-6);
	}
	const mean = drawn.reduce((sum, value) => sum + value, 0) / drawn.length;
	const spread = Math.sqrt(drawn.reduce((sum, value) => sum + (value - mean) ** 2, 0) / drawn.length);
	expect(Math.abs(mean - meanOf(exact))).toBeLessThan((5 * spread) / Math.sqrt(drawn.length) + 1e-6);
	expect(exact.chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 10);
}

const draw = (seed: number, one: (random: () => number) => number): number[] => {
	const random = streamOf(seed);
	return Array.from({ length: RUNS }, () => one(random));
};

/** Occasions at a rate that is itself uncertain, each like a recorded one, thinned. */
function comeBy(random: () => number, occasions: readonly (readonly number[])[], seen: number, days: number): number {
	let come = 0;
	for (let n = poisson(random, (gamma(random, occasions.length + 0.5) / seen) * days); n > 0; n--) {
		const occasion = occasions[Math.floor(random() * occasions.length)] ?? [1];
		come += occasion.filter((chance) => random() < chance).length;
	}
	return come;
}

describe('arrivals', () => {
	const cases = [
		['none on record', [], 1096, 365],
		['one at a time', Array.from({ length: 20 }, () => [1]), 1096, 200],
		['rounds and single ones', [[1], [1], Array<number>(12).fill(1), Array<number>(8).fill(1), [1, 1]], 1096, 400],
		['mostly by prospects', [[0.2, 0.9], [0], [1, 0.4, 0.4]], 900, 500],
		['longer ahead than on record', [[1], [1, 1, 1]], 365, 1500]
	] as const;
	test.each(cases)('%s: as simulated', (_, occasions, seen, days) => {
		const exact = arrivals({ occasions, days: seen }, days);
		expectSame(exact, draw(7, (random) => comeBy(random, occasions, seen, days)));
		expect(meanOf(exact)).toBeCloseTo(meanArrivals({ occasions, days: seen }, days), 6);
	});

	test('a record of thousands of occasions stays exact', () => {
		const occasions = Array.from({ length: 6000 }, () => [1]);
		const exact = arrivals({ occasions, days: 1000 }, 500);
		const [shape, q] = [6000.5, 500 / 1500];
		const mean = (shape * q) / (1 - q);
		expect(meanOf(exact)).toBeCloseTo(mean, 5);
		const variance = exact.chances.reduce((sum, chance, i) => sum + chance * (exact.least + i - mean) ** 2, 0);
		expect(variance).toBeCloseTo((shape * q) / (1 - q) ** 2, 2);
	});

	test('nothing comes in no time', () => {
		expect(arrivals({ occasions: [[1]], days: 365 }, 0)).toEqual({ least: 0, chances: [1] });
	});
});

test('departures never exceed those who are there', () => {
	const exact = departures({ left: 3, memberDays: 4000 }, 5, 900);
	expect(exact.least).toBe(0);
	expect(exact.chances.length).toBeLessThanOrEqual(6);
	const drawn = draw(3, (random) => {
		for (;;) {
			const left = poisson(random, (gamma(random, 3.5) / 4000) * 5 * 900);
			if (left <= 5) return left;
		}
	});
	expectSame(exact, drawn);
});

const move = (place: Adcode | null, on: string, joined: number, left = 0): Movement => ({ place, kind: 'park', on, joined, left });

const CITIES = ['320200', '320500', '330100', '330400', '330500', '340100', '340500', '341100'];
const FACTS: ForecastFacts = {
	founded: '2020-11-21',
	movements: [
		move('320200', '2020-11-21', 9),
		move(null, '2020-11-21', 3),
		move('320500', '2024-03-01', 2),
		move('320200', '2024-03-01', 1),
		move('330400', '2025-05-10', 1),
		move('330100', '2025-05-10', 3),
		move('320200', '2025-08-01', 0, 2),
		move('330400', '2026-02-01', 1)
	],
	conversions: [
		{ place: '330100', joined: '2025-05-10', noted: '2025-01-10' },
		{ place: '330400', joined: '2026-02-01', noted: '2024-06-01' }
	],
	prospects: [
		{ place: '330500', chance: 0.6, expected: '2027-03-01' },
		{ place: '330500', chance: 0.3, expected: null },
		{ place: '340100', chance: 0.9, expected: '2028-03-01' },
		{ place: '340500', chance: 0.35, expected: '2026-01-01' },
		{ place: '320200', chance: 0.8, expected: '2026-12-31' },
		{ place: null, chance: 0.5, expected: null }
	]
};
const AHEAD = { at: '2026-06-30', by: '2027-06-30' };
const DAYS = 365;
/** 36 months before the day. */
const SEEN = 1096;

test('prospects count by when they are expected', () => {
	expect(FACTS.prospects.map((prospect) => chanceBy(prospect, AHEAD.at, AHEAD.by))).toEqual([0.6, 0.3, 0, 0.35, 0.8, 0.5]);
	expect(chanceBy({ place: null, chance: 0.5, expected: null }, '2026-06-30', '2026-09-11')).toBeCloseTo(0.1, 10);
	expect(chanceBy({ place: null, chance: 0.5, expected: '2026-07-01' }, '2026-06-30', '2026-06-30')).toBe(0);
});

test('members: as simulated from leaves, prospects and other arrivals', () => {
	const standing = 18;
	const occasions = [[1, 1, 1], [1 - 120 / DAYS, 1, 1, 1], [0]];
	// The days from each join, or the window's start, to the day looked at from.
	const memberDays = 12 * SEEN + 3 * 851 + 4 * 416 - 2 * 333 + 1 * 149;
	const drawn = draw(11, (random) => {
		let left = Infinity;
		while (left > standing) left = poisson(random, (gamma(random, 2.5) / memberDays) * standing * DAYS);
		const joined = [0.6, 0.3, 0.35, 0.8, 0.5].filter((chance) => random() < chance).length;
		return standing - left + joined + comeBy(random, occasions, SEEN, DAYS);
	});
	expectSame(membersBy(FACTS, standing, AHEAD), drawn);
});

test('cities: as simulated, one that is reached in both ways counting once', () => {
	const present = new Map(CITIES.map((code) => [code, { '320200': 8, '320500': 2, '330100': 3, '330400': 2 }[code] ?? 0]));
	const exact = coveredBy(FACTS, present, AHEAD);
	// Seven of the eight cities were bare before March 2024, six before May 2025, and four are now.
	const occasions = [[4 / 7], [4 / 6, 4 / 6]];
	const memberDays = 12 * SEEN + 3 * 851 + 4 * 416 - 2 * 333 + 1 * 149;
	const [shape, q] = [2.5, DAYS / (memberDays + DAYS)];
	const [none, one] = [(1 - q) ** shape, shape * q * (1 - q) ** shape];
	const leaving = one / (none + one);
	const white: readonly (readonly number[])[] = [[0.6, 0.3], [0], [0.35], [0]];
	const drawn = draw(5, (random) => {
		const bare = white.map((chances) => chances.some((chance) => random() < chance));
		const order = white.map((_, i) => ({ i, by: random() })).sort((a, b) => a.by - b.by);
		const come = Math.min(white.length, comeBy(random, occasions, SEEN, DAYS));
		for (const { i } of order.slice(0, come)) bare[i] = true;
		const kept = [[8, 0.8], [2, 0], [3, 0], [2, 0]].filter(([members, joins]) => random() < (joins as number) || random() >= leaving ** (members as number)).length;
		return kept + bare.filter(Boolean).length;
	});
	expectSame(exact.value, drawn);
	expect(meanOf(exact.value)).toBeCloseTo(exact.areas.reduce((sum, { chance }) => sum + chance, 0), 8);
});

test('projects: those on record and those that begin', () => {
	const begun = [{ since: null, projects: 2 }, { since: '2020-12-01', projects: 3 }, { since: '2024-01-31', projects: 2 }, { since: '2025-12-31', projects: 1 }];
	expectSame(projectsBy(begun, 8, '2020-11-21', AHEAD), draw(2, (random) => 8 + comeBy(random, [[1, 1], [1]], SEEN, DAYS)));
});

test('whoever came as a prospect comes again only as one that is not on the list yet', () => {
	const alone = { ...FACTS, prospects: [] };
	const none = membersBy({ ...alone, conversions: [] }, 18, AHEAD);
	const some = membersBy(alone, 18, AHEAD);
	expect(meanOf(some)).toBeLessThan(meanOf(none));
});

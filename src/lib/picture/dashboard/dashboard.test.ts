import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { membersAt, toCube, type Movement } from '#domain/cube.ts';
import { addDays, dayFromNumber } from '#domain/day.ts';
import { MEMBER_KINDS } from '#domain/member.ts';
import { METRICS } from '#domain/metric.ts';
import { packCube } from '#domain/packed-cube.ts';
import { cityCode } from '#domain/place.ts';
import { PROJECT_CATEGORIES, PROJECT_STATUSES } from '#domain/project.ts';
import { stopsOf } from '#domain/stops.ts';
import { DEFAULT_VIEW, type View } from '#domain/view.ts';
import { cityCodes } from '#geo/regions/city.ts';
import { plainText } from '#lib/i18n/sentence.ts';
import { dashboardScene } from './dashboard-scene.ts';
import { dashboardAt, ready, type Ready } from './dashboard.ts';
import type { DashboardFacts } from './facts.ts';
import { common, cubeOf, scopeOf } from './filter.ts';
import { dashboardGrowth } from './growth.ts';
import { metricValue } from './metric.ts';
import { dashboardSentence } from './sentence.ts';
import { packFacts, unpackFacts } from './travel.ts';

const START = 18_600;
const TODAY = dayFromNumber(START + 800);
const CITIES = ['310000', '320200', '320500', '330500', '341100'];
const DISTRICTS = ['310114', '310118', '341102'];
const GROUPS = [
	{ id: 'cities', name: { zh: '五城', en: 'Five' }, areas: ['310000', '320200', '330500'] },
	{ id: 'mixed', name: { zh: '两区一市', en: 'Mixed' }, areas: ['310114', '310118', '320200'] }
];

const day = fc.integer({ min: START, max: START + 800 }).map(dayFromNumber);
/** Stays of members, each in a district of its city or in none that is known. */
const stays = fc.array(
	fc.record({
		place: fc.option(fc.constantFrom(...CITIES.map((city) => ({ city, district: null as string | null })), ...DISTRICTS.map((district) => ({ city: cityCode(district), district })))),
		kind: fc.constantFrom(...MEMBER_KINDS.slice(0, 4)),
		from: fc.nat(780),
		stay: fc.option(fc.nat(300))
	}),
	{ maxLength: 40 }
);
type Stay = typeof stays extends fc.Arbitrary<(infer S)[]> ? S : never;
const projects = fc.array(
	fc.record({
		since: fc.option(day),
		status: fc.option(fc.constantFrom(...PROJECT_STATUSES)),
		category: fc.constantFrom(...PROJECT_CATEGORIES.slice(0, 3)),
		cities: fc.uniqueArray(fc.constantFrom(...CITIES), { maxLength: 3 }).map((codes) => codes.sort()),
		projects: fc.integer({ min: 1, max: 3 })
	}),
	{ maxLength: 12 }
);

function movementsOf(all: readonly Stay[], placeOf: (stay: Stay) => string | null): Movement[] {
	return all.flatMap((stay) => {
		const on = dayFromNumber(START + stay.from);
		const base = { place: placeOf(stay), kind: stay.kind };
		return [{ ...base, on, joined: 1, left: 0 }, ...(stay.stay === null ? [] : [{ ...base, on: addDays(on, stay.stay), joined: 0, left: 1 }])];
	});
}

const facts = fc.tuple(stays, projects).map(([all, cells]): DashboardFacts => {
	const byCity = movementsOf(all, ({ place }) => place?.city ?? null);
	const stops = stopsOf(toCube(byCity).days, [], TODAY);
	const byDistrict = movementsOf(all, ({ place }) => place?.district ?? null).filter(({ place }) => place !== null);
	return {
		today: TODAY,
		stops,
		members: packCube(byCity, stops),
		districts: packCube(byDistrict, stops),
		batches: [
			{
				event: { id: 'first', title: { zh: '首批', en: 'First' }, short: null, city: '320200', held: { on: dayFromNumber(START), precision: 'day' } },
				cells: all.map(({ place, kind, from }) => ({ on: dayFromNumber(START + from), city: place?.city ?? null, kind, members: 1 })).sort((a, b) => (a.on < b.on ? -1 : 1))
			}
		],
		reported: [{ on: dayFromNumber(START), qualifier: 'nearly', value: 30, source: null }],
		groups: GROUPS,
		projects: cells,
		links: cells.filter(({ cities }) => cities.length > 1).map(({ since, category, cities }, i) => ({ id: `p${i}`, since, category, cities })),
		seat: '320200',
		allProvinces: [],
		events: [],
		unplaced: []
	};
});
const views = fc
	.record({
		kind: fc.option(fc.constantFrom(...MEMBER_KINDS.slice(0, 4))),
		province: fc.option(fc.constantFrom('310000', '320000', '999999')),
		group: fc.option(fc.constantFrom('cities', 'mixed', 'none')),
		city: fc.option(fc.constantFrom('310000', '320200')),
		category: fc.option(fc.constantFrom(...PROJECT_CATEGORIES.slice(0, 3))),
		metric: fc.constantFrom(...METRICS),
		by: fc.constantFrom('kind' as const, 'province' as const)
	})
	.map((view): View => ({ ...DEFAULT_VIEW, ...view }));

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);

describe('a dashboard under any filters, at every stop', () => {
	test('kinds, provinces, cities, map and growth add up to the figure', () => {
		fc.assert(
			fc.property(facts, views, (given, view) => {
				const from = ready(given);
				for (const at of given.stops.filter((_, i, all) => i % 7 === 0 || i === all.length - 1)) {
					const now = dashboardAt(from, at, view);
					const { members, unplaced } = now.headline;
					expect(sum(now.kinds.map((row) => row.members))).toBe(members);
					expect(sum(now.provinces.map((row) => row.members)) + unplaced).toBe(members);
					expect(sum(now.rows.map((row) => row.members)) + unplaced).toBe(members);
					const cube = cubeOf(from, now.scope);
					const scene = dashboardScene({ now, cube, locale: 'zh-CN', view: { ...view, metric: 'members' }, links: [], outlines: [], description: '' }).scene;
					expect(sum(scene.areas.map(({ value }) => value ?? 0)) + unplaced).toBe(members);
					expect(sum(scene.areas.flatMap(({ kinds }) => kinds.map((slice) => slice.members))) + unplaced).toBe(members);
					const growth = dashboardGrowth({ ...given, cube, at, locale: 'zh-CN', view, scope: now.scope });
					const until = growth.days.findLastIndex((each) => each <= at);
					expect(sum(growth.bands.map((band) => band.members[until] ?? 0))).toBe(until === -1 ? 0 : members);
				}
			}),
			{ numRuns: 60 }
		);
	});

	test('says in its sentence what its figures say', () => {
		fc.assert(
			fc.property(facts, views, (given, view) => {
				const now = dashboardAt(ready(given), TODAY, view);
				for (const locale of ['zh-CN', 'en'] as const) {
					const text = plainText(dashboardSentence(now, view.metric, locale));
					if (now.headline.members > 0) expect(text).toContain(String(now.headline.members));
					if (view.metric === 'newest' && now.newest) expect(text).toContain(now.newest.slice(0, 4));
				}
			})
		);
	});

	test('the map shows the metric of each city as the table does, and tells none from unknown', () => {
		fc.assert(
			fc.property(facts, views, (given, view) => {
				const from = ready(given);
				const now = dashboardAt(from, TODAY, view);
				const { areas } = dashboardScene({ now, cube: cubeOf(from, now.scope), locale: 'en', view, links: [], outlines: [], description: '' }).scene;
				expect(areas.map(({ code }) => code)).toEqual(cityCodes);
				for (const area of areas) {
					const row = now.rows.find(({ code }) => code === area.code);
					expect(Boolean(area.muted)).toBe(!row);
					if (!row || view.metric === 'members') continue;
					const value = metricValue(view.metric, row, TODAY);
					expect(area.step === null).toBe(value === null);
					expect(area.step === 0).toBe(value === 'none');
					expect(area.figure !== null).toBe(typeof value === 'number');
				}
			}),
			{ numRuns: 60 }
		);
	});

	test('travels in a page without losing a count at any stop', () => {
		fc.assert(
			fc.property(facts, views, (given, view) => {
				const [here, there] = [ready(given), ready(unpackFacts(JSON.parse(JSON.stringify(packFacts(given, 'en')))))];
				for (const at of given.stops.filter((_, i) => i % 5 === 0)) {
					const [a, b] = [dashboardAt(here, at, view), dashboardAt(there, at, view)];
					expect(b.headline).toEqual(a.headline);
					expect(b.rows).toEqual(a.rows);
					expect(b.pairs).toEqual(a.pairs);
					expect(b.batches.map(({ members, cities }) => [members, cities])).toEqual(a.batches.map(({ members, cities }) => [members, cities]));
				}
			}),
			{ numRuns: 40 }
		);
	});
});

describe('a scope', () => {
	const places = fc.uniqueArray(fc.constantFrom(...CITIES, ...DISTRICTS));
	test('what two sets have in common lies in both, in either order', () => {
		fc.assert(
			fc.property(places, places, (a, b) => {
				const both = common(a, b);
				expect(new Set(both)).toEqual(new Set(common(b, a)));
				for (const code of both) for (const set of [a, b]) expect(set.some((place) => place === code || place === cityCode(code))).toBe(true);
			})
		);
	});

	test('is what lies in all that is chosen; what does not exist does not restrict', () => {
		const of = (view: Partial<View>) => scopeOf({ ...DEFAULT_VIEW, ...view }, GROUPS).places;
		expect(of({})).toBeNull();
		expect(of({ province: '999999', group: 'none', city: '000000' })).toBeNull();
		expect(of({ group: 'mixed', province: '320000' })).toEqual(['320200']);
		expect(of({ group: 'mixed', city: '310000' })).toEqual(['310114', '310118']);
		expect(of({ group: 'cities', city: '320500' })).toEqual([]);
	});

	test('of a city that belongs in part, only what is known to be there counts', () => {
		const on = '2021-01-01';
		const move = (place: string): Movement => ({ place, kind: 'park', on, joined: 1, left: 0 });
		const from = { cube: toCube([move('310000'), move('310000'), move('320200')]), districts: toCube([move('310114')]) } as unknown as Ready;
		const scope = scopeOf({ ...DEFAULT_VIEW, group: 'mixed' }, GROUPS);
		expect(membersAt(cubeOf(from, scope), on)).toBe(2);
	});
});

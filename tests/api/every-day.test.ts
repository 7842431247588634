import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, dayFromNumber, dayNumber, type Day } from '#domain/day.ts';
import { MEMBER_KINDS } from '#domain/member.ts';
import { DEFAULT_VIEW } from '#domain/view.ts';
import { dashboardScene } from '#lib/picture/dashboard/dashboard-scene.ts';
import { dashboardAt, ready, type Ready } from '#lib/picture/dashboard/dashboard.ts';
import { cubeOf } from '#lib/picture/dashboard/filter.ts';
import { dashboardGrowth } from '#lib/picture/dashboard/growth.ts';
import { unpackFacts, type PackedFacts } from '#lib/picture/dashboard/travel.ts';
import { counting } from '#tests/records/count.ts';
import { filledDatabase, type FilledDatabase } from '#tests/records/filled.ts';
import { turnoverFacts } from '#tests/records/turnover.ts';
import { startServer, type RunningServer } from '#tests/server/start.ts';
import { open } from './answer.ts';
import { all } from './document.ts';

const TODAY = '2026-11-22';
const countAt = counting(turnoverFacts);
/** Every day from the eve of the founding to today. */
const DAYS: readonly Day[] = Array.from({ length: dayNumber(TODAY) - dayNumber('2020-11-20') + 1 }, (_, i) => dayFromNumber(dayNumber('2020-11-20') + i));
/** Those on which somebody joins, leaves, comes back or passes through, each with its eve. */
const TURNS = DAYS.filter((day, i) => i > 0 && JSON.stringify(countAt(day)) !== JSON.stringify(countAt(DAYS[i - 1] as Day))).flatMap((day) => [addDays(day, -1), day]);

let filled: FilledDatabase;
let server: RunningServer;
let from: Ready;
beforeAll(async () => {
	filled = await filledDatabase(turnoverFacts);
	server = await startServer({ env: { DATABASE_URL: filled.url, TODAY, API_RATE: '0' } });
	from = ready(unpackFacts((await (await fetch(`${server.origin}/facts`)).json()) as PackedFacts));
});
afterAll(async () => {
	await server?.stop();
	filled?.remove();
});

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);
const some = (pairs: readonly (readonly [string, number])[]): Record<string, number> => Object.fromEntries(pairs.filter(([, n]) => n > 0));

test('the record has days on which members leave, come back and pass through', () => {
	expect(TURNS).toEqual(expect.arrayContaining(['2022-01-10', '2022-05-01', '2022-06-30', '2023-03-01', '2023-05-31']));
	expect(TURNS.length).toBeGreaterThanOrEqual(20);
});

test('on every day map, chart and tables of the page are the memberships counted one by one', () => {
	for (const at of DAYS) {
		const { members, unplaced, cities, kinds } = countAt(at);
		const now = dashboardAt(from, at, DEFAULT_VIEW);
		expect({ at, members: now.headline.members, unplaced: now.headline.unplaced }).toEqual({ at, members, unplaced });
		expect({ at, table: some(now.rows.map((row) => [row.code, row.members])) }).toEqual({ at, table: cities });
		expect({ at, kinds: some(now.kinds.map((row) => [row.kind, row.members])) }).toEqual({ at, kinds });
		expect(sum(now.provinces.map((row) => row.members)) + unplaced, at).toBe(members);
		expect(now.headline.cities.covered.toSorted(), at).toEqual(Object.keys(cities).sort());

		const cube = cubeOf(from, now.scope);
		const { areas } = dashboardScene({ now, cube, locale: 'zh-CN', view: DEFAULT_VIEW, links: [], outlines: [], description: '' }).scene;
		expect({ at, map: some(areas.map(({ code, value }) => [code, value ?? 0])) }).toEqual({ at, map: cities });
		expect(sum(areas.flatMap((area) => area.kinds.map((slice) => slice.members))), at).toBe(members - unplaced);

		const { days, bands } = dashboardGrowth({ ...from.facts, cube, at, locale: 'zh-CN', view: DEFAULT_VIEW, scope: now.scope });
		const until = days.findLastIndex((day) => day <= at);
		const chart = some(bands.map((band) => [band.key, band.members[until] ?? 0]));
		expect({ at, chart }).toEqual({ at, chart: until === -1 ? {} : some(MEMBER_KINDS.map((kind) => [kind, kinds[kind] ?? 0])) });
	}
}, 120_000);

test('on every day of change and its eve, the server says so in page, file and interface', async () => {
	for (const at of TURNS) {
		const { members, cities } = countAt(at);
		const page = await open(server.origin, `/?at=${at}`);
		const map = all(page, 'a', ({ attributes }) => attributes['data-code'] !== undefined).map(
			({ attributes }) => [attributes['data-code'] as string, Number(/成员 (\d+) 家/.exec(attributes['aria-label'] ?? '')?.[1] ?? 0)] as const
		);
		const file = (await (await fetch(`${server.origin}/dashboard.json?at=${at}`)).json()) as {
			figures: { value: string }[];
			tables: { cities: { code: string; members: number }[] };
		};
		const told = (await (await fetch(`${server.origin}/api/v1/coverage?at=${at}`)).json()) as { item: { members: number } };
		const listed = (await (await fetch(`${server.origin}/api/v1/members?at=${at}&limit=1`)).json()) as { total: number };
		expect({
			at,
			map: some(map),
			file: some(file.tables.cities.map((row) => [row.code, row.members])),
			figure: Number(file.figures[0]?.value),
			told: told.item.members,
			listed: listed.total
		}).toEqual({ at, map: cities, file: cities, figure: members, told: members, listed: members });
	}
}, 120_000);

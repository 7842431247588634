import { unflatten } from 'devalue';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { membersAt } from '#domain/cube.ts';
import { dayFromNumber, dayNumber } from '#domain/day.ts';
import { MEMBER_KINDS } from '#domain/member.ts';
import { METRICS } from '#domain/metric.ts';
import { PROJECT_CATEGORIES } from '#domain/project.ts';
import { DEFAULT_VIEW, readView, writeView, type View } from '#domain/view.ts';
import { cities } from '#geo/regions/city.ts';
import { plainText } from '#lib/i18n/sentence.ts';
import { dashboardAt, ready } from '#lib/picture/dashboard/dashboard.ts';
import { overviewFigures } from '#lib/picture/dashboard/figures.ts';
import { cubeOf, placesOf } from '#lib/picture/dashboard/filter.ts';
import { dashboardSentence } from '#lib/picture/dashboard/sentence.ts';
import { Parcel, unwrap } from '#lib/picture/dashboard/parcel.ts';
import { unpackFacts, type PackedFacts } from '#lib/picture/dashboard/travel.ts';
import { startServer, type RunningServer } from '#tests/server/start.ts';
import { open } from './answer.ts';
import { all, only, words, type Element } from './document.ts';
import { readCsv } from './judges.ts';

/** What all four must say of a view. Numbers of cities are by code; null is unknown. */
type Said = {
	readonly members: number;
	readonly unplaced: number;
	readonly covered: number;
	readonly provinces: number;
	readonly projects: number;
	readonly cities: Readonly<Record<string, number>>;
	readonly sentence: string;
};

let demo: RunningServer;
beforeAll(async () => void (demo = await startServer({ demo: true, env: { API_RATE: '0' } })));
afterAll(() => demo?.stop());

const count = (text: string): number => Number(text.replace(/[^\d]/g, '') || '0');

/** 1: the page as the server sends it, read by its words. */
async function page(query: string): Promise<Omit<Said, 'unplaced'>> {
	const document = await open(demo.origin, `/${query}`);
	const figures = all(only(document, 'dl', (dl) => all(dl, 'dt').length === 5), 'span', ({ attributes }) => /\bvalue\b/.test(attributes.class ?? '')).map(words);
	const tables = all(document, 'section').filter((one) => all(one, 'h2').some((title) => words(title) === '各市一览')).flatMap((one) => all(one, 'table'));
	const rows = tables.flatMap((table) => all(table, 'tr')).flatMap((row) => {
		const code = /^\/cities\/(\d{6})/.exec(all(row, 'a')[0]?.attributes.href ?? '')?.[1];
		const cells = row.children.filter((cell): cell is Element => typeof cell !== 'string').map(words);
		return code ? [[code, count(cells[1] ?? '')] as const] : [];
	});
	const lede = all(document, 'meta', ({ attributes }) => attributes.name === 'description')[0]?.attributes.content ?? '';
	const [members = '', , covered = '', provinces = '', projects = ''] = figures;
	return { members: count(members), covered: count(covered), provinces: count(provinces), projects: count(projects), cities: Object.fromEntries(rows), sentence: lede };
}

type Loaded = { nodes: ({ type: string; data: unknown[] } | null)[] };

/**
 * 2: the page as a browser turns it: what arrived for the day without filters, and then the same pure functions that the
 * page runs when a filter is clicked.
 */
async function turned(view: View): Promise<Said> {
	const arrived = (await (await fetch(`${demo.origin}/__data.json${writeView({ at: view.at, known: view.known })}`)).json()) as Loaded;
	const { facts: parcel } = unflatten(arrived.nodes[1]?.data as never, { Parcel: (sent: PackedFacts | string) => Parcel.received(sent) }) as { facts: Parcel };
	const facts = await unwrap(parcel, (address) => fetch(demo.origin + address));
	const asked = ready(unpackFacts(facts));
	const at = view.at !== null && view.at < facts.today ? view.at : facts.today;
	const now = dashboardAt(asked, at, view);
	const cube = cubeOf(asked, now.scope);
	const figures = overviewFigures(now.headline, null, 'zh-CN', view);
	return {
		members: now.headline.members,
		unplaced: now.headline.unplaced,
		covered: now.headline.cities.covered.length,
		provinces: now.headline.provinces.covered.length,
		projects: count(figures[4]?.value ?? ''),
		cities: Object.fromEntries(now.rows.map(({ code }) => [code, membersAt(cube, at, { places: placesOf(now.scope, code), kind: view.kind ?? undefined })])),
		sentence: plainText(dashboardSentence(now, view.metric, 'zh-CN'))
	};
}

/**
 * 3: the interface. It has no metric, which its sentence therefore leaves out. A region group that was not recorded by then
 * it refuses by name, where a page passes over it.
 */
async function api(view: View): Promise<Said> {
	const query = writeView({ ...view, metric: 'members', classes: null });
	const ask = async (path: string) => (await fetch(`${demo.origin}/api/v1${path}${path === '/cities' && view.city !== null ? writeView({ ...view, metric: 'members', classes: null, city: null }) : query}`)).json();
	const told = (await ask('/coverage')) as object;
	if (view.group !== null && view.known !== null && 'code' in told) {
		expect(told).toMatchObject({ status: 400, parameter: 'group' });
		return api({ ...view, group: null });
	}
	const { item } = told as {
		item: { members: number; unplaced: number; cities: { covered: string[] }; provinces: { covered: string[] }; projects: { total: number }; sentence: { zh: string } };
	};
	const { items } = (await ask('/cities')) as { items: { code: string; members: number }[] };
	const inView = view.city === null ? items : items.filter(({ code }) => code === view.city);
	return {
		members: item.members,
		unplaced: item.unplaced,
		covered: item.cities.covered.length,
		provinces: item.provinces.covered.length,
		projects: item.projects.total,
		cities: Object.fromEntries(inView.map(({ code, members }) => [code, members])),
		sentence: item.sentence.zh
	};
}

/** 4: the exports: figures and sentence from JSON, the cities from CSV and again from JSON and GeoJSON. */
async function exported(query: string): Promise<Omit<Said, 'unplaced'> & { codes: Record<string, number>; geo: Record<string, number> }> {
	const json = (await (await fetch(`${demo.origin}/dashboard.json${query}`)).json()) as {
		figures: { value: string }[];
		sentence: string;
		tables: { cities: { code: string; members: number }[] };
	};
	const csv = readCsv(await (await fetch(`${demo.origin}/dashboard.csv${query ? `${query}&` : '?'}headers=codes`)).text());
	const geo = (await (await fetch(`${demo.origin}/dashboard.geojson${query}`)).json()) as { features: { id: string; properties: { members: number } }[] };
	const [head = [], ...rows] = csv;
	const column = (name: string): number => head.indexOf(name);
	const [members, , covered, provinces, projects] = json.figures.map(({ value }) => count(value));
	return {
		members: members ?? NaN,
		covered: covered ?? NaN,
		provinces: provinces ?? NaN,
		projects: projects ?? NaN,
		cities: Object.fromEntries(rows.map((row) => [row[column('code')], Number(row[column('members')])])),
		codes: Object.fromEntries(json.tables.cities.map(({ code, members: n }) => [code, n])),
		geo: Object.fromEntries(geo.features.map(({ id, properties }) => [id, properties.members])),
		sentence: json.sentence
	};
}

const someDay = fc.integer({ min: dayNumber('2019-06-01'), max: dayNumber('2027-03-01') }).map(dayFromNumber);
/** Null, or a value in one of `in` cases. */
const maybe = <T>(value: fc.Arbitrary<T>, { in: cases }: { in: number }): fc.Arbitrary<T | null> =>
	fc.oneof({ weight: cases - 1, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: value });
const limits = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 4 }).map((all) => all.sort((a, b) => a - b).join());

test('page, browser, interface and exports say the same of any view', async () => {
	const { items } = (await (await fetch(`${demo.origin}/api/v1/groups?fields=id`)).json()) as { items: { id: string }[] };
	const views = fc.record({
		at: maybe(someDay, { in: 2 }),
		known: maybe(someDay, { in: 2 }),
		kind: maybe(fc.constantFrom(...MEMBER_KINDS), { in: 3 }),
		province: maybe(fc.constantFrom('310000', '320000', '330000', '340000'), { in: 4 }),
		city: maybe(fc.constantFrom(...cities.map(({ adcode }) => adcode)), { in: 5 }),
		group: maybe(fc.constantFrom(...items.map(({ id }) => id)), { in: 4 }),
		category: maybe(fc.constantFrom(...PROJECT_CATEGORIES), { in: 2 }),
		metric: fc.constantFrom(...METRICS),
		classes: fc.oneof(fc.constantFrom(null, 'quantile', 'equal'), limits)
	});
	let filled = 0;
	const said: View[] = [];
	await fc.assert(
		fc.asyncProperty(views, async (drawn) => {
			const view: View = { ...DEFAULT_VIEW, ...drawn };
			said.push(view);
			const query = writeView(view);
			expect(readView(new URLSearchParams(query))).toEqual(view);
			const [onPage, inBrowser, byApi, inFiles] = [await page(query), await turned(view), await api(view), await exported(query)];
			const { unplaced, ...rest } = inBrowser;
			expect(onPage, `the page of ${query}`).toEqual(rest);
			const { codes, geo, ...files } = inFiles;
			expect(files, `the exports of ${query}`).toEqual(rest);
			expect([codes, geo], `JSON and GeoJSON of ${query}`).toEqual([rest.cities, rest.cities]);
			const sentence = view.metric === 'members' ? rest.sentence : byApi.sentence;
			expect(byApi, `the interface at ${query}`).toEqual({ ...rest, unplaced, sentence });
			if (rest.members > 0) filled++;
		}),
		{ numRuns: 60, seed: 20_261_122, examples: [[{ ...pick(DEFAULT_VIEW), metric: 'members' }], [{ ...pick(DEFAULT_VIEW), at: '2023-06-30', group: items[0]?.id ?? null, metric: 'reached' }]] }
	);
	expect(filled).toBeGreaterThan(15);
	// What is never drawn is never tried.
	for (const key of ['at', 'known', 'kind', 'province', 'city', 'group', 'category', 'classes'] as const)
		expect(said.filter((view) => view[key] !== null).length, `views with ${key}`).toBeGreaterThan(3);
}, 400_000);

function pick({ at, known, kind, province, city, group, category, classes }: View) {
	return { at, known, kind, province, city, group, category, classes };
}

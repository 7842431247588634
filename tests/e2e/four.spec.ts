import { expect, test, type Page } from '@playwright/test';
import fc from 'fast-check';
import { dayFromNumber, dayNumber } from '#domain/day.ts';
import { METRICS } from '#domain/metric.ts';
import { PROJECT_CATEGORIES } from '#domain/project.ts';
import { DEFAULT_VIEW, readView, writeView, type View } from '#domain/view.ts';
import { unescape } from '#tests/api/document.ts';
import { readCsv } from '#tests/api/judges.ts';
import { corrected } from '#tests/records/corrected.ts';
import { filledDatabase, type FilledDatabase } from '#tests/records/filled.ts';
import { turnoverFacts } from '#tests/records/turnover.ts';
import { startServer, type RunningServer } from '#tests/server/start.ts';
import { watch } from './watch.ts';

/** Views drawn, in turns of the two languages. */
const VIEWS = 30;
const SEED = process.env.SEED === 'random' ? Date.now() : Number(process.env.SEED ?? 20_261_122);

let filled: FilledDatabase | undefined;
let server: RunningServer | undefined;
test.beforeAll(async () => {
	test.setTimeout(180_000);
	filled = await filledDatabase(corrected(turnoverFacts));
	server = await startServer({ env: { DATABASE_URL: filled.url, TODAY: '2026-11-22', API_RATE: '0' } });
});
test.afterAll(async () => {
	await server?.stop();
	filled?.remove();
});

/** How classes are made where nobody asked, which a picture shows by itself. */
const USUAL = /^(按固定档次分级|每个数值一档|fixed classes|a class for each value)$/;

/** Null, or a value in one of `in` cases. */
const maybe = <T>(value: fc.Arbitrary<T>, { in: cases }: { in: number }): fc.Arbitrary<T | null> =>
	fc.oneof({ weight: cases - 1, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: value });
const limits = fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 4 }).map((all) => all.sort((a, b) => a - b).join());
const drawn: fc.Arbitrary<View> = fc
	.record({
		at: fc.oneof({ weight: 1, arbitrary: fc.constant(null) }, { weight: 2, arbitrary: fc.integer({ min: dayNumber('2020-11-01'), max: dayNumber('2026-12-31') }).map(dayFromNumber) }),
		// Before anything was recorded, before and after each correction, and of a day to come.
		known: maybe(fc.constantFrom('2025-12-01', '2026-02-15', '2026-02-28', '2026-03-01', '2026-04-30', '2026-06-01', '2027-01-01'), { in: 2 }),
		kind: maybe(fc.constantFrom('institute', 'park', 'enterprise', 'think_tank' as const), { in: 3 }),
		province: maybe(fc.constantFrom('310000', '320000', '330000', '340000'), { in: 3 }),
		city: maybe(fc.constantFrom('310000', '320200', '320500', '330700', '341100', '341300'), { in: 5 }),
		group: maybe(fc.constantFrom('yrd_core_27', 'taihu_science_circle', 'suxichang_metro'), { in: 3 }),
		category: maybe(fc.constantFrom(...PROJECT_CATEGORIES), { in: 2 }),
		metric: fc.constantFrom(...METRICS),
		classes: fc.oneof(fc.constantFrom(null, 'quantile', 'equal'), limits),
		by: fc.constantFrom('kind' as const, 'province' as const)
	})
	.map((view) => ({ ...DEFAULT_VIEW, ...view }));

/** What a dashboard says as it stands: figures, sentence, legend, the name of each area of the map, and the rows of its tables by city. */
function said(page: Page) {
	return page.evaluate(() => {
		const words = (element: Element | null | undefined): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
		const rows = [...document.querySelectorAll('main section:has(#table) tbody tr')];
		return {
			figures: [...document.querySelectorAll('main dl .value')].map(words),
			sentence: words(document.querySelector('main p')),
			legend: [...document.querySelectorAll('main figure [role="group"][aria-label] li')].map(words),
			map: Object.fromEntries([...document.querySelectorAll<HTMLElement>('main a[data-code]')].map((area) => [area.dataset.code, area.getAttribute('aria-label')])),
			rows: Object.fromEntries(
				rows.map((row) => [/\/cities\/(\d{6})/.exec(row.querySelector('a')?.getAttribute('href') ?? '')?.[1] ?? '', [...row.querySelectorAll('td')].slice(0, -1).map(words)])
			),
			chosen: [...document.querySelectorAll('main form select')].map((select) => (select as HTMLSelectElement).value)
		};
	});
}

/** Turns a running dashboard to a view as its own links do: to another day of either time by the router, to filters in place. */
async function turn(page: Page, path: string, view: View): Promise<void> {
	for (const [address, inPlace] of [
		[path + writeView({ at: view.at, known: view.known }), false],
		[path + writeView(view), true]
	] as const) {
		await page.evaluate(
			([href, inPlace]) => {
				const link = document.createElement('a');
				link.href = href;
				if (inPlace) link.dataset.turn = '';
				link.id = 'drawn';
				document.getElementById('drawn')?.remove();
				document.querySelector('main form')?.parentElement?.append(link);
				link.click();
			},
			[address, inPlace] as const
		);
		await expect(page).toHaveURL(new URL(address, page.url()).href);
		// The router writes the address a moment before the page says it, and no hand is so quick.
		await page.waitForFunction(
			(filtered) => filtered || [...document.querySelectorAll<HTMLSelectElement>('main form select')].every(({ value }) => value === ''),
			inPlace
		);
		await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
	}
}

test('a running page, the same address without script, the interface and the exports say the same of drawn views', async ({ page, browser }) => {
	test.setTimeout(400_000);
	const origin = server!.origin;
	const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
	const ask = async (address: string) => (await fetch(origin + address)).text();
	// So narrow that the live map waits until somebody reaches for it: drawn in software, it would slow every turn.
	await page.setViewportSize({ width: 900, height: 900 });
	const { started, faults } = await watch(page, origin);
	let full = 0;
	const views = fc.sample(drawn, { seed: SEED, numRuns: VIEWS });
	for (const [i, view] of views.entries()) {
		const english = i >= VIEWS / 2;
		const [path, prefix] = english ? ['/en', '/en'] : ['/', ''];
		const query = writeView(view);
		const address = path + query;
		expect(readView(new URLSearchParams(query))).toEqual(view);
		if (i === 0 || i === VIEWS / 2) {
			await page.goto(origin + path);
			await started();
		}
		await turn(page, path, view);
		await plain.goto(origin + address);
		const sent = await said(plain);
		await expect(async () => expect({ address, ...(await said(page)) }).toEqual({ address, ...sent })).toPass({ timeout: 30_000 });

		const json = JSON.parse(await ask(`${prefix}/dashboard.json${query}`)) as { figures: { value: string }[]; sentence: string; tables: { cities: { code: string; members: number }[] } };
		const [head = [], ...lines] = readCsv(await ask(`${prefix}/dashboard.csv${query ? `${query}&` : '?'}headers=codes`));
		const members = Object.fromEntries(Object.entries(sent.rows).map(([code, [n = '']]) => [code, Number(n.replaceAll(',', ''))]));
		expect({ address, figures: json.figures.map(({ value }) => value), sentence: json.sentence }).toEqual({ address, figures: sent.figures, sentence: sent.sentence });
		expect({ address, cities: Object.fromEntries(json.tables.cities.map((row) => [row.code, row.members])) }).toEqual({ address, cities: members });
		expect({ address, cities: Object.fromEntries(lines.map((line) => [line[head.indexOf('code')], Number(line[head.indexOf('members')])])) }).toEqual({ address, cities: members });

		const drawing = unescape((await ask(`${prefix}/dashboard.svg${query}`)).replace(/<(style|defs|title|desc)[^]*?<\/\1>/g, '').replace(/<[^>]+>/g, '')).replace(/\s+/g, '');
		for (const words of [sent.sentence, ...sent.legend.filter((text) => !USUAL.test(text))]) expect(drawing, `the drawing of ${address}`).toContain(words.replace(/\s+/g, ''));

		// The interface knows filters and days, but no map: what a map shades it leaves out. A group that was not recorded by then it refuses by name.
		type Told = { item: { members: number; cities: { covered: string[] }; provinces: { covered: string[] }; projects: { total: number }; sentence: { zh: string; en: string } } };
		const told = async (asked: View): Promise<Told> =>
			JSON.parse(await ask(`/api/v1/coverage${writeView({ ...asked, metric: 'members', classes: null, by: 'kind' })}`)) as Told;
		let answer = await told(view);
		if (view.group !== null && view.known !== null && !('item' in answer)) {
			expect({ address, ...(answer as object) }).toMatchObject({ address, status: 400, parameter: 'group' });
			answer = await told({ ...view, group: null });
		}
		const { item } = answer;
		const [figure = '', , covered = '', provinces = '', projects = ''] = sent.figures;
		expect({ address, told: [item.members, item.cities.covered.length, item.provinces.covered.length, item.projects.total].map(String) }).toEqual({
			address,
			told: [figure, covered, provinces, projects].map((text) => text.replaceAll(',', ''))
		});
		if (view.metric === 'members') expect({ address, sentence: item.sentence[english ? 'en' : 'zh'] }).toEqual({ address, sentence: sent.sentence });

		if (item.members > 0) full++;
	}
	expect(full, 'views with members').toBeGreaterThan(VIEWS / 6);
	// What is never drawn is never tried.
	for (const key of ['at', 'known', 'kind', 'province', 'city', 'group', 'category', 'classes'] as const)
		expect(views.filter((view) => view[key] !== null).length, `views with ${key}`).toBeGreaterThan(1);
	expect(faults()).toEqual([]);
	await plain.context().close();
});

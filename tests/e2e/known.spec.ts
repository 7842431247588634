import { expect, test, type Page } from '@playwright/test';
import { correctedFacts, HAS_LEFT, LATER_THAN_THOUGHT } from '#tests/records/corrected.ts';
import { filledDatabase, type FilledDatabase } from '#tests/records/filled.ts';
import { startServer, type RunningServer } from '#tests/server/start.ts';
import { expectAgree, sums } from './sums.ts';
import { watch } from './watch.ts';

/** A day on which twelve were members as was first recorded, and eleven as was found out on 1 March 2026. */
const THEN = '2021-06-30';
/** The eve of that, and of nothing else. */
const BEFORE = '2026-02-28';

let filled: FilledDatabase | undefined;
let server: RunningServer | undefined;
test.beforeAll(async () => {
	test.setTimeout(180_000);
	filled = await filledDatabase(correctedFacts);
	server = await startServer({ env: { DATABASE_URL: filled.url, TODAY: '2026-11-22' } });
});
test.afterAll(async () => {
	await server?.stop();
	filled?.remove();
});

const figure = (page: Page) => page.locator('main dl .value').first();
/** What the page says of the day it shows, and of whose knowledge. */
const told = (page: Page) => page.locator('p.past');

for (const { locale, prefix, by, field, show, past, recorded, now } of [
	{
		locale: 'zh-CN',
		prefix: '',
		by: 'keyboard',
		field: '按何日的记录',
		show: '查看',
		past: '正在查看2021年6月30日的情况',
		recorded: '按2026年2月28日当日已有的记录显示',
		now: '回到今天'
	},
	{
		locale: 'en',
		prefix: '/en',
		by: 'pointer',
		field: 'As recorded by',
		show: 'Show',
		past: 'Showing the state of 30 June 2021',
		recorded: 'Showing what had been recorded by 28 February 2026',
		now: 'Back to today'
	}
] as const)
	test(`after a correction both answers are reached, and the page says which it shows: ${locale} by ${by}`, async ({ page }) => {
		const origin = server!.origin;
		const { started, faults } = await watch(page, origin);
		await page.goto(`${origin}${prefix || '/'}?at=${THEN}`);
		await started();
		await expect(figure(page)).toHaveText('11');
		await expect(told(page)).toContainText(past);
		await expect(told(page)).not.toContainText('2026');

		const link = page.locator('main dl dd a').first();
		if (by === 'keyboard') {
			await link.focus();
			await page.keyboard.press('Enter');
		} else await link.click();
		await expect(page).toHaveURL(`${origin}${prefix}/figures/members?at=${THEN}`);
		const heading = page.getByRole('heading', { level: 1 });
		await expect(heading).toContainText('11');
		await page.getByLabel(field, { exact: true }).fill(BEFORE);
		if (by === 'keyboard') await page.keyboard.press('Enter');
		else await page.getByRole('button', { name: show, exact: true }).click();
		await expect(page).toHaveURL(`${origin}${prefix}/figures/members?at=${THEN}&known=${BEFORE}`);
		await expect(heading).toContainText('12');
		await expect(told(page)).toContainText(recorded);
		await expect(page.getByLabel(field, { exact: true })).toHaveValue(BEFORE);
		const member = page.getByRole('main').locator(`a[href*="/members/${LATER_THAN_THOUGHT}"]`);
		await expect(member).toHaveAttribute('href', `${prefix}/members/${LATER_THAN_THOUGHT}?at=${THEN}&known=${BEFORE}`);
		await page.goBack();
		await expect(heading).toContainText('11');
		await expect(told(page)).not.toContainText('2026');
		await expect(member).toHaveCount(0);
		await page.goForward();
		await expect(heading).toContainText('12');

		// The way back up keeps whose knowledge it is, and so does the slider.
		await page.getByRole('main').getByRole('navigation').getByRole('link').last().click();
		await expect(page).toHaveURL(`${origin}${prefix || '/'}?at=${THEN}&known=${BEFORE}`);
		await expect(figure(page)).toHaveText('12');
		await expect(told(page)).toContainText(recorded);
		await expect(async () => expectAgree(await sums(page), BEFORE)).toPass();
		const slider = page.getByRole('slider', { name: /^(日期|Day)$/ });
		await slider.focus();
		await page.keyboard.press('End');
		await expect(page).toHaveURL(`${origin}${prefix || '/'}?known=${BEFORE}`);
		await expect(figure(page)).toHaveText('20');
		await expect(told(page)).toContainText(recorded);
		await expect(told(page)).not.toContainText('2021');
		const back = page.getByRole('link', { name: now });
		if (by === 'keyboard') {
			await back.focus();
			await page.keyboard.press('Enter');
		} else await back.click();
		await expect(page).toHaveURL(`${origin}${prefix || '/'}`);
		await expect(figure(page)).toHaveText('19');
		await expect(told(page)).toHaveCount(0);
		expect(faults()).toEqual([]);
	});

test('a member that has left stands in the past, and belongs today as was known before it left', async ({ page }) => {
	const origin = server!.origin;
	const listed = page.getByRole('main').locator(`a[href^="/members/${HAS_LEFT}"]`);
	for (const [query, there] of [
		['?at=2025-06-29', 1],
		['?at=2025-06-30', 0],
		['', 0],
		['?known=2026-04-30', 1],
		['?known=2026-05-01', 0],
		['?at=2025-06-29&known=2026-05-01', 1]
	] as const) {
		await page.goto(`${origin}/cities/341100${query}`);
		await expect(listed, query).toHaveCount(there);
		await expect(page.getByRole('main').locator('dl dd').first(), query).toContainText(there ? '3' : '2');
	}
	await page.goto(`${origin}/members/${HAS_LEFT}?at=2024-01-01`);
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await page.goto(`${origin}/members/${LATER_THAN_THOUGHT}?known=${BEFORE}`);
	await expect(page.getByRole('main')).toContainText('2020年11月21日');
	await page.goto(`${origin}/members/${LATER_THAN_THOUGHT}`);
	await expect(page.getByRole('main')).toContainText('2021年9月1日');
	await expect(page.getByRole('main')).not.toContainText('2020年11月21日');
});

test.describe('without script', () => {
	test.use({ javaScriptEnabled: false });

	for (const [prefix, words] of [
		['', '按2026年2月28日当日已有的记录显示'],
		['/en', 'Showing what had been recorded by 28 February 2026']
	] as const)
		test(`both answers from the server, its files, its interface and the wall, ${prefix || '/'}`, async ({ page, request }) => {
			const origin = server!.origin;
			for (const [known, members] of [
				[null, 11],
				[BEFORE, 12],
				['2026-03-01', 11],
				['2025-12-31', 0]
			] as const) {
				const query = `?at=${THEN}${known === null ? '' : `&known=${known}`}`;
				await page.goto(`${origin}${prefix || '/'}${query}`);
				await expect(figure(page), query).toHaveText(String(members));
				if (known === BEFORE) await expect(told(page)).toContainText(words);
				const json = await (await request.get(`${origin}${prefix}/dashboard.json${query}`)).json();
				expect(json.figures[0].value, query).toBe(String(members));
				expect(json.sentence, query).toBe(((await page.locator('main p').first().textContent()) ?? '').trim());
				const csv = await (await request.get(`${origin}${prefix}/dashboard.csv${query}&headers=codes`)).text();
				expect(csv, query).toMatch(new RegExp(`320200,.*\\b${members === 0 ? 0 : members - 5}\\b`));
				const svg = await (await request.get(`${origin}${prefix}/dashboard.svg${query}`)).text();
				expect(svg.includes(prefix ? `as recorded by ${known}` : `按 ${known} 当日已有的记录`), query).toBe(known !== null);
				const { item } = await (await request.get(`${origin}/api/v1/coverage${query}`)).json();
				expect(item.members, query).toBe(members);
				await page.goto(`${origin}${prefix}/wall${query}`);
				await expect(page.locator('.wall dl .number').first(), query).toHaveText(new RegExp(`^${members}\\b`));
			}
		});

	test('a day to come is no record of its own: the page says nothing of it', async ({ page }) => {
		for (const path of ['/', '/wall']) {
			await page.goto(`${server!.origin}${path}?known=2027-01-01`);
			await expect(page.locator('body')).not.toContainText('2027');
		}
		await page.goto(`${server!.origin}/?known=2027-01-01`);
		await expect(figure(page)).toHaveText('19');
		await expect(told(page)).toHaveCount(0);
	});

	test('the day of the record is chosen by a form', async ({ page }) => {
		await page.goto(`${server!.origin}/figures/cities?at=2024-01-01&kind=park`);
		await page.getByLabel('按何日的记录').fill(BEFORE);
		await page.getByRole('button', { name: '查看', exact: true }).click();
		await expect(page).toHaveURL(`${server!.origin}/figures/cities?at=2024-01-01&kind=park&known=${BEFORE}`);
		await expect(told(page)).toContainText('2026年2月28日');
	});
});

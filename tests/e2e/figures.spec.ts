import { expect, test, type Locator, type Page } from '@playwright/test';
import { FIGURES, figureText, type FigureId } from '#lib/i18n/figure.ts';
import { formatDay } from '#lib/i18n/date.ts';
import { filledDatabase, type FilledDatabase } from '#tests/records/filled.ts';
import { correctedFacts } from '#tests/records/corrected.ts';
import { startServer, type RunningServer } from '#tests/server/start.ts';
import { watch } from './watch.ts';

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

/** The figures of a dashboard in the order they stand; that of the unplaced stands in its legend. */
const HEADLINE: readonly FigureId[] = FIGURES.filter((id) => id !== 'unplaced');

const count = (page: Page, selector: string): Promise<number> => page.locator(`main ${selector}`).count();

for (const { locale, path, by } of [
	{ locale: 'zh-CN', path: '/', by: 'keyboard' },
	{ locale: 'en', path: '/en', by: 'pointer' }
] as const)
	test(`every headline figure opens to definition, formula, numerator and denominator, records, sources, and when they last changed: ${path} by ${by}`, async ({ page }) => {
		const { origin } = server!;
		const prefix = path === '/' ? '' : path;
		const t = figureText[locale];
		const { started, faults } = await watch(page, origin);
		await page.goto(origin + path);
		await started();
		const links = page.locator('main dl').first().locator('dd a');
		await expect(links).toHaveCount(HEADLINE.length);
		for (const [i, id] of HEADLINE.entries()) {
			const value = ((await links.nth(i).locator('.value').textContent()) ?? '').trim();
			if (by === 'keyboard') {
				await links.nth(i).focus();
				await page.keyboard.press('Enter');
			} else await links.nth(i).click();
			await expect(page).toHaveURL(`${origin}${prefix}/figures/${id}`);
			const heading = page.getByRole('heading', { level: 1 });
			await expect(heading).toContainText(t.definitions[id].title);
			await expect(page.getByRole('definition').filter({ hasText: t.definitions[id].definition })).toHaveCount(1);
			await expect(page.getByRole('definition').filter({ hasText: t.definitions[id].formula })).toHaveCount(1);
			if (id === 'cities' || id === 'provinces') {
				const of = id === 'cities' ? 41 : 4;
				await expect(heading).toContainText(`${value} / ${of}`);
				const [covered, white] = [t.covered, t.white].map((name) => page.getByRole('list', { name, exact: true }).getByRole('listitem'));
				await expect(covered as Locator).toHaveCount(Number(value));
				await expect(white as Locator).toHaveCount(of - Number(value));
			} else if (id === 'reported') {
				await expect(page.getByRole('main')).toContainText(value);
				expect(await count(page, 'a[href*="/sources/"]')).toBeGreaterThan(0);
			} else {
				await expect(heading).toContainText(value);
				const folder = id === 'projects' ? 'projects' : 'members';
				const listed = await page.locator(`main a[href^="${prefix}/${folder}/"]`).evaluateAll((all) => new Set(all.map((link) => link.getAttribute('href'))).size);
				expect(listed, id).toBe(Number(value));
				expect(await count(page, 'a[href*="/sources/"]'), id).toBeGreaterThan(0);
			}
			// The day on which a member's leaving was recorded.
			if (id === 'members') await expect(page.getByRole('definition').filter({ hasText: formatDay('2026-03-01', locale) })).toHaveCount(1);
			await page.goBack();
			await expect(page).toHaveURL(origin + path);
		}
		expect(faults()).toEqual([]);
	});

test('who changed a record last, when and why, is told at the desk and nowhere else', async ({ page, browser }) => {
	const { origin, databaseUrl } = server!;
	const { signInBrowser } = await import('#tests/server/sign-in.ts');
	await page.goto(`${origin}/members/hongdou-jituan`);
	await expect(page.getByRole('main')).toContainText(/登记，第 \d+ 版/);
	await expect(page.getByRole('main')).not.toContainText('letter of admission');
	const context = await browser.newContext();
	await signInBrowser(context, 'editor', origin, databaseUrl);
	const desk = await context.newPage();
	await desk.goto(`${origin}/staff/changes`);
	const change = desk.getByRole('main').getByRole('listitem').filter({ hasText: 'the letter of admission was found' });
	await expect(change.first()).toContainText('2026');
	await expect(change.first()).toContainText('红豆集团');
	await context.close();
});

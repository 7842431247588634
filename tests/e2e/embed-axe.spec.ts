import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test, type Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { signInBrowser } from '#tests/server/sign-in.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const WIDTHS = [390, 1280];
const SCHEMES = ['light', 'dark'] as const;

async function findings(page: Page): Promise<string[]> {
	await page.evaluate(AXE);
	const { violations } = await page.evaluate(() =>
		// A frame of a preview is judged by itself.
		(window as unknown as { axe: { run(root: object, options: object): Promise<AxeResults> } }).axe.run({ exclude: ['iframe'] }, { resultTypes: ['violations'], iframes: false })
	);
	return violations.map(({ id, impact, nodes }) => `${id} (${impact}) ×${nodes.length}: ${nodes.slice(0, 3).map(({ target }) => target.join(' ')).join(' | ')}`);
}

for (const path of ['/embed/map', '/en/embed/map?accent=ffee00', '/embed/growth', '/embed/city/320200', '/en/embed/stats', '/embed/members', '/embed/nothing', '/embed/map?hide=title,sentence,legend,names,table,time,link'])
	test(`axe finds nothing on ${path}`, async ({ page }) => {
		test.slow();
		for (const colorScheme of SCHEMES)
			for (const width of WIDTHS) {
				await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
				await page.setViewportSize({ width, height: 800 });
				await page.goto(path);
				for (const details of await page.locator('details').all()) await details.locator('summary').click();
				expect.soft(await findings(page), `${colorScheme} ${width}`).toEqual([]);
			}
	});

for (const path of ['/staff/embeds', '/en/staff/embeds/usage'])
	test(`axe finds nothing on ${path}`, async ({ page, context }) => {
		test.slow();
		await signInBrowser(context, 'editor');
		for (const theme of SCHEMES)
			for (const width of WIDTHS) {
				await page.setViewportSize({ width, height: 900 });
				await page.goto(`${path}?theme=${theme}`);
				await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
				expect.soft(await findings(page), `${theme} ${width}`).toEqual([]);
			}
	});

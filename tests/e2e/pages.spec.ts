import { expect, test } from '@playwright/test';
import { inLanguage, KINDS, LOCALES } from './kinds.ts';
import { watch } from './watch.ts';

const WIDTHS = [390, 1280, 1920] as const;

for (const locale of LOCALES)
	for (const path of KINDS) {
		const address = inLanguage(path, locale);
		test(`${address} runs without a fault, asks nobody else, fits every width and stands still`, async ({ page, baseURL }) => {
			const seen = await watch(page, baseURL as string, { missing: path.endsWith('999999') });
			await page.goto(address);
			await seen.started();
			const map = page.getByRole('main').locator('svg[role="group"]').first();
			if (await map.isVisible()) await map.hover({ position: { x: 20, y: 20 } });
			// The whole page once under the eye, so that whatever takes over when seen does.
			for (let y = 0; y < (await page.evaluate(() => document.body.scrollHeight)); y += 700) {
				await page.mouse.wheel(0, 700);
				await page.waitForTimeout(60);
			}
			await page.waitForLoadState('networkidle');
			expect(await seen.shift(), 'layout shift').toBeLessThan(0.02);
			for (const width of WIDTHS) {
				await page.setViewportSize({ width, height: 900 });
				const wide = await page.evaluate(() => {
					const { scrollWidth, clientWidth } = document.documentElement;
					const right = (element: Element): number => element.getBoundingClientRect().right;
					const widest = [...document.querySelectorAll('main *, header *, footer *')].filter((element) => right(element) > clientWidth + 1);
					return scrollWidth > clientWidth ? [`${scrollWidth} > ${clientWidth}`, ...widest.slice(0, 5).map((element) => element.outerHTML.slice(0, 120))] : [];
				});
				expect(wide, `${width} px wide`).toEqual([]);
			}
			expect(seen.faults()).toEqual([]);
		});
	}

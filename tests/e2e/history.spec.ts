import { expect, test, type Page } from '@playwright/test';
import type { Locale } from '#domain/locale.ts';
import { formatDay } from '#lib/i18n/date.ts';
import { counting } from '#tests/records/count.ts';
import { filledDatabase, type FilledDatabase } from '#tests/records/filled.ts';
import { turnoverFacts } from '#tests/records/turnover.ts';
import { startServer, type RunningServer } from '#tests/server/start.ts';
import { byCity, expectAgree, sums } from './sums.ts';
import { watch } from './watch.ts';

const countAt = counting(turnoverFacts);

let filled: FilledDatabase | undefined;
let server: RunningServer | undefined;
test.beforeAll(async () => {
	test.setTimeout(180_000);
	filled = await filledDatabase(turnoverFacts);
	server = await startServer({ env: { DATABASE_URL: filled.url, TODAY: '2026-11-22' } });
});
test.afterAll(async () => {
	await server?.stop();
	filled?.remove();
});

/** Once the page has followed the slider: map, chart and tables say of its day what the memberships say, counted one by one. Returns the day. */
async function expectCounted(page: Page, locale: Locale): Promise<string> {
	let day = '';
	await expect(async () => {
		day = (await page.locator('.slider output').textContent()) as string;
		expect(await page.locator('.slider input').getAttribute('aria-valuetext')).toBe(formatDay(day, locale));
		const { members, unplaced, cities } = countAt(day);
		const shown = await sums(page);
		expect({ day, members: shown.figure, unplaced: shown.unplaced }).toEqual({ day, members, unplaced });
		expectAgree(shown, day);
		expect({ day, ...(await byCity(page)) }).toEqual({ day, map: cities, table: cities });
	}).toPass({ intervals: [20, 50, 100, 200] });
	return day;
}

for (const [locale, path, name, by] of [
	['zh-CN', '/', '日期', 'keyboard'],
	['en', '/en', 'Day', 'pointer']
] as const)
	test(`at every stop, also of members that left and came back, map, chart and table are what the memberships say: ${path} by ${by}`, async ({ page }) => {
		test.setTimeout(300_000);
		// So narrow that the live map waits until somebody reaches for it: drawn in software, it would slow every step.
		await page.setViewportSize({ width: 900, height: 900 });
		const { started, faults } = await watch(page, server!.origin);
		await page.goto(server!.origin + path);
		await started();
		const slider = page.getByRole('slider', { name, exact: true });
		await slider.scrollIntoViewIfNeeded();
		const last = Number(await slider.getAttribute('max'));
		const days = new Set<string>();
		await slider.focus();
		await page.keyboard.press('Home');
		for (let index = 0; index <= last; index++) {
			if (index > 0 && by === 'keyboard') await page.keyboard.press('ArrowRight');
			else if (index > 0) {
				const { x, y, width, height } = (await slider.boundingBox())!;
				const knob = (stop: number): number => x + 8 + ((width - 16) * stop) / last;
				await page.mouse.move(knob(index - 1), y + height / 2);
				await page.mouse.down();
				await page.mouse.move(knob(index), y + height / 2, { steps: 3 });
				await page.mouse.up();
			}
			await expect(slider).toHaveValue(String(index));
			days.add(await expectCounted(page, locale));
		}
		expect(days.size).toBe(last + 1);
		// The days on which somebody left, came back or passed through are stops of their own.
		for (const day of ['2020-11-21', '2021-01-01', '2022-01-10', '2022-05-01', '2022-06-30', '2022-12-31', '2023-03-01', '2023-05-31', '2023-09-26', '2026-11-22']) expect(days).toContain(day);
		expect(faults()).toEqual([]);
	});

import { expect, test, type Page } from '@playwright/test';
import type { RunOptions } from 'axe-core';
import { AXE, findings } from './findings.ts';
import { inLanguage, KINDS, LOCALES } from './kinds.ts';
import { watch } from './watch.ts';

const DESKTOP = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };
/** What another theme can change. */
const COLOURS: RunOptions = { runOnly: ['color-contrast', 'link-in-text-block'] };

for (const locale of LOCALES)
	for (const path of KINDS) {
		const address = inLanguage(path, locale);
		test(`axe finds nothing on ${address}`, async ({ page, baseURL }) => {
			test.slow();
			const { started } = await watch(page, baseURL as string);
			await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
			await page.goto(address);
			await started();
			await page.evaluate(AXE);
			expect.soft(await findings(page), 'desktop, light').toEqual([]);
			await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
			expect.soft(await findings(page, COLOURS), 'desktop, dark').toEqual([]);
			await page.setViewportSize(PHONE);
			expect.soft(await findings(page, COLOURS), 'phone, dark').toEqual([]);
			await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
			expect.soft(await findings(page), 'phone, light').toEqual([]);
			await page.setViewportSize(DESKTOP);
		});
	}

/** The four looks of a page that has been brought into a state. */
async function inEveryLook(page: Page): Promise<void> {
	await page.evaluate(AXE);
	for (const viewport of [DESKTOP, PHONE])
		for (const colorScheme of ['light', 'dark'] as const) {
			await page.setViewportSize(viewport);
			await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
			expect.soft(await findings(page), `${viewport.width} px, ${colorScheme}`).toEqual([]);
		}
}

const VIEWS = ['/links', '/compare?from=2021-12-31&to=2024-12-31', '/?kind=park&province=320000', '/?metric=since&group=yrd_core_27&outlines=taihu_science_circle', '/?city=320200&metric=projects&at=2023-12-31'];
for (const locale of LOCALES)
	for (const path of VIEWS) {
		const address = inLanguage(path, locale);
		test(`axe finds nothing on ${address}, in any look`, async ({ page, baseURL }) => {
			test.slow();
			const { started } = await watch(page, baseURL as string);
			await page.goto(address);
			await started();
			await inEveryLook(page);
		});
	}

test('axe finds nothing in the search that lies over a page, with and without hits, in any look', async ({ page, baseURL }) => {
	test.slow();
	const { started } = await watch(page, baseURL as string);
	await page.goto('/');
	await started();
	await page.keyboard.press('/');
	const dialog = page.getByRole('dialog');
	await dialog.getByRole('combobox').fill('wuxi');
	await expect(dialog.getByRole('option').first()).toBeVisible();
	await inEveryLook(page);
	await dialog.getByRole('combobox').fill('没有这个');
	await expect(dialog.getByRole('option')).toHaveCount(0);
	await inEveryLook(page);
});

for (const address of ['/', '/en/cities/320200'])
	test(`axe finds nothing on ${address} as it is sent, before any script`, async ({ page }) => {
		// Not javaScriptEnabled: false, under which axe could not run either.
		await page.route(/\.js$/, (route) => route.abort());
		await page.goto(address);
		await page.evaluate(AXE);
		expect(await findings(page)).toEqual([]);
	});

test('axe does find what is wrong', async ({ page, baseURL }) => {
	const { started } = await watch(page, baseURL as string);
	await page.goto('/members/hongdou-jituan');
	await started();
	await page.evaluate(AXE);
	await page.evaluate(() => {
		const pale = document.createElement('p');
		pale.textContent = '看不清的字';
		pale.style.color = '#e0e0e0';
		document.querySelector('main')?.append(pale, document.createElement('button'));
	});
	expect((await findings(page)).map((finding) => finding.split(' ')[0])).toEqual(['button-name', 'color-contrast']);
	expect((await findings(page, COLOURS)).length).toBe(1);
});

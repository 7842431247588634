import { expect, test, type Locator, type Page } from '@playwright/test';
import { daysBetween } from '#domain/day.ts';
import type { Locale } from '#domain/locale.ts';
import { stopsOf } from '#domain/stops.ts';
import { formatDay } from '#lib/i18n/date.ts';
import { expectAgree, sums } from './sums.ts';
import { watch } from './watch.ts';

const WORDS = [
	{ locale: 'zh-CN', path: '/', day: '日期', play: '播放', pause: '暂停', past: (day: string) => `正在查看${day}的情况`, founding: /成立/ },
	{ locale: 'en', path: '/en', day: 'Day', play: 'Play', pause: 'Pause', past: (day: string) => `Showing the state of ${day}`, founding: /founded|founding/i }
] as const;

/** The days on which members of the recorded facts joined, which are also those of its batches. */
const CHANGES = ['2020-11-21', '2023-09-26'] as const;

type Slider = {
	readonly input: Locator;
	readonly output: Locator;
	readonly figure: Locator;
	/** Its stops, as the rule makes them. */
	readonly stops: readonly string[];
	/** Everything the page has asked of the server since it was opened. */
	readonly asked: string[];
	readonly faults: () => string[];
};

/** A browser fetches the icon by itself whenever the address has changed. */
const isIcon = (address: string): boolean => new URL(address).pathname === '/icon.svg';

async function open(page: Page, origin: string, { path, day }: (typeof WORDS)[number]): Promise<Slider> {
	const { started, faults } = await watch(page, origin);
	await page.goto(origin + path);
	await started();
	// What the page loads of itself, once it is looked at, has come.
	const chart = page.locator('main [data-live]');
	await expect(async () => {
		await page.locator('main figure .frame').first().scrollIntoViewIfNeeded();
		await expect(chart).toHaveCount(1, { timeout: 1000 });
	}).toPass();
	await page.waitForLoadState('networkidle');
	const input = page.getByRole('slider', { name: day, exact: true });
	await input.scrollIntoViewIfNeeded();
	const output = page.locator('.slider output');
	const asked: string[] = [];
	// What sketches the moving map comes at an idle moment, before anybody pulls.
	await expect.poll(() => page.workers().length).toBeGreaterThan(0);
	page.on('request', (request) => void (isIcon(request.url()) || asked.push(request.url())));
	const stops = stopsOf(CHANGES, CHANGES, (await output.textContent()) as string);
	return { input, output, figure: page.locator('main dl .value').first(), stops, asked, faults };
}

/** The slider stands at a stop, says so to eye and ear, and the whole page has followed. */
async function expectAt(page: Page, { input, output, figure, stops }: Slider, index: number, locale: Locale): Promise<void> {
	const day = stops[index] as string;
	await expect(input).toHaveValue(String(index));
	await expect(output).toHaveText(day);
	await expect(input).toHaveAttribute('aria-valuetext', formatDay(day, locale));
	await expect(figure).toHaveText(day < '2023-09-26' ? '12' : '20');
	await expect(async () => expectAgree(await sums(page), day)).toPass();
}

/** Where the middle of its knob is when it stands at a stop. To be asked anew for each pull: the words above are longer on some days than on others. */
async function placeOf({ input, stops }: Slider, index: number): Promise<{ x: number; y: number }> {
	const { x, y, width, height } = (await input.boundingBox())!;
	const knob = 16;
	return { x: x + knob / 2 + ((width - knob) * index) / (stops.length - 1), y: y + height / 2 };
}

for (const words of WORDS) {
	const { locale, path, play, pause, past } = words;
	const at = (day: string) => new RegExp(`${path === '/' ? '/' : '/en'}\\?at=${day}$`);

	test(`${path}: the slider by keyboard, with a spoken value, and without a request`, async ({ page, baseURL }) => {
		const slider = await open(page, baseURL as string, words);
		const last = slider.stops.length - 1;
		await expect(slider.input).toHaveAttribute('max', String(last));
		await slider.input.focus();
		let index = last;
		for (const [key, to] of [
			['Home', 0],
			['ArrowRight', 1],
			['PageUp', 13],
			['ArrowUp', 14],
			['PageDown', 2],
			['PageDown', 0],
			['ArrowLeft', 0],
			['End', last],
			['PageUp', last],
			['ArrowDown', last - 1]
		] as const) {
			await page.keyboard.press(key);
			index = to;
			await expectAt(page, slider, index, locale);
		}
		const day = slider.stops[index] as string;
		await expect(page).toHaveURL(at(day));
		await expect(page.getByRole('status').filter({ hasText: past(formatDay(day, locale)) })).toHaveCount(1);
		expect(slider.asked, 'nothing is asked of the server').toEqual([]);
		await page.keyboard.press('End');
		await expect(page).toHaveURL(/\/(en)?$/);
		expect(slider.faults()).toEqual([]);
	});

	test(`${path}: the slider by mouse, pulled and clicked, without a request`, async ({ page, baseURL }) => {
		// So high that figures and slider are in view together: what is out of view follows when it is looked at.
		await page.setViewportSize({ width: 1280, height: 1600 });
		const slider = await open(page, baseURL as string, words);
		const last = slider.stops.length - 1;
		const [start, middle, end] = [await placeOf(slider, 0), await placeOf(slider, 24), await placeOf(slider, last)];
		await page.mouse.move(end.x, end.y);
		await page.mouse.down();
		await page.mouse.move(middle.x, middle.y, { steps: 6 });
		await expect(slider.input).toHaveValue('24');
		await expect(slider.figure).toHaveText('12');
		await expect(page, 'the address follows when it rests').toHaveURL(/\/(en)?$/);
		await page.mouse.move(start.x, start.y, { steps: 6 });
		await page.mouse.up();
		await expectAt(page, slider, 0, locale);
		await expect(page).toHaveURL(at('2020-11-21'));
		const again = await placeOf(slider, last);
		await page.mouse.click(again.x, again.y);
		await expectAt(page, slider, last, locale);
		await expect(page).toHaveURL(/\/(en)?$/);
		expect(slider.asked, 'nothing is asked of the server').toEqual([]);
		expect(slider.faults()).toEqual([]);
	});

	test(`${path}: the slider by touch on a phone, without a request`, async ({ browser, baseURL }) => {
		const context = await browser.newContext({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });
		const page = await context.newPage();
		const slider = await open(page, baseURL as string, words);
		const touch = await context.newCDPSession(page);
		const [start, end] = [await placeOf(slider, 0), await placeOf(slider, slider.stops.length - 1)];
		await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [end] });
		for (let i = 1; i <= 6; i++) await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x: end.x + ((start.x - end.x) * i) / 6, y: end.y }] });
		await expect(slider.output).toHaveText('2020-11-21');
		await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
		await expectAt(page, slider, 0, locale);
		await expect(page).toHaveURL(at('2020-11-21'));
		const again = await placeOf(slider, slider.stops.length - 1);
		await page.touchscreen.tap(again.x, again.y);
		await expectAt(page, slider, slider.stops.length - 1, locale);
		expect(slider.asked, 'nothing is asked of the server').toEqual([]);
		expect(slider.faults()).toEqual([]);
		await context.close();
	});

	test(`${path}: months and batches are on its track, at the place of their day`, async ({ page, baseURL }) => {
		const { stops } = await open(page, baseURL as string, words);
		for (const day of ['2020-11-30', '2021-02-28', '2024-02-29']) expect(stops).toContain(day);
		const marks = page.locator('.slider b');
		await expect(marks).toHaveCount(CHANGES.length);
		await expect(marks.first()).toHaveAttribute('title', words.founding);
		for (const [i, day] of CHANGES.entries()) {
			await expect(marks.nth(i)).toHaveAttribute('title', new RegExp(`^${formatDay(day, locale)} .`));
			const left = await marks.nth(i).evaluate((mark) => parseFloat((mark as HTMLElement).style.left));
			expect(left).toBeCloseTo((100 * daysBetween(stops[0] as string, day)) / daysBetween(stops[0] as string, stops.at(-1) as string), 1);
		}
	});

	test(`${path}: it plays, pauses, and rests at its end, by pointer and by keyboard`, async ({ page, baseURL }) => {
		await page.clock.install();
		const slider = await open(page, baseURL as string, words);
		const { input, stops, asked } = slider;
		const index = async (): Promise<number> => Number(await input.inputValue());
		const [start, stop] = [page.getByRole('button', { name: play, exact: true }), page.getByRole('button', { name: pause, exact: true })];

		await start.click();
		await page.clock.runFor(1000);
		await expect(stop).toBeVisible();
		await expect.poll(index, 'from the end it begins anew').toBeGreaterThan(0);
		expect(await index()).toBeLessThan(stops.length - 1);
		await stop.click();
		await expect(start).toBeVisible();
		const paused = await index();
		await page.clock.runFor(5000);
		await expectAt(page, slider, paused, locale);
		await expect(page).toHaveURL(at(stops[paused] as string));

		await start.focus();
		await page.keyboard.press('Enter');
		await page.clock.runFor(1000);
		await expect.poll(index, 'it goes on from where it stood').toBeGreaterThan(paused);
		await page.keyboard.press('Space');
		await expect(start).toBeFocused();
		const again = await index();
		await page.clock.runFor(5000);
		await expectAt(page, slider, again, locale);

		await page.keyboard.press('Space');
		await page.clock.runFor(20_000);
		await expect(start).toBeVisible();
		await expectAt(page, slider, stops.length - 1, locale);
		await expect(page).toHaveURL(/\/(en)?$/);

		expect(asked, 'nothing is asked of the server').toEqual([]);

		await start.click();
		await page.clock.runFor(500);
		await page.getByRole('link', { name: locale === 'en' ? 'Skip to content' : '跳到正文' }).focus();
		await expect(start, 'whoever reaches for something else brings it to rest').toBeVisible();
		const left = await index();
		await page.clock.runFor(5000);
		expect(await index()).toBe(left);
		expect(slider.faults()).toEqual([]);
	});
}

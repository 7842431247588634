import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { startServer, type ServerOptions } from '#tests/server/start.ts';
import { DESK, withBrowser, withPage } from './browser.ts';
import type { Figure, Measurement } from './figure.ts';
import { fillWithMembers } from './members.ts';
import { referencePage, serveBytes } from './reference.ts';
import { startRelay, type Passed } from './relay.ts';
import { CITIES, TODAY } from './subject.ts';

const MANY = 20_000;
/** What other sites show, the heaviest first. */
const EMBEDS = ['/embed/map', '/en/embed/map', '/embed/growth', '/embed/city/320200', '/embed/stats', '/embed/members'];
const PATIENCE_MS = 30_000;
const WORDS = { facts: 'recorded facts', demo: 'demonstration', many: `${MANY.toLocaleString('en')} members` };

/** What a browser with an empty cache fetches: of the pages before any script, and of all until everything is alive. */
export const weight: Measurement = {
	name: 'weight',
	about: 'bytes on the wire and requests at a desk, brotli, heads included, empty cache',
	measure: () =>
		withBrowser(async (browser) => [
			...(await withServer({}, (origin) => beforeScripts(browser, origin, WORDS.facts))),
			...(await withServer({ demo: true }, async (origin) => [
				...(await beforeScripts(browser, origin, WORDS.demo)),
				...(await untilIdle(browser, origin, WORDS.demo))
			])),
			...(await withMany((origin) => beforeScripts(browser, origin, WORDS.many)))
		])
};

async function withServer<T>(options: ServerOptions, use: (origin: string) => Promise<T>): Promise<T> {
	const server = await startServer({ ...options, env: { TODAY, ...options.env } });
	try {
		return await use(server.origin);
	} finally {
		await server.stop();
	}
}

async function withMany<T>(use: (origin: string) => Promise<T>): Promise<T> {
	const folder = mkdtempSync(join(tmpdir(), 'atlas-bench-'));
	const DATABASE_URL = `sqlite:${join(folder, 'atlas.db')}`;
	try {
		await fillWithMembers(DATABASE_URL, MANY);
		return await withServer({ env: { DATABASE_URL } }, use);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** HTML and style sheets, beside the page written by hand; and every request of a reader without scripts. */
async function beforeScripts(browser: Browser, origin: string, data: string): Promise<Figure[]> {
	const bare = await serveBytes(referencePage(CITIES));
	try {
		const reference = { what: 'by hand', value: kilobytes(await fetched(browser, bare.origin, '/', { javaScriptEnabled: false })) };
		const figures: Figure[] = [];
		for (const path of ['/', '/en', '/cities/320200']) {
			const answers = await fetched(browser, origin, path, { javaScriptEnabled: false });
			const first = answers.filter(({ destination }) => destination === 'document' || destination === 'style');
			const isDashboard = path !== '/cities/320200';
			figures.push(
				{
					what: `${path} HTML and CSS, ${data}`,
					unit: 'kB',
					measured: kilobytes(first),
					reference,
					...(isDashboard && { budget: { of: 'measured', most: 45 } })
				},
				{ what: `${path} HTML and CSS, ${data}`, unit: 'requests', measured: first.length, ...(isDashboard && { budget: { of: 'measured', most: 2 } }) }
			);
		}
		for (const path of EMBEDS) {
			// With its script: everything that another site's reader fetches.
			const answers = await fetched(browser, origin, path, {});
			const isMap = path.endsWith('/map');
			figures.push(
				{ what: `${path} everything, ${data}`, unit: 'kB', measured: kilobytes(answers), reference, ...(isMap && { budget: { of: 'measured', most: 20 } }) },
				{ what: `${path} everything, ${data}`, unit: 'requests', measured: answers.length, budget: { of: 'measured', most: 2 } }
			);
		}
		return figures;
	} finally {
		await bare.stop();
	}
}

/** All scripts, those of workers too, and everything there is, with the live map and every chart on. */
async function untilIdle(browser: Browser, origin: string, data: string): Promise<Figure[]> {
	const figures: Figure[] = [];
	for (const path of ['/', '/cities/320200']) {
		const answers = await fetched(browser, origin, path, {}, bringAlive);
		const scripts = answers.filter(({ destination }) => destination === 'script' || destination === 'worker');
		const what = `${path} everything, map and charts on, ${data}`;
		figures.push(
			{ what: `${path} scripts, map and charts on`, unit: 'kB', measured: kilobytes(scripts), budget: { of: 'measured', most: 600 } },
			{ what, unit: 'kB', measured: kilobytes(answers) },
			{ what, unit: 'requests', measured: answers.length }
		);
	}
	return figures;
}

async function fetched(
	browser: Browser,
	origin: string,
	path: string,
	options: BrowserContextOptions,
	read: (page: Page) => Promise<void> = async () => undefined
): Promise<readonly Passed[]> {
	const relay = await startRelay(origin);
	try {
		return await withPage(browser, { ...DESK, ...options }, async (page) => {
			const response = await page.goto(relay.origin + path, { waitUntil: 'load' });
			if (response?.status() !== 200) throw new Error(`${path} answered ${response?.status()}`);
			await read(page);
			await page.waitForLoadState('networkidle');
			return [...relay.passed];
		});
	} finally {
		await relay.stop();
	}
}

/** Reads down the page and reaches for each map and chart, as a reader does, until every one has come alive. */
async function bringAlive(page: Page): Promise<void> {
	if ((await page.locator('.map').count()) === 0) throw new Error(`${page.url()} has no map`);
	const still = page.locator('.map:not(.live), .picture:has(> .live:not([data-live]))').first();
	const end = performance.now() + PATIENCE_MS;
	while ((await still.count()) > 0) {
		if (performance.now() > end)
			throw new Error(`on ${page.url()} this did not come alive: ${await still.evaluate((part) => part.outerHTML.slice(0, 300))}`);
		await page.mouse.move(1, 1);
		// It may come alive this very moment, and then there is nothing to reach for.
		await still.hover({ timeout: 1000 }).catch(() => undefined);
		await page.waitForTimeout(250);
	}
}

function kilobytes(answers: readonly Passed[]): number {
	return answers.reduce((total, { bytes }) => total + bytes, 0) / 1000;
}

import { chromium as playwright, type Browser, type BrowserContextOptions, type CDPSession, type Page } from '@playwright/test';
import { chromium } from '#tests/browser/chromium.ts';

/** A phone and a desk, as far as a page can tell. */
export const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true } as const;
export const DESK = { viewport: { width: 1280, height: 800 } } as const;

/** Runs `use` with a browser that is closed afterwards, whatever happens. */
export async function withBrowser<T>(use: (browser: Browser) => Promise<T>): Promise<T> {
	const { executablePath, args, env } = await chromium();
	const browser = await playwright.launch({ executablePath, args: [...args], env });
	try {
		return await use(browser);
	} finally {
		await browser.close();
	}
}

/** Runs `use` on a page that has an empty cache, with a line to DevTools. */
export async function withPage<T>(browser: Browser, options: BrowserContextOptions, use: (page: Page, devtools: CDPSession) => Promise<T>): Promise<T> {
	const context = await browser.newContext(options);
	try {
		const page = await context.newPage();
		return await use(page, await context.newCDPSession(page));
	} finally {
		await context.close();
	}
}

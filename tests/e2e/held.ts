import type { Page } from '@playwright/test';

/** Keeps a page from getting what these addresses answer, its scripts unless said otherwise, until the returned function is called. */
export async function hold(page: Page, addresses = /\/_app\/.*\.js$/): Promise<() => void> {
	const { promise, resolve } = Promise.withResolvers<void>();
	await page.route(addresses, async (route) => {
		await promise;
		await route.continue();
	});
	return resolve;
}

import type { Page } from '@playwright/test';

/** Faults that a browser reports by itself while a page is used. */
export type Watch = {
	/** What has gone wrong so far: script errors, refused or failed requests, words to another server. */
	faults(): string[];
	/** Waits until the page's script has taken over. */
	started(): Promise<void>;
	/** How much the layout has moved by itself since the page was opened, as browsers score it. */
	shift(): Promise<number>;
};

type Watched = Window & { atlasShift?: number; atlasViolations?: string[] };

/** Listens to a page from before it is opened. `missing`: the page itself is expected to be a 404. */
export async function watch(page: Page, origin: string, { missing = false } = {}): Promise<Watch> {
	const faults: string[] = [];
	page.on('pageerror', (error) => faults.push(`script error: ${error.message}`));
	page.on('console', (message) => {
		const isMissingPage = missing && /status of 404/.test(message.text());
		if (['error', 'warning'].includes(message.type()) && !isMissingPage && !isDriver(message.text())) faults.push(`console: ${message.text()}`);
	});
	page.on('request', (request) => {
		const { protocol, origin: asked } = new URL(request.url());
		if (!['data:', 'blob:'].includes(protocol) && asked !== origin) faults.push(`asked ${request.url()}`);
	});
	page.on('requestfailed', (request) => {
		const reason = request.failure()?.errorText;
		if (reason !== 'net::ERR_ABORTED') faults.push(`${reason}: ${request.url()}`);
	});
	page.on('response', (response) => {
		if (response.status() >= 400 && !(missing && response.request().isNavigationRequest())) faults.push(`${response.status()}: ${response.url()}`);
	});
	await page.addInitScript(() => {
		const self = window as Watched;
		self.atlasShift = 0;
		self.atlasViolations = [];
		document.addEventListener('securitypolicyviolation', (event) =>
			self.atlasViolations?.push(`policy: ${event.violatedDirective} refused ${event.blockedURI}`)
		);
		new PerformanceObserver((list) => {
			for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
				if (!entry.hadRecentInput) self.atlasShift = (self.atlasShift ?? 0) + entry.value;
		}).observe({ type: 'layout-shift', buffered: true });
	});
	return {
		faults: () => [...new Set(faults)],
		async started() {
			// What the framework adds once it has taken over: it tells a screen reader where navigation led.
			await page.locator('#svelte-announcer').waitFor({ state: 'attached' });
			faults.push(...(await page.evaluate(() => (window as Watched).atlasViolations ?? [])));
		},
		shift: () => page.evaluate(() => (window as Watched).atlasShift ?? 0)
	};
}

/** The software renderer of a machine without a graphics card tells about itself. */
function isDriver(text: string): boolean {
	return /GPU stall due to ReadPixels|software WebGL|SwiftShader|GroupMarkerNotSet/i.test(text);
}

import type { Browser } from '@playwright/test';
import { startServer } from '#tests/server/start.ts';
import { PHONE, withBrowser, withPage } from './browser.ts';
import type { Figure, Measurement } from './figure.ts';
import { paired } from './median.ts';
import { referencePage, serveBytes } from './reference.ts';
import { CITIES, TODAY } from './subject.ts';

const PAIRS = 7;
const PATIENCE_MS = 60_000;

/** A quarter of this machine's speed, and slow 4G as DevTools emulates it: bytes a second, and milliseconds a request. */
const CPU_SLOWDOWN = 4;
const SLOW_4G = { offline: false, downloadThroughput: (1.6e6 / 8) * 0.9, uploadThroughput: (0.75e6 / 8) * 0.9, latency: 150 * 3.75 };

declare global {
	interface Window {
		/** When the frame with the whole map was painted, in ms since the navigation began. */
		atlasReadable?: number;
	}
}

/** The time until the first frame that shows the whole map, of `/` and of the same map in a page written by hand. */
export const readable: Measurement = {
	name: 'readable',
	about: `first frame with the whole map, phone, ${CPU_SLOWDOWN} × slower CPU, slow 4G, empty cache; medians of ${PAIRS} pairs`,
	async measure() {
		const server = await startServer({ env: { TODAY } });
		const bare = await serveBytes(referencePage(CITIES));
		try {
			return await withBrowser(async (browser) => [
				await figure(browser, '/', server.origin, bare.origin),
				await figure(browser, '/en', `${server.origin}/en`, bare.origin)
			]);
		} finally {
			await bare.stop();
			await server.stop();
		}
	}
};

async function figure(browser: Browser, path: string, address: string, bare: string): Promise<Figure> {
	const { measured, reference, ratio } = await paired(
		PAIRS,
		() => timeToMap(browser, address),
		() => timeToMap(browser, bare)
	);
	return {
		what: `${path} until the map is readable`,
		unit: 'ms',
		measured,
		reference: { what: 'by hand', value: reference },
		ratio,
		budget: { of: 'ratio', most: 1.2 }
	};
}

function timeToMap(browser: Browser, address: string): Promise<number> {
	return withPage(browser, PHONE, async (page, devtools) => {
		await page.addInitScript(watchMap);
		await devtools.send('Network.enable');
		await devtools.send('Network.emulateNetworkConditions', SLOW_4G);
		await devtools.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
		await page.goto(address, { waitUntil: 'commit', timeout: PATIENCE_MS });
		const found = await page.waitForFunction(() => window.atlasReadable, undefined, { timeout: PATIENCE_MS });
		return (await found.jsonValue()) as number;
	});
}

/**
 * Runs in the page before anything of its own: notes the first frame after the parser has left the map behind. That
 * frame is painted when a message sent from its animation callback arrives; before the first contentful paint nothing is.
 */
function watchMap(): void {
	const CITIES_OF_THE_REGION = 41;
	const whole = (): boolean => {
		const paths = document.querySelectorAll('svg a[href*="/cities/"] path');
		if (paths.length < CITIES_OF_THE_REGION) return false;
		let node: Element | null = paths[0] ?? null;
		for (let svg = node; svg; svg = svg.parentElement?.closest('svg') ?? null) node = svg;
		while (node && !node.nextElementSibling) node = node.parentElement;
		return node !== null;
	};
	const painted = (): void => {
		const channel = new MessageChannel();
		channel.port1.onmessage = () => {
			const now = performance.now();
			const first = performance.getEntriesByName('first-contentful-paint')[0];
			if (first) window.atlasReadable = Math.max(now, first.startTime);
			else requestAnimationFrame(painted);
		};
		channel.port2.postMessage(null);
	};
	const observer = new MutationObserver(() => {
		if (!whole()) return;
		observer.disconnect();
		requestAnimationFrame(painted);
	});
	observer.observe(document, { childList: true, subtree: true });
}

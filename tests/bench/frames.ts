import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { startServer } from '#tests/server/start.ts';
import { DESK, withBrowser, withPage } from './browser.ts';
import type { Figure, Measurement } from './figure.ts';
import { median } from './median.ts';
import { fillWithMembers } from './members.ts';
import { referencePage, serveBytes } from './reference.ts';
import { CITIES, TODAY } from './subject.ts';

const MEMBERS = 100_000;
/** Thread time is counted, not the clock, and multiplied: a busy machine then makes no frame longer than it is. */
const CPU_SLOWDOWN = 4;
const MOST_MS = 16;
const PATIENCE_MS = 120_000;

type Trace = { readonly traceEvents: readonly { readonly name: string; readonly cat: string; readonly ph: string; readonly pid: number; readonly tid: number; readonly ts: number; readonly dur?: number; readonly tdur?: number; readonly args?: { readonly name?: string } }[] };
type Event = Trace['traceEvents'][number];
/** Thread time in ms, slowed down: of each frame in the page's thread, and of its workers, a frame on average. */
type Times = { readonly frames: readonly number[]; readonly workers: number };

/**
 * All work of the page's thread in each frame while the day moves over the whole life of the alliance, a stop a frame: what
 * the page draws of it in this frame, whichever pieces have their turn, in a window in which the slider stands.
 */
export const frames: Measurement = {
	name: 'frames',
	about: `the time slider of / at ${MEMBERS.toLocaleString('en')} members: thread time of a frame × ${CPU_SLOWDOWN}`,
	async measure() {
		const folder = mkdtempSync(join(tmpdir(), 'atlas-bench-'));
		const url = `sqlite:${join(folder, 'members.db')}`;
		await fillWithMembers(url, MEMBERS);
		const server = await startServer({ env: { TODAY, DATABASE_URL: url } });
		const bare = await serveBytes(referencePage(CITIES));
		try {
			return await withBrowser(async (browser) => {
				const own = await taken(browser, server.origin, slide);
				const hand = await taken(browser, bare.origin, repaint);
				const figures = (['median', 'worst of ten'] as const).map((which): Figure => ({
					what: `a frame of the slider, ${which}`,
					unit: 'ms',
					measured: at(own.frames, which),
					reference: { what: '41 cities by hand', value: at(hand.frames, which) },
					budget: { of: 'measured', most: MOST_MS }
				}));
				return [...figures, { what: 'beside it, the worker that sketches the map, a frame on average', unit: 'ms', measured: own.workers }];
			});
		} finally {
			await bare.stop();
			await server.stop();
			rmSync(folder, { recursive: true, force: true });
		}
	}
};

function at(values: readonly number[], which: 'median' | 'worst of ten'): number {
	if (which === 'median') return median(values);
	return values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.9)] as number;
}

/** Thread times of a run; the run before it warms the page up and does not count. */
function taken(browser: Browser, address: string, run: (page: Page) => Promise<void>): Promise<Times> {
	return withPage(browser, DESK, async (page) => {
		await page.goto(address, { timeout: PATIENCE_MS });
		await run(page);
		await browser.startTracing(page, { categories: ['toplevel', 'blink.user_timing'] });
		await run(page);
		return perFrame(JSON.parse((await browser.stopTracing()).toString()) as Trace);
	});
}

/** Moves the slider a stop a frame, once its page, chart included, is at work. */
async function slide(page: Page): Promise<void> {
	const slider = page.locator('input[type=range]').first();
	await page.locator('#svelte-announcer').waitFor({ state: 'attached', timeout: PATIENCE_MS });
	await page.locator('[data-live] svg').first().waitFor({ timeout: PATIENCE_MS });
	await slider.scrollIntoViewIfNeeded();
	await slider.evaluate(async (element: HTMLInputElement) => {
		for (let stop = Number(element.max); stop >= 0; stop--) {
			element.value = String(stop);
			element.dispatchEvent(new Event('input', { bubbles: true }));
			await new Promise((resolve) => requestAnimationFrame(resolve));
			performance.mark('atlas-frame');
		}
	});
}

/** The least that could be done: every city in another shade, and its number in another text. */
async function repaint(page: Page): Promise<void> {
	await page.evaluate(async () => {
		const [shapes, numbers] = [[...document.querySelectorAll<SVGPathElement>('a path')], [...document.querySelectorAll('td:last-child')]];
		for (let step = 0; step < 72; step++) {
			shapes.forEach((shape, i) => shape.setAttribute('fill', `hsl(175 40% ${30 + ((i + step) % 60)}%)`));
			numbers.forEach((number, i) => (number.textContent = String(i * step)));
			await new Promise((resolve) => requestAnimationFrame(resolve));
			performance.mark('atlas-frame');
		}
	});
}

function perFrame({ traceEvents }: Trace): Times {
	const marks = traceEvents.filter(({ name, cat }) => name === 'atlas-frame' && cat.includes('user_timing')).toSorted((a, b) => a.ts - b.ts);
	const [first, last] = [marks[0], marks.at(-1)];
	if (!first || !last) throw new Error('the trace holds no frame');
	const page = outermost(traceEvents, [first.tid], first.pid);
	const frames = marks.slice(0, -1).map(({ ts }, i) => total(page, ts, marks[i + 1]?.ts ?? Infinity));
	const workers = traceEvents.filter(({ name, pid, args }) => name === 'thread_name' && pid === first.pid && args?.name?.startsWith('DedicatedWorker')).map(({ tid }) => tid);
	return { frames, workers: total(outermost(traceEvents, workers, first.pid), first.ts, last.ts) / frames.length };
}

/** Tasks of some threads that ran within no other: a task within another is counted with it. */
function outermost(events: readonly Event[], tids: readonly number[], of: number): Event[] {
	const tasks = events.filter(({ pid, tid, ph, name, tdur }) => pid === of && tids.includes(tid) && ph === 'X' && /RunTask$/.test(name) && tdur !== undefined);
	const within = (task: Event, other: Event): boolean =>
		other.tid === task.tid && other.ts <= task.ts && other.ts + (other.dur ?? 0) >= task.ts + (task.dur ?? 0) && (other.dur ?? 0) > (task.dur ?? 0);
	return tasks.filter((task) => !tasks.some((other) => other !== task && within(task, other)));
}

/** Thread time in ms, slowed down, of the tasks that began between two times. */
function total(tasks: readonly Event[], from: number, until: number): number {
	return (tasks.filter(({ ts }) => ts >= from && ts < until).reduce((sum, { tdur = 0 }) => sum + tdur, 0) / 1000) * CPU_SLOWDOWN;
}

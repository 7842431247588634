import ICAL from 'ical.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { factsWith, filledDatabase, type FilledDatabase } from '#tests/records/filled.ts';
import { startServer, type RunningServer } from '#tests/server/start.ts';
import { ask } from './answer.ts';

let database: FilledDatabase;
let server: RunningServer;

beforeAll(async () => {
	const known = (id: string, held: string) => ({ id, kind: 'meeting' as const, title: { zh: `会议 ${id}`, en: null }, held, citations: [{ sourceId: 'xinhunan-2025-11' }] });
	const event = [known('of-a-month', '2025-03'), known('of-a-year', '2024'), known('of-no-day', ''), known('still-to-come', '2026-12-24')];
	database = await filledDatabase(factsWith({ event }));
	server = await startServer({ env: { DATABASE_URL: database.url, TODAY: '2026-11-22' } });
}, 120_000);
afterAll(async () => {
	await server?.stop();
	database?.remove();
});

/** The events in the calendar, and what it says of itself. */
async function calendar(path: string): Promise<{ ids: string[]; said: string }> {
	const parsed = new ICAL.Component(ICAL.parse((await ask(server.origin, path)).body) as unknown[]);
	return { ids: parsed.getAllSubcomponents('vevent').map((event) => String(event.getFirstPropertyValue('uid')).split('@')[0] as string), said: String(parsed.getFirstPropertyValue('x-wr-caldesc')).replace(/\\([,;\\])/g, '$1') };
}

test('the calendar says how many events it leaves out, and where they are', async () => {
	const { ids, said } = await calendar('/events.ics');
	const { items } = JSON.parse((await ask(server.origin, '/api/v1/events?limit=100')).body) as { items: { id: string; held: { precision: string } }[] };
	const toTheDay = items.filter(({ held }) => held.precision === 'day').map(({ id }) => id);
	expect(ids.toSorted()).toEqual(toTheDay.toSorted());
	const left = items.length - ids.length;
	expect(left).toBeGreaterThan(2);
	expect(said).toContain(`收录截至2026年11月22日、日期确知到日的活动${ids.length}项。另有${left}项日期未确知到日`);
	expect(said).toContain(`${server.origin}/events`);
	const english = await calendar('/en/events.ics');
	expect(english.said).toContain(`Left out, the day not known: ${left}.`);
	expect(english.said).toContain(`${server.origin}/en/events`);
	const feed = (await ask(server.origin, '/feed.atom')).body;
	for (const id of ['of-a-month', 'of-a-year']) {
		expect(feed).toContain(`/events/${id}<`);
		expect(ids).not.toContain(id);
	}
	const page = (await ask(server.origin, '/events')).body;
	for (const id of ['of-a-month', 'of-a-year', 'of-no-day']) expect(page).toContain(`/events/${id}"`);
	expect((await ask(server.origin, '/open-data')).body).toContain('日历的说明写明有几项未收');
});

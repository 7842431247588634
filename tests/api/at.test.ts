import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { alliance } from '#db/seeds/alliance.ts';
import { EMBEDS } from '#domain/embed.ts';
import { SHAPES, shapePath, shapesOf } from '#domain/shape.ts';
import { startServer, type RunningServer } from '#tests/server/start.ts';
import { open } from './answer.ts';
import { only, words } from './document.ts';
import { wordsIn } from './judges.ts';

const THEN = '2021-06-30';
const VIEWS = ['/', '/growth', '/cities/320200', '/cities/341100', '/provinces/340000', '/districts/341102', '/groups/yrd_core_27', '/members', '/figures/members', '/figures/cities', '/links'];
const EMBEDDED = EMBEDS.map((name) => (name === 'city' ? '/embed/city/341100' : `/embed/${name}`));

/** What names a member whatever the day: projects that nobody dated, and publications. */
const ANY_DAY = JSON.stringify([alliance.records.project, alliance.records.source]);
/** Members that joined after that day, in both languages. */
const LATER = alliance.records.member
	.filter(({ id }) => alliance.records.membership.some((stay) => stay.memberId === id && String(stay.joined) > THEN))
	.flatMap(({ name }) => [name.zh, ...(name.en ? [name.en] : [])])
	.filter((name) => !ANY_DAY.includes(name));

let server: RunningServer;
beforeAll(async () => void (server = await startServer({ env: { TODAY: '2026-11-22', API_RATE: '0' } })));
afterAll(() => server?.stop());

async function textAt(path: string, query: string): Promise<string> {
	const response = await fetch(server.origin + path + query);
	expect([path, response.status]).toEqual([path, 200]);
	return wordsIn(response.headers.get('content-type') ?? '', new Uint8Array(await response.arrayBuffer()));
}

const named = (text: string): string[] => LATER.filter((name) => text.includes(name));

test('some members joined later, and are named today', async () => {
	expect(LATER.length).toBeGreaterThan(3);
	for (const path of ['/members.csv', '/en/members.json', '/members.xlsx']) expect(named(await textAt(path, '')).length, path).toBeGreaterThan(1);
});

describe.each(['', '/en'])('on a day of the past, %s', (prefix) => {
	const day = prefix ? /2021-06-30|30 June 2021/ : /2021-06-30|2021年6月30日/;

	test.each(VIEWS.filter((path) => path !== '/growth'))('the page %s says its day, and nobody who joined later', async (path) => {
		const page = await open(server.origin, `${prefix && path === '/' ? prefix : prefix + path}?at=${THEN}`);
		expect(words(only(page, 'body'))).toMatch(day);
		expect(named(words(only(page, 'main')))).toEqual([]);
	});

	test.each(VIEWS.flatMap((path) => shapesOf(path).map((shape) => [path, shape] as const)))('%s as %s', async (path, shape) => {
		expect(SHAPES).toContain(shape);
		const address = prefix + shapePath(path, shape);
		if (shape === 'png') {
			const [then, now] = await Promise.all([`?at=${THEN}&width=400`, '?width=400'].map(async (query) => (await fetch(server.origin + address + query)).arrayBuffer()));
			expect(Buffer.from(then as ArrayBuffer).equals(Buffer.from(now as ArrayBuffer))).toBe(false);
			return;
		}
		const text = await textAt(address, `?at=${THEN}`);
		expect(named(text)).toEqual([]);
		if (shape === 'svg' || shape === 'json') expect(text).toMatch(day);
		if (path === '/' && shape === 'json') expect(text).toContain(prefix ? '12 members' : '登记成员12家');
	});

	test.each(EMBEDDED)('%s as page, drawing and picture', async (path) => {
		const text = words(await open(server.origin, `${prefix}${path}?at=${THEN}`));
		expect(text).toMatch(day);
		expect(named(text)).toEqual([]);
		const drawing = await textAt(`${prefix}${path}.svg`, `?at=${THEN}`);
		expect(drawing).toMatch(day);
		expect(named(drawing)).toEqual([]);
		const [then, now] = await Promise.all([`?at=${THEN}`, ''].map(async (query) => (await fetch(`${server.origin}${prefix}${path}.png${query}`)).arrayBuffer()));
		expect(Buffer.from(then as ArrayBuffer).equals(Buffer.from(now as ArrayBuffer))).toBe(false);
	});
});

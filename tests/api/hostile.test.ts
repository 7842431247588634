import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { filledDatabase, type FilledDatabase } from '#tests/records/filled.ts';
import { HOSTILE, HOSTILE_SHORT, hostileFacts } from '#tests/records/hostile.ts';
import { startServer, type RunningServer } from '#tests/server/start.ts';
import { ask, open } from './answer.ts';
import { crawl } from './crawl.ts';
import { all, only, words } from './document.ts';
import { originFaults, securityFaults } from './faults.ts';
import { Findings } from './findings.ts';

let database: FilledDatabase;
let server: RunningServer;

beforeAll(async () => {
	database = await filledDatabase(hostileFacts);
	server = await startServer({ env: { DATABASE_URL: database.url } });
});
afterAll(async () => {
	await server?.stop();
	database?.remove();
});

/** Pages that show names of records; every district page is the same page. */
const follow = (path: string): boolean => !/\/districts\/(?!320214)/.test(path);

describe('names made to break out of a page', () => {
	test('stay text on every page and in the data of every page', async () => {
		const faults = new Findings();
		const foreign = new Set(['img', 'iframe', 'object', 'embed', 'base']);
		const asked = await crawl(
			server.origin,
			['/', '/en'],
			async (path, answer) => {
				if (answer.status !== 200) return faults.add(path, `answers ${answer.status}`);
				for (const fault of [...securityFaults(answer, answer.page), ...originFaults(server.origin, path, answer.page)]) faults.add(path, fault);
				for (const { name } of all(answer.page, '*', ({ name }) => foreign.has(name))) faults.add(path, `an <${name}>`);
				for (const { children } of all(answer.page, 'script'))
					if (/<\/?script|<!--|<img/i.test(children.join(''))) faults.add(path, 'markup inside a script');
				const [address, query = ''] = path.split('?');
				const data = await ask(server.origin, `${address === '/' ? '' : address}/__data.json${query && `?${query}`}`);
				if (!data.headers.get('content-type')?.startsWith('application/json')) faults.add(path, 'data that is no JSON');
				JSON.parse(data.body);
			},
			follow
		);
		expect(faults.list()).toEqual([]);
		expect(asked).toBeGreaterThan(200);
	}, 240_000);

	test('are shown as they are written, in full', async () => {
		const folded = words({ name: 'p', attributes: {}, children: [HOSTILE] });
		for (const path of [
			'/members/hostile-member',
			'/projects/hostile-project',
			'/events/hostile-event',
			'/partners/hostile-partner',
			'/sources/hostile-source',
			'/groups/hostile-group'
		])
			for (const prefix of ['', '/en']) {
				const page = await open(server.origin, prefix + path);
				expect(words(only(page, 'h1')), prefix + path).toContain(folded);
				expect(all(page, 'title', ({ children }) => children.join('').includes(HOSTILE)), prefix + path).toHaveLength(1);
			}
		const city = words(only(await open(server.origin, '/cities/320200'), 'main'));
		expect(city.split(folded).length).toBeGreaterThan(3);
		expect(words(await open(server.origin, '/'))).toContain(HOSTILE_SHORT);
	});

	test('a link to a hostile address stays one link, to that address', async () => {
		const page = await open(server.origin, '/sources/hostile-source');
		const out = all(page, 'a', ({ attributes }) => attributes.href?.startsWith('https://example.org') ?? false);
		expect(out).toHaveLength(1);
		expect(out[0]?.attributes.rel).toMatch(/noopener/);
	});

	test('what a reader types is not let out either', async () => {
		for (const path of ['/members', '/projects', '/events', '/partners', '/search', '/en/search']) {
			const answer = await ask(server.origin, `${path}?q=${encodeURIComponent(HOSTILE)}nowhere`);
			expect(answer.status).toBe(200);
			expect(securityFaults(answer, answer.page)).toEqual([]);
			expect(all(answer.page, 'img')).toHaveLength(0);
			expect(only(answer.page, 'input', ({ attributes }) => attributes.name === 'q').attributes.value).toBe(`${HOSTILE}nowhere`.slice(0, 100));
		}
		for (const value of ['theme', 'kind', 'at', 'known', 'by', 'status', 'after', 'anything']) {
			const answer = await ask(server.origin, `/projects?${value}=${encodeURIComponent(HOSTILE)}`);
			expect([answer.status, securityFaults(answer, answer.page), all(answer.page, 'img')], value).toEqual([200, [], []]);
		}
		const missing = await ask(server.origin, `/members/${encodeURIComponent(HOSTILE)}`);
		expect([missing.status, securityFaults(missing, missing.page), all(missing.page, 'img')]).toEqual([404, [], []]);
	});
});

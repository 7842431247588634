import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { shapePath, shapesOf } from '#domain/shape.ts';
import { OPERATIONS } from '#lib/server/api/operations.ts';
import { filledDatabase, type FilledDatabase } from '#tests/records/filled.ts';
import { HOSTILE, hostileFacts } from '#tests/records/hostile.ts';
import { SECRET, SECRET_TOTAL, secretCorrection, secretFacts } from '#tests/records/secrets.ts';
import { startServer, type RunningServer } from '#tests/server/start.ts';
import { Findings } from './findings.ts';
import { faultsOf, readCsv, wordsIn } from './judges.ts';

const ABREAST = 6;
const TELLING = new RegExp(`${SECRET}|internal_?note|${SECRET_TOTAL}|${SECRET_TOTAL.toLocaleString('en')}`, 'i');

/** Every public page by the sitemap, each in its shapes, the interface and the feeds; of the districts a few. */
async function everyAddress(origin: string): Promise<string[]> {
	const index = await (await fetch(`${origin}/sitemap.xml`)).text();
	const parts = [...index.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => new URL(address as string).pathname);
	const pages: string[] = [];
	for (const part of parts) pages.push(...[...(await (await fetch(origin + part)).text()).matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => new URL(address as string).pathname));
	const kept = [...pages.filter((path) => !/\/districts\/(?!320214|341103)/.test(path)), '/growth', '/en/growth'];
	const drawn = new Set<string>();
	const shaped = kept.flatMap((path) => {
		const english = /^\/en(?=\/|$)/.test(path);
		const bare = english ? path.slice(3) || '/' : path;
		return shapesOf(bare)
			.filter((shape) => {
				// One picture of each kind of view in each language: what draws one draws the next.
				const kind = `${english} ${bare.split('/')[1]}`;
				if (shape !== 'png' || !drawn.has(kind)) return shape === 'png' ? Boolean(drawn.add(kind)) : true;
				return false;
			})
			.map((shape) => `${english ? '/en' : ''}${shapePath(bare, shape)}${shape === 'png' ? '?width=300' : ''}`);
	});
	const api = OPERATIONS.map(({ example }) => `/api/v1${example}`);
	const files = ['/data.zip', '/en/data.zip', '/feed.atom', '/en/feed.atom', '/events.ics', '/en/events.ics', '/robots.txt', '/sitemap.xml', ...parts, '/api/v1', '/api/v1/openapi.json', '/facts', '/en/facts?at=2021-06-30'];
	const views = ['?at=2021-06-30', '?known=2026-01-15', '?kind=park&category=research'].flatMap((query) => ['/', '/dashboard.json', '/dashboard.csv', '/dashboard.svg', '/members.xlsx'].map((path) => path + query));
	const tables = ['provinces', 'groups', 'kinds', 'categories', 'events'].map((table) => `/dashboard.csv?table=${table}`);
	return [...kept.filter((path) => !path.endsWith('/growth')), ...shaped, ...api, ...files, ...views, ...tables, '/dashboard.csv?headers=codes'];
}

async function visitAll(origin: string, visit: (path: string, type: string, bytes: Uint8Array, status: number) => void): Promise<number> {
	const addresses = await everyAddress(origin);
	const waiting = [...addresses];
	const work = async (): Promise<void> => {
		for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
			const response = await fetch(origin + path);
			visit(path, response.headers.get('content-type') ?? '', new Uint8Array(await response.arrayBuffer()), response.status);
		}
	};
	await Promise.all(Array.from({ length: ABREAST }, work));
	return addresses.length;
}

const TYPES: Readonly<Record<string, RegExp>> = { csv: /^text\/csv/, json: /^application\/json/, geojson: /^application\/geo\+json/, svg: /^image\/svg/, png: /^image\/png/, xlsx: /spreadsheetml/, zip: /zip$/, atom: /^application\/atom/, ics: /^text\/calendar/, xml: /^application\/xml/, txt: /^text\/plain/ };

/** The type an address must have by its ending. */
function fits(path: string, type: string): boolean {
	const [bare = ''] = path.split('?');
	if (bare.startsWith('/api/') || bare.endsWith('/facts')) return /^application\/json/.test(type);
	const ending = /\.(\w+)$/.exec(bare)?.[1];
	return (ending === undefined ? /^text\/html/ : (TYPES[ending] ?? /^$/)).test(type);
}

describe('a record full of secrets', () => {
	let database: FilledDatabase;
	let server: RunningServer;
	beforeAll(async () => {
		database = await filledDatabase(secretFacts, secretCorrection);
		server = await startServer({ env: { DATABASE_URL: database.url, API_RATE: '0' } });
	});
	afterAll(async () => {
		await server?.stop();
		database?.remove();
	});

	test('every public address in both languages and every shape: there, of the right type, valid, and without a secret', async () => {
		const faults = new Findings();
		const asked = await visitAll(server.origin, (path, type, bytes, status) => {
			if (status !== 200) return faults.add(path, `answers ${status}`);
			if (!fits(path, type)) faults.add(path, `is ${type}`);
			for (const fault of faultsOf(type, bytes)) faults.add(path, fault);
			const told = TELLING.exec(wordsIn(type, bytes));
			if (told) faults.add(path, `tells ${told[0]}`);
		});
		expect(faults.list()).toEqual([]);
		expect(asked).toBeGreaterThan(900);
	}, 400_000);

	test('asking for the inside by name finds nothing', async () => {
		for (const path of ['/api/v1/prospects', '/api/v1/targets', '/api/v1/history', '/api/v1/people', '/prospects.csv', '/targets.csv', '/staff.json'])
			expect((await fetch(server.origin + path)).status, path).toBe(404);
		for (const list of ['members', 'projects', 'events', 'partners']) {
			expect(await (await fetch(`${server.origin}/api/v1/${list}?q=${SECRET}`)).json()).toMatchObject({ total: 0, items: [] });
			expect(readCsv(await (await fetch(`${server.origin}/${list}.csv?q=${SECRET}`)).text())).toHaveLength(1);
		}
	});
});

describe('a record full of names made to break out', () => {
	let database: FilledDatabase;
	let server: RunningServer;
	beforeAll(async () => {
		database = await filledDatabase(hostileFacts);
		server = await startServer({ env: { DATABASE_URL: database.url, API_RATE: '0' } });
	});
	afterAll(async () => {
		await server?.stop();
		database?.remove();
	});

	test('they stay text in every shape', async () => {
		const faults = new Findings();
		await visitAll(server.origin, (path, type, bytes, status) => {
			if (status !== 200) return faults.add(path, `answers ${status}`);
			for (const fault of faultsOf(type, bytes)) faults.add(path, fault);
			if (/svg|xml|spreadsheetml/.test(type) && /<img|<script|<!--/.test(wordsIn(type, bytes))) faults.add(path, 'markup that is not its own');
		});
		expect(faults.list()).toEqual([]);
	}, 400_000);

	test('and are told in full', async () => {
		const ask = async (path: string): Promise<string> => (await fetch(server.origin + path)).text();
		expect(((await (await fetch(`${server.origin}/api/v1/members/hostile-member`)).json()) as { item: { name: { zh: string } } }).item.name.zh).toBe(HOSTILE);
		expect(readCsv(await ask('/members.csv')).flat()).toContain(HOSTILE);
		expect((await ask('/feed.atom')).replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))).toContain(HOSTILE);
		const linked = /<script type="application\/ld\+json">([^<]*)<\/script>/.exec(await ask('/members/hostile-member'))?.[1];
		expect((JSON.parse(linked ?? '{}') as { name: string }).name).toBe(HOSTILE);
	});
});

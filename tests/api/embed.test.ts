import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import fc from 'fast-check';
import { parse } from 'parse5';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { EMBEDS, HIDEABLE } from '#domain/embed.ts';
import { fillWithMembers } from '#tests/bench/members.ts';
import { filledDatabase, type FilledDatabase } from '#tests/records/filled.ts';
import { HOSTILE, hostileFacts } from '#tests/records/hostile.ts';
import { SECRET, SECRET_TOTAL, secretCorrection, secretFacts } from '#tests/records/secrets.ts';
import { startServer, type RunningServer } from '#tests/server/start.ts';
import { ask, open } from './answer.ts';
import { all, words } from './document.ts';

const PATHS = EMBEDS.map((name) => (name === 'city' ? '/embed/city/320200' : `/embed/${name}`)).flatMap((path) => [path, `/en${path}`]);

/** Pages with a card of their own; the records are in every database of these tests. */
const CARDS = ['/members/hongdou-jituan', '/en/members/hongdou-jituan', '/projects/chanye-hezuo-lianyungang', '/events/liuchengshi-jiameng-2023', '/partners/guoji-shinei-gaoerfu-xiehui', '/sources/xinhunan-2025-11', '/compare', '/links', '/wall', '/events', '/districts/320205'];

/** Bytes of an address as they travel with brotli, its head included. */
async function weight(origin: string, path: string): Promise<number> {
	const response = await fetch(origin + path, { headers: { 'accept-encoding': 'br' } });
	const head = [...response.headers].reduce((sum, [name, value]) => sum + name.length + value.length + 4, 20);
	const sent = Number(response.headers.get('content-length'));
	expect(response.headers.get('content-encoding'), path).toBe('br');
	await response.arrayBuffer();
	return head + sent;
}

/** What a browser asks for the tab of a page: the icon it names, and without a name that of the site. */
function iconOf(page: Parameters<typeof all>[0]): string[] {
	const [named] = all(page, 'link', ({ attributes }) => attributes.rel === 'icon');
	const address = named?.attributes.href ?? '/favicon.ico';
	return address.startsWith('data:') ? [] : [address];
}

/** The map with everything it loads, in bytes, and how many requests that is. */
async function whole(origin: string, path: string): Promise<{ bytes: number; requests: number }> {
	const page = await open(origin, path);
	const loaded = [
		...iconOf(page),
		...all(page, 'script').map(({ attributes }) => attributes.src),
		...all(page, 'link', ({ attributes }) => attributes.rel === 'stylesheet').map(({ attributes }) => attributes.href),
		...all(page, 'img').map(({ attributes }) => attributes.src)
	].filter((address) => address !== undefined);
	const weights = await Promise.all([path, ...loaded].map((address) => weight(origin, address)));
	return { bytes: weights.reduce((sum, bytes) => sum + bytes, 0), requests: 1 + loaded.length };
}

describe('on the recorded facts', () => {
	test.each(PATHS)('%s is whole without script: words, sources, the day, links in tabs of their own', async (path) => {
		const origin = inject('origin');
		const page = await open(origin, path);
		const text = words(page);
		expect(text).toMatch(path.startsWith('/en') ? /Data as of \d+ \w+ 20\d\d/ : /数据截至 20\d\d年/);
		expect(text).toContain('长三角一体化太湖融合创新联盟');
		if (/map|city/.test(path)) expect(text).toContain('GS(2024)0650');
		const links = all(page, 'a');
		expect(links.length).toBeGreaterThan(1);
		for (const { attributes } of links) expect([attributes.target, attributes.rel]).toEqual(['_blank', 'noopener']);
		expect(all(page, 'script').map(({ attributes }) => [attributes.src, 'defer' in attributes])).toEqual([['/embed-view.js', true]]);
	});

	test('the five say the same figures as the dashboard', async () => {
		const origin = inject('origin');
		const [map, stats, dashboard] = await Promise.all(['/embed/map', '/embed/stats', '/'].map(async (path) => words(await open(origin, path))));
		for (const figure of ['登记成员20家', '8座城市']) for (const text of [map, stats, dashboard]) expect(text).toContain(figure);
		expect(words(await open(origin, '/embed/map?at=2021-06-30'))).toContain('登记成员12家');
		expect(words(await open(origin, '/embed/map?group=taihu_science_circle'))).not.toContain('登记成员20家');
	});

	test('every option is taken, and what makes no sense is ignored', async () => {
		const origin = inject('origin');
		const body = async (query: string): Promise<string> => (await ask(origin, `/embed/map?${query}`)).body;
		expect(await body('theme=dark')).toContain('data-theme="dark"');
		expect(await body('lang=en')).toContain('Where the members are');
		expect(await body('accent=8a1f11')).toContain('#8a1f11');
		expect(await body('metric=projects')).toContain('合作项目');
		for (const part of HIDEABLE) expect((await body(`hide=${part}`)).length, part).toBeLessThan((await body('')).length + 20);
		expect(await body('still=1')).not.toContain('<script');
		expect(await body('theme=x&accent=red&hide=credits&metric=1&at=2020-13-45&lang=xx&kind=<b>')).toBe(await body(''));
		expect(await body('hide=title,sentence,legend,names,table,time,link')).toContain('数据截至');
	});

	test('what does not exist says so, and may be framed to say it', async () => {
		for (const path of ['/embed/nothing', '/embed/city/999999', '/embed/city/110000', '/embed/frozen/abcdef123456']) {
			const { status, page, headers } = await ask(inject('origin'), path);
			expect([status, words(page).length > 5, headers.get('x-frame-options')], path).toEqual([404, true, null]);
		}
		expect((await ask(inject('origin'), '/embed/city/999999.png')).status).toBe(404);
	});

	test('only embeds may be framed; no answer of theirs sets a cookie or lets anything in', async () => {
		const origin = inject('origin');
		for (const path of PATHS) {
			const { headers, body } = await ask(origin, path);
			const policy = headers.get('content-security-policy') ?? '';
			const styles = /<style>([^]*?)<\/style>/.exec(body)?.[1] ?? '';
			expect(headers.get('x-frame-options')).toBeNull();
			expect(policy).toContain('frame-ancestors *');
			expect(policy).toContain("default-src 'none'");
			expect(policy).not.toContain('unsafe');
			expect(policy).toContain(`'sha256-${createHash('sha256').update(styles).digest('base64')}'`);
			expect(body).not.toMatch(/ style=|javascript:| on\w+=/);
			expect(headers.get('set-cookie')).toBeNull();
		}
		for (const path of ['/', '/en/cities/320200', '/members', '/oembed', '/embed/../members', '/healthz']) expect((await ask(origin, path)).headers.get('x-frame-options'), path).toBe('DENY');
	});

	test('a member in a list is of one kind, in both languages', async () => {
		const origin = inject('origin');
		for (const path of ['/en/embed/members', '/en/embed/city/320200']) {
			const said = words(await open(origin, path)).replaceAll('\n', ' ');
			expect(said, path).toMatch(/Enterprise · /);
			expect(said, path).not.toMatch(/(Enterprises|Parks) · /);
		}
		expect((await ask(origin, '/en/embed/members.svg')).body).toContain('Enterprise · Wuxi');
		expect(words(await open(origin, '/embed/members'))).toContain('企业 · 无锡');
	});

	test('a live one is asked for again and answered shortly while nothing changed', async () => {
		const first = await ask(inject('origin'), '/embed/growth');
		expect(first.headers.get('cache-control')).toMatch(/max-age=0.*stale-while-revalidate=\d+/);
		const again = await ask(inject('origin'), '/embed/growth', { headers: { 'if-none-match': first.headers.get('etag') ?? '' } });
		expect([again.status, again.body]).toEqual([304, '']);
	});

	test('pictures are pictures, cards are cards', async () => {
		const origin = inject('origin');
		for (const path of PATHS) {
			const svg = await ask(origin, `${path}.svg`);
			expect(svg.headers.get('content-type')).toBe('image/svg+xml');
			expect(XMLValidator.validate(svg.body), path).toBe(true);
			expect(svg.body).not.toMatch(/var\(--|<script|href=/);
		}
		const png = async (path: string) => Buffer.from(await (await fetch(origin + path)).arrayBuffer());
		const size = (file: Buffer) => [file.toString('latin1', 1, 4), file.readUInt32BE(16), file.readUInt32BE(20)];
		expect(size(await png('/embed/map.png?card=1'))).toEqual(['PNG', 1200, 630]);
		expect(size(await png('/en/embed/city/320200.png?card=1&width=400'))).toEqual(['PNG', 400, 210]);
		expect(size(await png('/embed/growth.png?width=600')).slice(0, 2)).toEqual(['PNG', 600]);
		expect(size(await png('/embed/stats.png?width=999999'))[1]).toBe(2400);
	}, 120_000);

	test('what is hidden is not drawn, and what no picture has changes nothing', async () => {
		const drawing = async (query: string, name = 'map') => (await ask(inject('origin'), `/embed/${name}.svg?${query}`)).body;
		const texts = (svg: string): string[] => [...svg.matchAll(/<text[^>]*>(.*?)<\/text>/g)].map(([, text = '']) => text);
		const height = (svg: string): number => Number(/ height="(\d+)"/.exec(svg)?.[1]);
		for (const name of ['map', 'city/320200']) {
			const whole = await drawing('', name);
			for (const [part, words] of [['title', /成员分布/], ['sentence', /截至.*登记成员/], ['legend', /^1–2家|^1家|^1$|家/], ['names', /^锡山|^杭州/]] as const) {
				const [before, after] = [texts(whole), texts(await drawing(`hide=${part}`, name))];
				expect(before.length, part).toBeGreaterThan(after.length);
				expect(before.filter((text) => words.test(text)).length, `${name} ${part}`).toBeGreaterThan(after.filter((text) => words.test(text)).length);
				if (part !== 'names') expect(height(await drawing(`hide=${part}`, name)), part).toBeLessThan(height(whole));
			}
			for (const query of ['hide=table,time,link', 'still=1', 'hide=credits']) expect(await drawing(query, name), query).toBe(whole);
			const bare = await drawing('hide=title,sentence,legend,names', name);
			expect(texts(bare).join()).toMatch(/数据截至.*审图号/);
			expect(bare).toMatch(/<title id="title">.+<\/title><desc id="desc">.*登记成员/);
		}
		const png = async (query: string) => Buffer.from(await (await fetch(`${inject('origin')}/embed/map.png?width=600&${query}`)).arrayBuffer()).readUInt32BE(20);
		expect(await png('hide=title,sentence,legend')).toBeLessThan(await png(''));
	});

	test('any address below /embed is answered, never by a fault', async () => {
		const part = fc.constantFrom('map', 'growth', 'stats', 'members', 'city', '320200', '310000', 'frozen', 'frames', '..', 'map.svg', 'x');
		const path = fc.oneof(fc.array(part, { maxLength: 3 }).map((parts) => parts.join('/')), fc.string().map(encodeURIComponent));
		const value = fc.oneof(fc.constantFrom('2023-12-31', '0000-00-00', 'park', 'projects', 'since', 'quantile', '1,5', 'dark', 'en', 'fff', 'title', 'yrd_core_27', '__proto__'), fc.string());
		const key = fc.oneof(fc.constantFrom('at', 'known', 'theme', 'kind', 'province', 'group', 'by', 'metric', 'classes', 'accent', 'hide', 'lang', 'still', 'width', 'url', 'format', 'maxwidth'), fc.string());
		await fc.assert(
			fc.asyncProperty(path, fc.dictionary(key, value, { maxKeys: 5 }), async (below, query) => {
				const { status } = await ask(inject('origin'), `/embed/${below}?${new URLSearchParams(query)}`);
				expect(status).toBeLessThan(500);
			}),
			{ numRuns: 150 }
		);
	}, 120_000);
});

describe('oEmbed', () => {
	const oembed = (query: Record<string, string>) => ask(inject('origin'), `/oembed?${new URLSearchParams(query)}`);

	test('answers for every kind of public page, in JSON and in XML, the same', async () => {
		const origin = inject('origin');
		for (const path of ['/', '/en?at=2023-12-31', '/cities/320200', '/provinces/320000', '/en/groups/yrd_core_27', '/members', '/figures/members', '/growth', '/members/hongdou-jituan', '/projects', '/sources', '/embed/growth?theme=dark']) {
			const json = await oembed({ url: origin + path, format: 'json' });
			expect([json.status, json.headers.get('content-type')], path).toEqual([200, 'application/json; charset=utf-8']);
			const said = JSON.parse(json.body) as Record<string, string | number>;
			expect(said.version).toBe('1.0');
			expect(said.title, path).toBeTruthy();
			expect(['rich', 'link']).toContain(said.type);
			if (said.type === 'rich') for (const key of ['html', 'width', 'height', 'thumbnail_url', 'thumbnail_width', 'thumbnail_height']) expect(said[key], `${path} ${key}`).toBeTruthy();
			const xml = await oembed({ url: origin + path, format: 'xml' });
			expect(XMLValidator.validate(xml.body)).toBe(true);
			const read = (new XMLParser({ parseTagValue: false, htmlEntities: true }).parse(xml.body) as { oembed: Record<string, string> }).oembed;
			expect(read).toEqual(Object.fromEntries(Object.entries(said).map(([name, value]) => [name, String(value)])));
		}
	});

	test('keeps within the size asked for, its thumbnail too, and its frame is there', async () => {
		const origin = inject('origin');
		const said = JSON.parse((await oembed({ url: `${origin}/cities/320200`, maxwidth: '320', maxheight: '400' })).body) as { html: string; width: number; height: number; thumbnail_url: string; thumbnail_width: number };
		expect([said.width, said.height]).toEqual([320, 400]);
		expect(said.thumbnail_width).toBeLessThanOrEqual(320);
		expect((await fetch(said.thumbnail_url)).headers.get('content-type')).toBe('image/png');
		const [, src = ''] = /src="([^"]+)"/.exec(said.html) ?? [];
		expect((await fetch(src.replaceAll('&#38;', '&'))).status).toBe(200);
	});

	test('says what is wrong', async () => {
		const origin = inject('origin');
		expect((await oembed({})).status).toBe(400);
		expect((await oembed({ url: 'https://example.org/' })).status).toBe(404);
		expect((await oembed({ url: `${origin}/nothing` })).status).toBe(404);
		expect((await oembed({ url: `${origin}/staff` })).status).toBe(404);
		expect((await oembed({ url: `${origin}/cities/999999` })).status).toBe(404);
		expect((await oembed({ url: `${origin}/`, format: 'yaml' })).status).toBe(501);
		expect((await oembed({ url: `${origin}/`, maxwidth: '-1' })).status).toBe(400);
	});

	test('pages lead to it, and name the picture of their view', async () => {
		const origin = inject('origin');
		for (const path of ['/?at=2023-12-31', '/cities/320200', '/en/members', '/projects']) {
			const page = await open(origin, path);
			const found = all(page, 'link', ({ attributes }) => /^(application\/json|text\/xml)\+oembed$/.test(attributes.type ?? ''));
			expect(found, path).toHaveLength(2);
			for (const { attributes } of found) expect((await fetch(attributes.href as string)).status).toBe(200);
			const meta = (name: string) => all(page, 'meta', ({ attributes }) => (attributes.property ?? attributes.name) === name)[0]?.attributes.content;
			expect(meta('twitter:card')).toBe('summary_large_image');
			const image = await fetch(meta('og:image') as string);
			expect([image.status, image.headers.get('content-type')], path).toEqual([200, 'image/png']);
		}
		expect((await ask(origin, '/?at=2023-12-31')).body).toContain('/embed/map.png?at=2023-12-31&amp;card=1');
	}, 120_000);
});

describe('weights', () => {
	let demo: RunningServer;
	let many: RunningServer;
	let folder: string;
	beforeAll(async () => {
		demo = await startServer({ demo: true });
		folder = mkdtempSync(join(tmpdir(), 'atlas-embed-'));
		const DATABASE_URL = `sqlite:${join(folder, 'atlas.db')}`;
		await fillWithMembers(DATABASE_URL, 20_000);
		many = await startServer({ env: { DATABASE_URL, TODAY: '2026-11-22' } });
	}, 180_000);
	afterAll(async () => {
		await demo?.stop();
		await many?.stop();
		rmSync(folder, { recursive: true, force: true });
	});

	test('the map with everything it loads is 20 kB at most, in two requests, at any number of members', async () => {
		for (const origin of [inject('origin'), demo.origin, many.origin])
			for (const path of ['/embed/map', '/en/embed/map', '/embed/map?metric=since&accent=b00020&theme=dark', '/en/embed/map?metric=projects']) {
				const { bytes, requests } = await whole(origin, path);
				expect(bytes, path).toBeLessThanOrEqual(20_000);
				expect(requests).toBeLessThanOrEqual(2);
			}
	});

	test('the others are lighter', async () => {
		for (const origin of [inject('origin'), demo.origin, many.origin])
			for (const path of PATHS.filter((path) => !path.endsWith('/map'))) expect((await whole(origin, path)).bytes, path).toBeLessThanOrEqual(14_000);
	});

	test('the script of a host page is 3 kB at most, that of an embed 15 kB', async () => {
		for (const [path, most] of [
			['/embed.js', 3000],
			['/embed-view.js', 15_000]
		] as const) {
			const { body, headers } = await ask(inject('origin'), path);
			expect(headers.get('content-type')).toMatch(/javascript/);
			expect(brotliCompressSync(body).length).toBeLessThanOrEqual(most);
			expect(await weight(inject('origin'), path)).toBeLessThanOrEqual(most + 600);
			expect(body).not.toMatch(/https?:\/\/(?!\*)|localStorage|sessionStorage|document\.cookie|indexedDB|eval\(/);
		}
	});
});

describe('names made to break out, and secrets', () => {
	let hostile: FilledDatabase;
	let secret: FilledDatabase;
	let servers: readonly RunningServer[] = [];
	beforeAll(async () => {
		hostile = await filledDatabase(hostileFacts);
		secret = await filledDatabase(secretFacts, secretCorrection);
		servers = await Promise.all([hostile, secret].map(({ url }) => startServer({ env: { DATABASE_URL: url } })));
	}, 120_000);
	afterAll(async () => {
		for (const server of servers) await server.stop();
		hostile?.remove();
		secret?.remove();
	});

	const addresses = (origin: string) => [...PATHS, '/embed/map?group=hostile-group', '/embed/map/frames', ...PATHS.map((path) => `${path}.svg`), ...CARDS.map((page) => `/embed/card.svg?page=${encodeURIComponent(page)}`), `/oembed?url=${encodeURIComponent(`${origin}/`)}&format=xml`];

	test('names stay text everywhere', async () => {
		const origin = servers[0]?.origin as string;
		for (const path of addresses(origin)) {
			const { body, status, headers } = await ask(origin, path);
			expect(status, path).toBe(200);
			const type = headers.get('content-type') ?? '';
			if (!type.includes('json')) expect(body, path).not.toMatch(/<img|<script(?! defer src="\/embed-view\.js")|onerror=(?!alert\(\d\)&)/);
			if (type.includes('svg') || type.includes('xml')) expect(XMLValidator.validate(body), path).toBe(true);
			if (type.includes('html')) {
				const faults: string[] = [];
				parse(body, { onParseError: ({ code }) => void faults.push(code) });
				expect(faults, path).toEqual([]);
			}
		}
		expect(words(await open(origin, '/embed/city/320200'))).toContain(words({ name: 'p', attributes: {}, children: [HOSTILE] }));
	});

	test('nothing internal is told', async () => {
		const origin = servers[1]?.origin as string;
		const telling = new RegExp(`${SECRET}|internal_?note|${SECRET_TOTAL}|${SECRET_TOTAL.toLocaleString('en')}`, 'i');
		for (const path of addresses(origin).filter((path) => !path.includes('hostile'))) {
			const { body, headers } = await ask(origin, path);
			expect(telling.exec(body + [...headers].join())?.[0], path).toBeUndefined();
		}
	});
});

import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '#db/connection.server.ts';
import { saveRecord } from '#db/queries/record.ts';
import { writeSetting } from '#db/queries/setting.ts';
import { memberSchema } from '#domain/member.ts';
import { membershipSchema } from '#domain/membership.ts';
import type { FramingInput } from '#domain/framing.ts';
import { filledDatabase, type FilledDatabase } from '#tests/records/filled.ts';
import { alliance } from '#db/seeds/alliance.ts';
import { signIn } from '#tests/server/sign-in.ts';
import { startServer, type RunningServer } from '#tests/server/start.ts';
import { ask, open } from './answer.ts';
import { all, words } from './document.ts';

let database: FilledDatabase;
let server: RunningServer;
beforeAll(async () => {
	database = await filledDatabase(alliance);
	server = await startServer({ env: { DATABASE_URL: database.url, TODAY: '2026-11-22' } });
}, 120_000);
afterAll(async () => {
	await server?.stop();
	database?.remove();
});

async function allow(framing: FramingInput | null): Promise<void> {
	const db = openDatabase(database.url);
	try {
		await db.transaction().execute((trx) => writeSetting(trx, 'framing', framing));
	} finally {
		await db.destroy();
	}
}

/** One more member, so that every live embed changes. */
async function grow(id: string): Promise<void> {
	const db = openDatabase(database.url);
	try {
		await db.transaction().execute(async (trx) => {
			const save = { actor: 'test', reason: 'test', at: '2026-11-22T01:00:00.000Z', expectedVersion: null };
			await saveRecord(trx, 'member', v.parse(memberSchema, { id, name: { zh: `新成员${id}` }, kind: 'park', kindBasis: 'stated', city: '330100', cityBasis: 'stated', districtBasis: 'unknown' }), save);
			await saveRecord(trx, 'membership', v.parse(membershipSchema, { id: `${id}-m`, memberId: id, joined: '2026-01-05', joinedBasis: 'stated' }), save);
		});
	} finally {
		await db.destroy();
	}
}

describe('where embeds may be framed', () => {
	test('is what the setting says, at once, and never a page', async () => {
		const policy = async (path: string) => (await ask(server.origin, path)).headers.get('content-security-policy');
		expect(await policy('/embed/map')).toContain('frame-ancestors *');
		await allow({ anywhere: false, origins: ['https://news.example.org/page'] });
		await expect.poll(() => policy('/embed/map')).toContain("frame-ancestors 'self' https://news.example.org;");
		expect(await policy('/')).toContain("frame-ancestors 'none'");
		await allow(null);
		await expect.poll(() => policy('/embed/map')).toContain('frame-ancestors *');
	});
});

describe('a frozen embed', () => {
	test('keeps its bytes whatever happens to the data, says its date, and is never asked for again', async () => {
		const editor = await signIn('editor', server.databaseUrl);
		const form = { method: 'POST', headers: { cookie: editor.cookie, origin: server.origin, 'content-type': 'application/x-www-form-urlencoded' }, body: 'label=%E5%B9%B4%E6%8A%A5' };
		const done = await ask(server.origin, '/staff/embeds?view=map&look=dark&/freeze', form);
		expect(done.status).toBe(200);
		const list = await ask(server.origin, '/staff/embeds', { headers: { cookie: editor.cookie } });
		const [link] = all(list.page, 'a', ({ attributes }) => attributes.href?.startsWith('/embed/frozen/') ?? false);
		const path = link?.attributes.href as string;
		const shapes = [path, `${path}.svg`, `${path}.png`];
		const bytes = () => Promise.all(shapes.map(async (address) => Buffer.from(await (await fetch(server.origin + address)).arrayBuffer()).toString('base64')));
		const before = await bytes();
		const frozen = await ask(server.origin, path);
		expect(words(frozen.page)).toContain('冻结于 2026年11月22日');
		expect(frozen.body).toContain('data-theme="dark"');
		expect(frozen.headers.get('cache-control')).toContain('immutable');
		const policy = frozen.headers.get('content-security-policy') ?? '';
		expect(policy).toContain('frame-ancestors *');
		const styles = /<style>([^]*?)<\/style>/.exec(frozen.body)?.[1] ?? '';
		expect(policy).toContain(createHash('sha256').update(styles).digest('base64'));
		const live = await ask(server.origin, '/embed/map?theme=dark');
		await grow('grown-1');
		await expect.poll(async () => (await ask(server.origin, '/embed/map?theme=dark')).body !== live.body).toBe(true);
		expect(await bytes()).toEqual(before);
		expect((await ask(server.origin, '/embed/map?theme=dark')).headers.get('etag')).not.toBe(live.headers.get('etag'));
	}, 120_000);

	test('is made by editors only, with a name', async () => {
		const [viewer, editor] = [await signIn('viewer', server.databaseUrl), await signIn('editor', server.databaseUrl)];
		const freeze = (cookie: string, body: string) => ask(server.origin, '/staff/embeds?/freeze', { method: 'POST', headers: { cookie, origin: server.origin, accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' }, body });
		expect((await freeze('', 'label=x')).status).toBe(401);
		expect((await freeze(viewer.cookie, 'label=x')).status).toBe(403);
		const refused = await freeze(editor.cookie, 'label=+');
		expect(refused.status).toBe(400);
		expect(words(refused.page)).toContain('请填写名称。');
	});
});

describe('where embeds are shown', () => {
	const tell = (body: unknown, headers: Record<string, string> = {}) => ask(server.origin, '/embed/seen', { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: typeof body === 'string' ? body : JSON.stringify(body) });
	const seen = { path: '/embed/map', host: 'https://news.example.org', width: 640, height: 930, error: null };

	test('is learned from their own words, and shown to staff', async () => {
		expect((await tell(seen)).status).toBe(204);
		expect((await tell({ ...seen, path: '/en/embed/city/320200', error: 'frames' })).status).toBe(204);
		const report = { 'csp-report': { 'document-uri': `${server.origin}/embed/stats`, 'blocked-uri': 'https://other.example.net', 'violated-directive': 'frame-ancestors' } };
		expect((await tell(report, { 'content-type': 'application/csp-report' })).status).toBe(204);
		const { cookie } = await signIn('viewer', server.databaseUrl);
		const page = (await ask(server.origin, '/staff/embeds/usage', { headers: { cookie } })).page;
		const rows = all(page, 'tr').map(words);
		expect(rows.find((row) => row.includes('https://news.example.org') && row.includes('map'))).toContain('640 × 930');
		expect(rows.find((row) => row.includes('city/320200'))).toContain('其他日期读取失败');
		expect(rows.find((row) => row.includes('https://other.example.net'))).toContain('该站点未获准嵌入');
	});

	test('what is no word of an embed is refused, and this site itself is no host', async () => {
		for (const wrong of ['', '{}', '[1', { ...seen, host: 'x' }, { ...seen, path: '/staff' }]) expect((await tell(wrong)).status).toBe(400);
		expect((await tell({ ...seen, host: 'y'.repeat(20_000) })).status).toBe(413);
		expect((await tell({ ...seen, host: server.origin })).status).toBe(204);
		const { cookie } = await signIn('viewer', server.databaseUrl);
		expect((await ask(server.origin, '/staff/embeds/usage', { headers: { cookie } })).body).not.toContain(`>${server.origin}<`);
	});
});

describe('the builder', () => {
	test('is for people who are signed in', async () => {
		for (const path of ['/staff/embeds', '/staff/embeds/usage', '/staff/embeds/long.png']) expect((await ask(server.origin, path, { headers: { accept: 'text/html' } })).status, path).toBe(303);
	});

	test('gives what to paste for the options chosen, and what is pasted exists', async () => {
		const { cookie } = await signIn('viewer', server.databaseUrl);
		const { page, status } = await ask(server.origin, '/staff/embeds?view=city&city=320500&speaks=en&look=dark&hide=title&hide=legend&accent=a02', { headers: { cookie } });
		expect(status).toBe(200);
		const [element = '', frame = '', picture = ''] = all(page, 'textarea').map(({ children }) => children.join(''));
		expect(element).toContain('<alliance-embed view="city" city="320500" lang="en" theme="dark" accent="aa0022" hide="title,legend">');
		for (const snippet of [element, frame, picture])
			for (const [, address = ''] of snippet.matchAll(/src="([^"]+)"/g)) expect((await fetch(address.replaceAll('&#38;', '&'))).status, address).toBe(200);
		expect(all(page, 'iframe')).toHaveLength(3);
		const long = await fetch(`${server.origin}/staff/embeds/long.png?view=map`, { headers: { cookie } });
		const file = Buffer.from(await long.arrayBuffer());
		expect(file.readUInt32BE(16)).toBe(1080);
		expect(file.readUInt32BE(20)).toBeGreaterThan(2000);
	}, 120_000);
});

test('a private installation leaves its embeds open, and only them', async () => {
	const closed = await startServer({ env: { ACCESS: 'private', TODAY: '2026-11-22' } });
	try {
		for (const path of ['/embed/map', '/en/embed/stats', '/embed/map.svg', '/embed/map.png?card=1', '/embed.js', '/embed-view.js']) expect((await ask(closed.origin, path)).status, path).toBe(200);
		expect(words(await open(closed.origin, '/embed/map'))).toContain('登记成员20家');
		expect((await ask(closed.origin, '/')).status).toBe(401);
		expect((await ask(closed.origin, `/oembed?url=${encodeURIComponent(`${closed.origin}/members/hongdou-jituan`)}`)).status).toBe(404);
		for (const file of ['card.png', 'card.svg'])
			for (const page of ['/members/hongdou-jituan', '/compare', '/links', '/wall', '/']) expect((await ask(closed.origin, `/embed/${file}?page=${page}`)).status, page).toBe(404);
	} finally {
		await closed.stop();
	}
}, 120_000);

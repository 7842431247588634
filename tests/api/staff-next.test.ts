import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '#db/connection.server.ts';
import { listPlaylists } from '#db/queries/playlist.ts';
import { readSetting } from '#db/queries/setting.ts';
import { listShares } from '#db/queries/share.ts';
import type { Db } from '#db/schema.ts';
import { REASONS, USUAL_WEIGHTS } from '#domain/whitespace-weight.ts';
import { startServer, type RunningServer } from '#tests/server/start.ts';
import { signIn } from '#tests/server/sign-in.ts';

let server: RunningServer;
let db: Db;
let editor = '';
let viewer = '';

beforeAll(async () => {
	server = await startServer();
	db = openDatabase(server.databaseUrl);
	editor = (await signIn('editor', server.databaseUrl, '沈编辑')).cookie;
	viewer = (await signIn('viewer', server.databaseUrl)).cookie;
});
afterAll(async () => {
	await db?.destroy();
	await server?.stop();
});

type Fields = readonly (readonly [name: string, value: string])[];
const send = (path: string, fields: Fields, cookie = editor): Promise<Response> =>
	fetch(server.origin + path, {
		method: 'POST',
		redirect: 'manual',
		body: new URLSearchParams(fields.map(([name, value]) => [name, value])),
		headers: { origin: server.origin, accept: 'text/html', cookie }
	});
const open = async (path: string, cookie = viewer): Promise<string> => {
	const response = await fetch(server.origin + path, { redirect: 'manual', headers: { accept: 'text/html', cookie } });
	expect(response.status, path).toBe(200);
	return response.text();
};
const row = (subject: string, seconds = '15', caption = ''): Fields => [['subject', subject], ['seconds', seconds], ['caption', caption]];
const weights = (over: Partial<Record<string, string>> = {}): Fields => REASONS.map((reason) => [`weight.${reason}`, over[reason] ?? String(USUAL_WEIGHTS[reason])]);

describe('where next', () => {
	test('ranks white spaces with reasons in words, in both languages', async () => {
		const zh = await open('/staff/next?province=330000');
		expect(zh).toMatch(/全市尚无成员/);
		expect(zh).toMatch(/属于中心区27城/);
		expect(zh).not.toMatch(/新建意向单位/);
		expect(await open('/en/staff/next?kind=museum&group=yrd_core_27')).toMatch(/no museum in Zhejiang yet/);
		expect(await open('/staff/next', editor)).toMatch(/href="\/staff\/prospects\/new\?[^"]*city=\d{6}/);
	});

	test('a weight of 0 takes its reason out, by one text or by the fields of the form', async () => {
		for (const query of ['weights=whole:0', 'weight.whole=0']) expect(await open(`/staff/next?spaces=cities&${query}`)).not.toMatch(/全市尚无成员 <b/);
		expect(await open('/staff/next?spaces=cities')).toMatch(/全市尚无成员 <b/);
	});

	test('no address fails it', async () => {
		await fc.assert(
			fc.asyncProperty(fc.constantFrom('weights', 'weight.zone', 'spaces', 'after', 'kind', 'province', 'group', 'city', 'joined', 'at', 'known'), fc.string({ maxLength: 40 }), async (name, value) => {
				for (const page of ['next', 'what-if']) await open(`/staff/${page}?${new URLSearchParams({ [name]: value }).toString()}`);
			}),
			{ numRuns: 25 }
		);
	});

	test('keeps weights for everybody, whole or not at all', async () => {
		expect((await send('/staff/next?/keep', weights({ zone: '9' }), viewer)).status).toBe(403);
		expect((await send('/staff/next?/keep', weights({ zone: '11' }))).status).toBe(400);
		expect((await send('/staff/next?/keep', weights().slice(1))).status).toBe(400);
		expect(await readSetting(db, 'whitespace_weights')).toBeNull();
		expect((await send('/staff/next?/keep', weights({ zone: '9' }))).status).toBe(200);
		expect(await readSetting(db, 'whitespace_weights')).toEqual({ ...USUAL_WEIGHTS, zone: 9 });
		expect(await open('/staff/next?weights=zone:1')).toMatch(/默认 9/);
	});
});

describe('playlists', () => {
	test('are made, played by their identifier, changed, retired and restored', async () => {
		const made = await send('/staff/playlists/new?/save', [['name', '一楼大厅'], ['version', '0'], ...row('map', '30', '太湖；"之约"'), ...row('city:320200')]);
		expect(made.status).toBe(303);
		const [saved] = await listPlaylists(db);
		expect(saved).toMatchObject({ name: '一楼大厅', version: 1, items: [{ seconds: 30, caption: '太湖；"之约"' }, { seconds: 15, caption: null }] });
		const id = saved!.id;
		const wall = async (): Promise<string[]> => {
			const answer = await fetch(`${server.origin}/wall/turns?playlist=${id}`);
			return ((await answer.json()) as { turns: { caption: string | null; seconds: number }[] }).turns.map(({ caption, seconds }) => `${caption} ${seconds}`);
		};
		// Nobody is signed in: whoever has the address of the wall sees it.
		expect(await wall()).toEqual(['太湖；"之约" 30', 'null 15']);
		expect((await send(`/staff/playlists/${id}?/save`, [['name', '大厅'], ['version', '1'], ...row('growth')])).status).toBe(303);
		expect(await wall()).toEqual(['null 15']);

		// Somebody who had opened the first version: told what was saved meanwhile, with what was typed.
		const late = await send(`/staff/playlists/${id}?/save`, [['name', '我的大厅'], ['version', '1'], ...row('events', '40')]);
		expect(late.status).toBe(409);
		const told = await late.text();
		expect(told).toMatch(/沈编辑 已保存了另一个版本/);
		expect(told).toMatch(/value="我的大厅"/);
		expect((await listPlaylists(db))[0]).toMatchObject({ name: '大厅', version: 2 });

		expect((await send('/staff/playlists?/retire', [['id', id], ['version', '1']])).status).toBe(409);
		expect((await send('/staff/playlists?/retire', [['id', id], ['version', '2']])).status).toBe(200);
		expect((await wall()).length).toBeGreaterThan(3);
		expect((await fetch(`${server.origin}/staff/playlists/${id}`, { headers: { accept: 'text/html', cookie: editor } })).status).toBe(404);
		expect((await send('/staff/playlists?/restore', [['id', id], ['version', '3']])).status).toBe(200);
		expect(await wall()).toEqual(['null 15']);
	});

	test('are arranged without a script, and nothing is saved by it', async () => {
		const before = (await listPlaylists(db)).length;
		const answer = await send('/staff/playlists/new?/arrange', [['name', '未保存'], ['version', '0'], ...row('map'), ...row('growth', '33', '甲'), ['arrange', 'up:1']]);
		expect(answer.status).toBe(200);
		const body = await answer.text();
		expect(body.indexOf('value="33"')).toBeLessThan(body.indexOf('value="15"'));
		expect(body).toMatch(/value="未保存"/);
		expect(await listPlaylists(db)).toHaveLength(before);
	});

	test('whatever a form holds: saved as it plays, or refused with what was typed; never a failure of the server', async () => {
		const field = fc.oneof(fc.constantFrom('name', 'version', 'subject', 'seconds', 'caption', 'arrange', 'id'), fc.string({ maxLength: 8 }));
		const value = fc.oneof(fc.constantFrom('overview', 'city:320200', 'compare:2021-01-01..2020-01-01', '15', '1', '-1', '99999', 'up:0', 'remove:7', 'add'), fc.string({ maxLength: 90, unit: 'grapheme' }));
		await fc.assert(
			fc.asyncProperty(fc.array(fc.tuple(field, value), { maxLength: 12 }), fc.constantFrom('playlists/new?/save', 'playlists/new?/arrange', 'playlists?/retire', 'playlists?/restore', 'playlists/none?/save', 'shares?/make', 'shares?/revoke', 'next?/keep'), async (fields, action) => {
				const [lists, links] = [(await listPlaylists(db)).length, (await listShares(db)).length];
				const { status } = await send(`/staff/${action}`, fields);
				expect(status).toBeLessThan(500);
				if (status >= 400) {
					expect((await listPlaylists(db)).length).toBe(lists);
					expect((await listShares(db)).length).toBe(links);
				}
			}),
			{ numRuns: 60 }
		);
	});

	test('need an editor', async () => {
		for (const path of ['/staff/playlists', '/staff/playlists/new', '/staff/shares']) {
			expect((await fetch(server.origin + path, { redirect: 'manual', headers: { accept: 'text/html', cookie: viewer } })).status, path).toBe(403);
			expect((await fetch(server.origin + path, { redirect: 'manual', headers: { accept: 'text/html' } })).status, path).toBe(303);
		}
		for (const action of ['playlists/new?/save', 'playlists?/retire', 'shares?/make', 'shares?/revoke', 'next?/keep']) {
			expect((await send(`/staff/${action}`, [], viewer)).status, action).toBe(403);
			expect((await send(`/staff/${action}`, [], '')).status, action).toBe(401);
		}
	});
});

describe('share links', () => {
	const make = (fields: Fields) => send('/staff/shares?/make', [['path', '/wall'], ['label', ''], ['until', ''], ['password', ''], ...fields]);
	const form = (over: Record<string, string>) => send('/staff/shares?/make', Object.entries({ path: '/wall', label: '', until: '', password: '', ...over }));

	test('are made with their address told once, by whom, and revoked', async () => {
		const answer = await form({ path: `${server.origin}/cities/320200?at=2021-06-30`, label: '例会', until: '2099-12-31', password: '太湖图谱二零二六' });
		expect(answer.status).toBe(200);
		const [href] = /http:\/\/[^"]+\/share\/[\w-]{27}/.exec(await answer.text()) ?? [];
		expect(href).toBeDefined();
		const [share] = await listShares(db);
		expect(share).toMatchObject({ path: '/cities/320200?at=2021-06-30', label: '例会', expiresAt: '2099-12-31T16:00:00.000Z', hasPassword: true });
		expect(share?.createdBy).toMatch(/^person:/);
		expect((await fetch(href!, { redirect: 'manual' })).status).toBe(200);
		const list = await open('/staff/shares', editor);
		expect(list).not.toContain(href!);
		expect(list).toMatch(/至 2099-12-31/);
		expect((await send('/staff/shares?/revoke', [['id', share!.id]])).status).toBe(200);
		expect((await fetch(href!, { redirect: 'manual' })).status).toBe(404);
		expect((await send('/staff/shares?/revoke', [['id', share!.id]])).status).toBe(409);
	});

	test.each([
		[{ path: 'https://example.org/' }, /本站的页面地址/],
		[{ path: '/staff/shares' }, /本站的页面地址/],
		[{ until: '2020-01-01' }, /今天或以后/],
		[{ until: '明天' }, /今天或以后/],
		[{ password: '短' }, /8 至 200/],
		[{ label: '长'.repeat(101) }, /最多 100/]
	])('%o is refused at its field, and what was typed stays', async (over, message) => {
		const before = (await listShares(db)).length;
		const answer = await form({ label: '给理事会', ...over });
		expect(answer.status).toBe(400);
		const body = await answer.text();
		expect(body).toMatch(message);
		if (!('label' in over)) expect(body).toMatch(/value="给理事会"/);
		expect((await listShares(db)).length).toBe(before);
	});

	test('a field twice takes the first', async () => {
		expect((await make([['path', 'nonsense']])).status).toBe(200);
	});
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, afterEach, describe, expect, inject, test } from 'vitest';
import { openDatabase } from '#db/connection.server.ts';
import { listImports } from '#db/queries/import-job.ts';
import type { ImportJob } from '#domain/import/job.ts';
import { importText } from '#lib/i18n/import.ts';
import { formatNumber } from '#lib/i18n/number.ts';
import { writeWorkbook } from '#lib/server/importer/workbook-writer.ts';
import { contradictions } from '#tests/records/contradictions.ts';
import { signIn } from '#tests/server/sign-in.ts';
import { ask } from './answer.ts';
import { launch, type Program } from './program.ts';

const folder = mkdtempSync(join(tmpdir(), 'atlas-import-'));
let running: Program[] = [];
afterEach(async () => {
	for (const { child } of running) child.kill('SIGKILL');
	await Promise.all(running.map(({ ended }) => ended));
	running = [];
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function start(url: string): Promise<string> {
	const program = await launch({ DATABASE_URL: url });
	running.push(program);
	return program.origin;
}

async function post(origin: string, path: string, cookie: string, body: FormData): Promise<Response> {
	return fetch(origin + path, { method: 'POST', body, redirect: 'manual', headers: { cookie, origin, accept: 'text/html' } });
}

function formOf(fields: Readonly<Record<string, string>>): FormData {
	const form = new FormData();
	for (const [name, value] of Object.entries(fields)) form.set(name, value);
	return form;
}

/** Uploads a file; the path of its import, or null with the status. */
async function upload(origin: string, cookie: string, bytes: Uint8Array, name = 'x.xlsx', type = 'members'): Promise<{ status: number; path: string }> {
	const form = formOf({ type });
	form.set('file', new File([bytes as Uint8Array<ArrayBuffer>], name));
	const { status, headers } = await post(origin, '/staff/import?/upload', cookie, form);
	return { status, path: headers.get('location') ?? '' };
}

async function jobIn(url: string, state: (job: ImportJob) => boolean): Promise<ImportJob> {
	const db = openDatabase(url);
	try {
		for (let tries = 0; tries < 600; tries++) {
			const [job] = await listImports(db, 1);
			if (job && state(job)) return job;
			await pause(100);
		}
		throw new Error(`the import never came to that state: ${JSON.stringify(await listImports(db, 1))}`);
	} finally {
		await db.destroy();
	}
}

const ROWS = 4_000;
const big = () => writeWorkbook('x', ['名称', '类别', '城市', '加盟日期'], Array.from({ length: ROWS }, (_, i) => [`示例单位第${i}号`, '企业', '无锡', '2024']));

describe('the server killed in the middle of a commit', () => {
	test.each([100, 500, 1_000, 2_000])('after %d ms: all of it is there, or nothing, and the import says which', async (delay) => {
		const url = `sqlite:${join(folder, `${delay}.db`)}`;
		const origin = await start(url);
		const { cookie } = await signIn('editor', url);
		const { path } = await upload(origin, cookie, await big());
		expect((await jobIn(url, ({ state }) => state === 'columns')).forms[0]?.rows).toBe(ROWS);
		await post(origin, `${path}?/check`, cookie, formOf({ 'use-0': 'on', 'column-0-0': 'name', 'column-0-1': 'kind', 'column-0-2': 'city', 'column-0-3': 'joined', blank: 'keep' }));
		expect((await jobIn(url, ({ state }) => state === 'checked')).counts).toMatchObject({ new: ROWS });
		const committing = post(origin, `${path}?/commit`, cookie, formOf({ reason: '' })).catch(() => null);
		await pause(delay);
		running[0]?.child.kill('SIGKILL');
		await committing;
		await running[0]?.ended;

		const db = openDatabase(url);
		const { members } = await db.selectFrom('member').where('id', 'like', 'shilidanwei%').select((eb) => eb.fn.countAll<number>().as('members')).executeTakeFirstOrThrow();
		const { revisions } = await db.selectFrom('revision').where('batch_id', 'like', 'import-%').select((eb) => eb.fn.countAll<number>().as('revisions')).executeTakeFirstOrThrow();
		expect(await contradictions(db)).toEqual([]);
		await db.destroy();
		expect([0, ROWS]).toContain(members);
		expect(revisions).toBe(2 * members);
		const again = await start(url);
		expect((await ask(again, '/staff/import', { headers: { cookie } })).body).toContain(members === 0 ? '已中断' : '已导入');
		expect((await ask(again, path, { headers: { cookie } })).body).toContain(members === 0 ? '一行也没有写入' : importText['zh-CN'].committed(formatNumber(ROWS, 'zh-CN')));
	});
});

test('a commit that comes while it is compared again, or a second time, is told to have written nothing, and the desk shows what waits', async () => {
	const [origin, url] = [inject('origin'), inject('databaseUrl')];
	const { cookie } = await signIn('editor', url);
	const { path } = await upload(origin, cookie, await writeWorkbook('x', ['名称', '类别', '城市', '加盟日期'], [['示例二次写入', '企业', '无锡', '2024']]), '二次写入.xlsx');
	await jobIn(url, ({ state }) => state === 'columns');
	const early = await post(origin, `${path}?/commit`, cookie, formOf({ reason: '' }));
	expect([early.status, (await early.text()).includes(importText['zh-CN'].early)]).toEqual([409, true]);
	const desk = await ask(origin, '/staff', { headers: { cookie, accept: 'text/html' } });
	expect(desk.body).toMatch(/二次写入\.xlsx<\/a> <strong[^>]*>待核对列/);
	const { cookie: viewer } = await signIn('viewer', url);
	expect((await ask(origin, '/staff', { headers: { cookie: viewer, accept: 'text/html' } })).body).not.toContain('二次写入.xlsx');
	await post(origin, `${path}?/cancel`, cookie, formOf({}));
	expect((await ask(origin, '/staff', { headers: { cookie, accept: 'text/html' } })).body).not.toContain('二次写入.xlsx');
});

describe('whatever is sent to the imports', () => {
	test('any bytes and names are taken or refused in words, and nothing is written', async () => {
		const origin = inject('origin');
		const url = inject('databaseUrl');
		const { cookie } = await signIn('editor', url);
		const before = (await ask(origin, '/members')).body;
		await fc.assert(
			fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.string({ maxLength: 30 }), fc.constantFrom('members', 'prospects', 'x'), async (bytes, name, type) => {
				const { status, path } = await upload(origin, cookie, bytes, name, type);
				expect([303, 400]).toContain(status);
				if (status === 303) expect((await ask(origin, path, { headers: { cookie } })).status).toBe(200);
			}),
			{ numRuns: 25 }
		);
		expect((await ask(origin, '/members')).body).toBe(before);
	});

	test('any choice of columns and decisions on a real file is answered, and loses no row', async () => {
		const origin = inject('origin');
		const url = inject('databaseUrl');
		const { cookie } = await signIn('editor', url);
		const lines = ['名称,城市,类别,加盟日期', '红豆集团,无锡,企业,2024', '示例未登记,无锡,企业,2024', ',,,', '示例两地,不知何处,x,某年'];
		const { path } = await upload(origin, cookie, Buffer.from(lines.join('\n')), 'x.csv');
		const key = fc.constantFrom('use-0', 'use-1', 'column-0-0', 'column-0-1', 'column-0-2', 'column-0-3', 'blank', 'row-0:2', 'row-0:3', 'all', 'row-9:9');
		const value = fc.oneof(fc.constantFrom('on', 'name', 'city', 'kind', 'joined', 'clear', 'new', 'skip', '=hongdou-jituan'), fc.string());
		const action = fc.constantFrom('check', 'decide', 'columns', 'again');
		await fc.assert(
			fc.asyncProperty(action, fc.array(fc.tuple(key, value), { maxLength: 8 }), async (name, fields) => {
				const { status } = await post(origin, `${path}?/${name}`, cookie, formOf(Object.fromEntries(fields)));
				expect([200, 400]).toContain(status);
				const db = openDatabase(url);
				const job = (await listImports(db, 50)).find(({ id }) => path.endsWith(id));
				await db.destroy();
				if (job?.state === 'checked') expect(Object.values(job.counts ?? {}).reduce((sum, n) => sum + n, 0)).toBe(lines.length - 1);
			}),
			{ numRuns: 30 }
		);
		expect((await post(origin, `${path}?/cancel`, cookie, new FormData())).status).toBe(200);
	});

	test('a viewer and nobody may not', async () => {
		const origin = inject('origin');
		const { cookie } = await signIn('viewer', inject('databaseUrl'));
		expect((await upload(origin, cookie, Buffer.from('a'))).status).toBe(403);
		expect((await upload(origin, '', Buffer.from('a'))).status).toBe(401);
		expect((await ask(origin, '/staff/import/x/answer', { headers: { cookie } })).status).toBe(403);
		expect((await ask(origin, '/staff/export/members.csv')).status).toBe(401);
	});
});

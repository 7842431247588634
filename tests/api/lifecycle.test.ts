import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import pg from 'pg';
import { createDatabase, startPostgres, type Postgres } from '#tests/postgres/server.ts';
import { ask, open } from './answer.ts';
import { all, only, words } from './document.ts';
import { launch, type Program } from './program.ts';

const folder = mkdtempSync(join(tmpdir(), 'atlas-lifecycle-'));
let made = 0;
const newDatabase = (): string => `sqlite:${join(folder, `${++made}.db`)}`;
let running: Program[] = [];

afterEach(async () => {
	for (const { child } of running) child.kill('SIGKILL');
	await Promise.all(running.map(({ ended }) => ended));
	running = [];
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function start(env: Record<string, string>, ...args: string[]): Promise<Program> {
	const program = await launch({ DATABASE_URL: newDatabase(), ...env }, ...args);
	running.push(program);
	return program;
}

describe('a start that cannot be', () => {
	test.each([
		['PORT', '65536'],
		['ORIGIN', 'https://atlas.example.org/path'],
		['DATABASE_URL', 'mysql://localhost/atlas'],
		['TODAY', '2026-02-30']
	])('%s=%s ends it at once with code 1 and a message that names the variable', async (name, value) => {
		const program = await start({ [name]: value });
		expect(await program.ended).toBe('code 1');
		expect(program.output()).toMatch(new RegExp(`^Cannot start.*\\n(?:[^]*\\n)?${name}\\b.*`, 'm'));
		expect(program.output()).toContain(value);
		expect(program.output()).not.toMatch(/\n\s+at /);
	});

	test('everything that is wrong is said at once', async () => {
		const program = await start({ PORT: 'x', ORIGIN: 'y', TODAY: 'z' });
		expect(await program.ended).toBe('code 1');
		for (const name of ['PORT', 'ORIGIN', 'TODAY']) expect(program.output()).toMatch(new RegExp(`^${name}: `, 'm'));
	});

	test('a taken port', async () => {
		const { port } = new URL(inject('origin'));
		const program = await start({ PORT: port });
		expect(await program.ended).toBe('code 1');
		expect(program.output()).toMatch(new RegExp(`port ${port} is in use.*PORT`));
	});

	test('a host that is not this machine', async () => {
		const program = await start({ HOST: '203.0.113.7' });
		expect(await program.ended).toBe('code 1');
		expect(program.output()).toMatch(/HOST 203\.0\.113\.7 is no address of this machine/);
	});

	test('a file that is no database', async () => {
		const file = join(folder, 'damaged.db');
		writeFileSync(file, 'this was a spreadsheet once\n'.repeat(500));
		const program = await start({ DATABASE_URL: `sqlite:${file}` });
		expect(await program.ended).toBe('code 1');
		expect(program.output()).toMatch(/not a database/);
		expect(program.output()).toMatch(/Cannot start: preparing the database failed/);
	});

	test('a database server that is not there', async () => {
		const program = await start({ DATABASE_URL: 'postgres://nobody:hush@127.0.0.1:9/atlas' });
		expect(await program.ended).toBe('code 1');
		expect(program.output()).toMatch(/ECONNREFUSED|refused/);
		expect(program.output()).not.toContain('hush');
	});

	test('the demonstration among real records, or these among the demonstration', async () => {
		const url = newDatabase();
		const first = await start({ DATABASE_URL: url });
		await first.origin;
		first.child.kill('SIGTERM');
		await first.ended;
		const demo = await start({ DATABASE_URL: url }, '--demo');
		expect(await demo.ended).toBe('code 1');
		expect(demo.output()).toMatch(/real records/);
	});
});

describe('a start', () => {
	test('says in one line where it listens; a second on the same data loads nothing again', async () => {
		const url = newDatabase();
		const first = await start({ DATABASE_URL: url });
		const origin = await first.origin;
		expect(first.output().match(/^Taihu Atlas listens on http:\/\/localhost:\d+$/gm)).toHaveLength(1);
		expect(first.output()).toMatch(/\d+ records loaded/);
		const before = await ask(origin, '/__data.json');
		first.child.kill('SIGTERM');
		expect(await first.ended).toBe('code 0');

		const second = await start({ DATABASE_URL: url });
		const after = await ask(await second.origin, '/__data.json');
		expect(second.output()).toMatch(/nothing loaded/);
		expect(after.body).toBe(before.body);
	});

	test('TODAY fixes the day of every page', async () => {
		const program = await start({ TODAY: '2022-03-04' });
		const page = await open(await program.origin, '/');
		expect(words(page)).toContain('截至2022年3月4日，联盟已登记成员12家');
	});

	test('ORIGIN is what pages say of their own address, whatever the request claims', async () => {
		const program = await start({ ORIGIN: 'https://atlas.example.org' });
		const origin = await program.origin;
		expect(program.output()).toMatch(/listens on https:\/\/atlas\.example\.org/);
		const page = await open(origin, '/en/cities/320200');
		const link = only(page, 'link', ({ attributes }) => attributes.rel === 'canonical');
		expect(link.attributes.href).toBe('https://atlas.example.org/en/cities/320200');
	});

	test('without ORIGIN the address is the one the reader typed', async () => {
		const program = await start({});
		const origin = (await program.origin).replace('127.0.0.1', 'localhost');
		const link = only(await open(origin, '/'), 'link', ({ attributes }) => attributes.rel === 'canonical');
		expect(link.attributes.href).toBe(`${origin}/`);
	});

	test('the demonstration says on every page, in both languages, that it is invented', async () => {
		const program = await start({}, '--demo');
		const origin = await program.origin;
		for (const path of ['/', '/cities/320200', '/members', '/search']) {
			expect(words(await open(origin, path)), path).toMatch(/演示数据.*虚构/);
			expect(words(await open(origin, `/en${path === '/' ? '' : path}`)), path).toMatch(/Demonstration data.*invented/);
		}
	});
});

describe('an end', () => {
	test.each(['SIGTERM', 'SIGINT'] as const)('%s ends it with code 0 and lets nobody in after', async (signal) => {
		const program = await start({});
		const origin = await program.origin;
		expect((await fetch(origin)).status).toBe(200);
		program.child.kill(signal);
		expect(await program.ended).toBe('code 0');
		await expect(fetch(origin)).rejects.toThrow();
	});

	test('a request under way is still answered', async () => {
		const program = await start({});
		const { port } = new URL(await program.origin);
		const answer = await new Promise<string>((resolve, reject) => {
			let text = '';
			const socket = connect(Number(port), '127.0.0.1', () => {
				socket.write('GET /healthz HTTP/1.1\r\nHost: localhost\r\n');
				setTimeout(() => program.child.kill('SIGTERM'), 200);
				setTimeout(() => socket.write('Connection: close\r\n\r\n'), 600);
			});
			socket.setEncoding('utf8').on('data', (part: string) => (text += part));
			socket.on('close', () => resolve(text)).on('error', reject);
		});
		expect(answer).toMatch(/^HTTP\/1\.1 200[^]*ok\n/);
		expect(await program.ended).toBe('code 0');
	});
});

describe('a database that goes away', () => {
	let postgres: Postgres;
	beforeAll(async () => void (postgres = await startPostgres()));
	afterAll(() => postgres?.stop());

	async function administer(sql: string): Promise<void> {
		const client = new pg.Client({ connectionString: postgres.url });
		await client.connect();
		try {
			await client.query(sql);
		} finally {
			await client.end();
		}
	}

	test('cut connections are made again; a database that is gone is told, and the program lives', async () => {
		const url = await createDatabase(postgres.url);
		const name = new URL(url).pathname.slice(1);
		const program = await start({ DATABASE_URL: url });
		const origin = await program.origin;
		expect((await ask(origin, '/')).status).toBe(200);

		await administer(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`);
		await expect.poll(async () => (await ask(origin, '/readyz')).status).toBe(200);
		expect((await ask(origin, '/')).status).toBe(200);

		await administer(`drop database ${name} with (force)`);
		await expect.poll(async () => (await ask(origin, '/readyz')).status).toBe(503);
		expect((await ask(origin, '/healthz')).status).toBe(200);
		// A kept answer may be given out until the version is asked for again, which is twice a second.
		await expect.poll(async () => (await ask(origin, '/')).status).not.toBe(200);
		for (const path of ['/', '/en/cities/320200', '/members?q=x']) {
			const { status, page, body } = await ask(origin, path);
			expect([500, 503], path).toContain(status);
			expect(all(page, 'h1').map(words).join(), path).toMatch(/\S/);
			expect(body, path).not.toMatch(/does not exist|postgres:\/\/|node_modules/);
		}
		expect(program.output()).toMatch(/"level":"error"/);
		expect(program.child.exitCode).toBeNull();

		program.child.kill('SIGTERM');
		expect(await program.ended).toBe('code 0');
	});
});

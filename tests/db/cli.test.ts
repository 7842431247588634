import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { onEachDatabase } from './databases.ts';

type Ended = { readonly code: number; readonly out: string; readonly err: string };

const root = join(import.meta.dirname, '../..');

/** Runs the command line as a person would, on the database at `url`. */
function cli(url: string, ...args: string[]): Promise<Ended> {
	return new Promise((resolve) => {
		const env = { ...process.env, DATABASE_URL: url, NODE_OPTIONS: '' };
		execFile(process.execPath, ['--disable-warning=ExperimentalWarning', 'db/cli.ts', ...args], { cwd: root, env }, (error, out, err) =>
			resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err })
		);
	});
}

onEachDatabase(({ dialect, url }) => {
	test('prepare makes a database ready, and a second time changes nothing', async () => {
		const at = await url();
		expect(await cli(at, 'status')).toMatchObject({ code: 0, out: expect.stringMatching(/Migrations pending: 0001_records, 0002_shares, .*\.\n$/) });
		expect(await cli(at, 'seed')).toMatchObject({ code: 1, err: expect.stringContaining('run migrate first') });
		expect(await cli(at, 'prepare')).toMatchObject({ code: 0, out: expect.stringMatching(/: Migrations applied: .*; 102 records loaded\.\n$/), err: '' });
		expect(await cli(at, 'prepare')).toMatchObject({ code: 0, out: expect.stringMatching(/up to date; the database holds records already/) });
		expect(await cli(at, 'seed')).toMatchObject({ code: 0, out: expect.stringMatching(/nothing loaded\.\n$/) });
		expect(await cli(at, 'migrate')).toMatchObject({ code: 0, out: expect.stringMatching(/Tables were up to date\.\n$/) });
		expect(await cli(at, 'status')).toMatchObject({ code: 0, out: expect.stringMatching(/data version 103; member 20,/) });
		expect(await cli(at, 'prepare', '--demo')).toMatchObject({ code: 1, err: expect.stringContaining('holds real records') });
	});

	test('two processes that prepare at once load once', async () => {
		const at = await url();
		const both = await Promise.all([cli(at, 'prepare'), cli(at, 'prepare')]);
		expect(both.map(({ code, err }) => [code, err])).toEqual([[0, ''], [0, '']]);
		expect(both.filter(({ out }) => out.includes('102 records loaded'))).toHaveLength(1);
		expect(both.filter(({ out }) => out.includes('Migrations applied'))).toHaveLength(1);
	});

	test('what it prints holds no password', async () => {
		const at = (await url()).replace('postgres://postgres@', 'postgres://postgres:secret@');
		const { out, err } = await cli(at, 'status');
		expect(out).toContain(dialect === 'sqlite' ? '.db' : 'postgres://127.0.0.1:');
		expect(out + err).not.toContain('secret');
	});

	test('the demonstration and the record do not share a database', async () => {
		const at = await url();
		expect(await cli(at, 'prepare', '--demo')).toMatchObject({ code: 0, out: expect.stringMatching(/; 1\d{3} records loaded/) });
		expect(await cli(at, 'prepare')).toMatchObject({ code: 1, err: expect.stringContaining('holds the demonstration') });
	});

	test('a database that cannot be used is named with the reason', async () => {
		const at = await url();
		if (dialect === 'sqlite') {
			writeFileSync(at.slice('sqlite:'.length), 'this is no database, whatever its name says');
			expect(await cli(at, 'prepare')).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/prepare failed: the tables could not be brought up to date: file is not a database/) });
		} else {
			const nowhere = new URL(at);
			nowhere.port = '1';
			expect(await cli(nowhere.href, 'prepare')).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/prepare failed: .*ECONNREFUSED/) });
		}
	});
});

test('what is not understood is answered with how to say it, and exit code 2', async () => {
	for (const args of [[], ['bogus'], ['prepare', 'twice'], ['toString']])
		expect(await cli('sqlite::memory:', ...args)).toMatchObject({ code: 2, out: '', err: expect.stringContaining('Usage: node db/cli.ts') });
	expect(await cli('mysql://localhost/x', 'status')).toMatchObject({ code: 2, err: expect.stringMatching(/"mysql:", which is not supported/) });
});

import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { expect, inject, test, vi } from 'vitest';
import { createDatabase, startPostgres } from './server.ts';

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	try {
		return (await client.query(sql)).rows as Record<string, unknown>[];
	} finally {
		await client.end();
	}
}

test('each database made is empty and apart from the others', async () => {
	const [one, two] = [await createDatabase(inject('postgresUrl')), await createDatabase(inject('postgresUrl'))];
	await query(one, 'create table mark (id int)');
	expect(await query(two, "select count(*) from pg_tables where schemaname = 'public'")).toEqual([{ count: '0' }]);
});

test('text sorts by language, not by bytes, and Chinese by pinyin when asked', async () => {
	const url = await createDatabase(inject('postgresUrl'));
	const sorted = async (words: string[], collation = '') =>
		(await query(url, `select w from unnest(array['${words.join("','")}']) w order by w ${collation}`)).map(({ w }) => w);
	expect(await sorted(['B', 'a', 'C'])).toEqual(['a', 'B', 'C']);
	expect(await sorted(['无锡', '常州', '苏州'], 'collate "zh-x-icu"')).toEqual(['常州', '苏州', '无锡']);
});

test('a server that is stopped leaves neither process nor data', async () => {
	const postgres = await startPostgres();
	const [row] = await query(postgres.url, "select current_setting('data_directory') folder");
	expect(existsSync(String(row?.folder))).toBe(true);
	await postgres.stop();
	expect(existsSync(String(row?.folder))).toBe(false);
	await expect(query(postgres.url, 'select 1')).rejects.toThrow(/ECONNREFUSED/);
});

test.each(['SIGKILL', 'SIGINT', 'SIGTERM'] as const)('a server ends when its starter gets %s', async (signal) => {
	const script = `
		import { startPostgres } from ${JSON.stringify(join(import.meta.dirname, 'server.ts'))};
		const { url } = await startPostgres();
		console.log(url);
		setInterval(() => {}, 1000);`;
	const starter = spawn(process.execPath, ['--input-type=module', '--eval', script], { stdio: ['ignore', 'pipe', 'inherit'] });
	const [chunk] = (await once(starter.stdout, 'data')) as [Buffer];
	const url = String(chunk).trim();
	const [row] = await query(url, "select current_setting('data_directory') folder, pg_backend_pid() pid");
	starter.kill(signal);
	await once(starter, 'exit');
	await vi.waitFor(() => expect(existsSync(String(row?.folder))).toBe(false), { timeout: 10_000, interval: 100 });
	await expect(query(url, 'select 1')).rejects.toThrow(/ECONNREFUSED/);
});

test.skipIf(process.getuid?.() !== 0)('as root, the server runs as somebody else', async () => {
	const [row] = await query(inject('postgresUrl'), "select current_setting('data_directory') folder");
	const owner = execFileSync('stat', ['-c', '%u', String(row?.folder)], { encoding: 'utf8' }).trim();
	expect(Number(owner)).toBeGreaterThan(0);
});

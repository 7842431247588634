import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ensureBuild, ROOT } from './build.ts';
import { guarded, type Guarded } from './guarded.ts';

/**
 * A running server: `origin` is where to reach it, such as `http://localhost:41234`; `output` is all it has printed;
 * `stop` ends it as an operator would (SIGTERM) and removes its data.
 */
export type RunningServer = {
	readonly origin: string;
	readonly databaseUrl: string;
	output(): string;
	stop(): Promise<void>;
};

/** `env` overrides the environment, `demo` serves the demonstration data; either way the database is new. */
export type ServerOptions = { readonly env?: Readonly<Record<string, string>>; readonly demo?: boolean };

const LISTENS_WITHIN_MS = 90_000;

/** Los Angeles, so that a day that passes through the server's own zone shows. */
const ZONE = 'America/Los_Angeles';

/**
 * Starts the built program as `npm start` does, with a new SQLite database in a temporary folder, on a free port, and
 * waits until it says where it listens. Builds first when needed. The server ends with this process.
 * Throws with the server's output when it ends or says nothing in time.
 */
export async function startServer({ env = {}, demo = false }: ServerOptions = {}): Promise<RunningServer> {
	await ensureBuild();
	const folder = mkdtempSync(join(tmpdir(), 'atlas-server-'));
	const databaseUrl = env.DATABASE_URL ?? `sqlite:${join(folder, 'atlas.db')}`;
	const { NODE_ENV: _test, VITEST: _vitest, ORIGIN: _origin, TODAY: _today, ...inherited } = process.env;
	const server = guarded({
		command: process.execPath,
		args: [join(ROOT, 'src', 'serve.ts'), ...(demo ? ['--demo'] : [])],
		cwd: ROOT,
		env: { ...inherited, TZ: ZONE, HOST: '127.0.0.1', PORT: '0', ...env, DATABASE_URL: databaseUrl },
		folder,
		signal: 'TERM'
	});
	try {
		return { origin: await listening(server), databaseUrl, output: server.output, stop: () => server.stop() };
	} catch (error) {
		await server.stop();
		throw error;
	}
}

/** The address in the line that the server prints. */
async function listening(server: Guarded): Promise<string> {
	const origin = new Promise<string>((resolve) =>
		server.onOutput((output) => {
			const match = /listens on (https?:\/\/[^\s]+)(?: \(port (\d+)\))?.*\n/.exec(output);
			// Behind an ORIGIN of its own, the server is still reached here by its port.
			if (match?.[1]) resolve(match[2] ? `http://localhost:${match[2]}` : match[1]);
		})
	);
	const ended = server.ended.then((how) => {
		throw new Error(`the server ended with ${how}:\n${server.output()}`);
	});
	const patience = new AbortController();
	const late = pause(LISTENS_WITHIN_MS, undefined, { signal: patience.signal }).then(() => {
		throw new Error(`the server did not say within ${LISTENS_WITHIN_MS} ms where it listens:\n${server.output()}`);
	});
	late.catch(() => undefined); // the abort itself
	ended.catch(() => undefined); // its end after a good start
	try {
		return await Promise.race([origin, ended, late]);
	} finally {
		patience.abort();
	}
}

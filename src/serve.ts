/**
 * The server's entry: `npm start` and `npm run demo`. Checks the environment, builds when the sources are newer than the
 * build, prepares the database, serves, and stops without cutting anybody off.
 */
import { spawnSync } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DEFAULT_DATABASE_URL, DEMO_DATABASE_URL, openDatabase } from '#db/connection.server.ts';
import { offerSetup } from '#db/queries/invitation.ts';
import { versionReader } from '#db/version-reader.ts';
import { dayOfInstant, now } from '#domain/instant.ts';
import { bodyRefusal, LARGEST_BODY } from './lib/server/body-limit.ts';
import { BadEnvironment, readEnvironment, type Environment } from './lib/server/env.ts';
import { frontOf, setHead, type Handler } from './lib/server/front.ts';
import { addressReader, gateOf } from './lib/server/api/gate.ts';
import { isBuildCurrent, rememberBuild } from './lib/server/build-stamp.ts';
import { oncePerTurn } from './lib/server/turn.ts';

/** Told to stop, the server waits this long for answers under way. */
const DRAIN_MS = 10_000;

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));
const demo = process.argv.includes('--demo');

function fail(message: string): never {
	console.error(message);
	process.exit(1);
}

function environment(): Environment {
	try {
		return readEnvironment(process.env);
	} catch (error) {
		if (error instanceof BadEnvironment) fail(`Cannot start: the environment is not right.\n${error.message}`);
		throw error;
	}
}

function run(what: string, args: string[]): void {
	const { status } = spawnSync(process.execPath, args, { stdio: 'inherit', env: process.env });
	if (status !== 0) fail(`Cannot start: ${what} failed (see above).`);
}

function build(): void {
	if (isBuildCurrent()) return;
	console.log('Building (first start, or the sources have changed) …');
	run('the build', ['node_modules/@sveltejs/kit/svelte-kit.js', 'sync']);
	run('the build', ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn']);
	rememberBuild();
}

/** What a public answer depends on beside its address: the record, and the day. */
function versionOf(env: Environment): () => string | null {
	const reader = versionReader(process.env.DATABASE_URL ?? '');
	return oncePerTurn(() => {
		const version = reader.current();
		return version === null ? null : `${version} ${env.TODAY ?? dayOfInstant(now())}`;
	});
}

async function listen(env: Environment): Promise<Server> {
	// Read by the adapter when it loads. Without ORIGIN the address is the one the reader typed, over plain http.
	if (env.ORIGIN) process.env.ORIGIN = env.ORIGIN;
	else process.env.PROTOCOL_HEADER ??= 'x-taihu-protocol';
	process.env.BODY_SIZE_LIMIT = String(LARGEST_BODY);
	const { handler } = (await import(new URL('../build/handler.js', import.meta.url).href)) as {
		handler: (request: object, response: object, next: () => void) => void;
	};
	const answer: Handler = (request, response, head = []) => {
		setHead(response, head);
		// Pages get theirs in the hooks; files and refusals pass those by.
		response.setHeader('x-content-type-options', 'nosniff');
		response.setHeader('referrer-policy', 'no-referrer');
		handler(request, response, () => {
			response.statusCode = 404;
			response.end();
		});
	};
	const front = env.ACCESS === 'public' ? frontOf(answer, { version: versionOf(env) }) : answer;
	const gate = gateOf(front, { rate: env.API_RATE, addressOf: addressReader(process.env) });
	const server = createServer((request, response) => {
		if (process.env.PROTOCOL_HEADER === 'x-taihu-protocol') request.headers['x-taihu-protocol'] = 'http';
		const refusal = bodyRefusal(request);
		if (refusal === null) return gate(request, response);
		response.writeHead(refusal, { 'content-type': 'text/plain', connection: 'close' }).end(refusal === 413 ? 'the body is too large\n' : 'the length of the body is needed\n');
	});
	server.headersTimeout = 20_000;
	server.requestTimeout = 60_000;
	await new Promise<void>((resolve, reject) => server.once('error', reject).listen(env.PORT, env.HOST, resolve));
	return server;
}

/** The way in while nobody keeps people yet: good once, and in place of the link of any earlier start. */
async function setupPath(): Promise<string | null> {
	const db = openDatabase(process.env.DATABASE_URL ?? '');
	try {
		const token = await db.transaction().execute((trx) => offerSetup(trx, now()));
		return token === null ? null : `/setup/${token}`;
	} finally {
		await db.destroy();
	}
}

function stopOn(server: Server, signal: NodeJS.Signals): void {
	process.once(signal, () => {
		server.close(() => process.exit(0));
		// Streams of events end by nobody's doing but their own.
		(process as NodeJS.EventEmitter).emit('sveltekit:shutdown', signal);
		server.closeIdleConnections();
		setTimeout(() => process.exit(0), DRAIN_MS).unref();
	});
}

const env = environment();
process.env.DATABASE_URL = env.DATABASE_URL ?? (demo ? DEMO_DATABASE_URL : DEFAULT_DATABASE_URL);
build();
run('preparing the database', ['--disable-warning=ExperimentalWarning', 'db/cli.ts', 'prepare', ...(demo ? ['--demo'] : [])]);
try {
	const server = await listen(env);
	stopOn(server, 'SIGTERM');
	stopOn(server, 'SIGINT');
	const address = server.address();
	const port = typeof address === 'object' && address ? address.port : env.PORT;
	const origin = env.ORIGIN ?? `http://localhost:${port}`;
	const setup = await setupPath();
	console.log(`Taihu Atlas listens on ${origin}${env.ORIGIN ? ` (port ${port})` : ''}${demo ? ' with demonstration data' : ''}`);
	if (setup) console.log(`Nobody can sign in yet. Make the first administrator (the link is good once, for 24 hours): ${origin}${setup}`);
} catch (error) {
	const { code, message } = error as NodeJS.ErrnoException;
	if (code === 'EADDRINUSE') fail(`Cannot start: port ${env.PORT} is in use. Set PORT to another one.`);
	if (code === 'EACCES') fail(`Cannot start: no permission to listen on port ${env.PORT}. Set PORT to one above 1023.`);
	if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') fail(`Cannot start: HOST ${env.HOST} is no address of this machine.`);
	fail(`Cannot start: ${message}`);
}

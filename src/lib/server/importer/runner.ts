import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { DEFAULT_DATABASE_URL } from '#db/connection.server.ts';
import { isPostgres } from '#db/dialects/postgres.ts';
import { beatImports, moveImport } from '#db/queries/import-job.ts';
import type { Day } from '#domain/day.ts';
import type { JobState, Progress } from '#domain/import/job.ts';
import { now } from '#domain/instant.ts';
import { database } from '../atlas.ts';
import { errorDetails, log } from '../log.ts';
import type { Task, Told } from './message.ts';

/** This process among those that may work on imports of the same database. */
export const RUNNER = randomUUID();

/** Imports at work at a time; the others wait for their turn. */
const MOST_AT_ONCE = 2;
const MOST_MEMORY_MB = 1_200;
const BEAT_MS = 5_000;

/** A task that moves an import on. */
type Step = Exclude<Task, { readonly is: 'answer' }>;

type Run = { progress: Progress; worker: Worker | null; cancelled: boolean; answer: Uint8Array | null; ended: Promise<void> };

const runs = new Map<string, Run>();
const waiting: (() => void)[] = [];
let working = 0;
let beating: ReturnType<typeof setInterval> | null = null;

/** Where a step that ends by no doing of its own leaves the import. */
const BACK: Readonly<Record<Step['is'], readonly [from: JobState, to: JobState]>> = {
	read: ['reading', 'refused'],
	check: ['checking', 'columns'],
	commit: ['committing', 'checked']
};

/** How far the work on an import is; null when this process does not work on it. */
export function progressOf(jobId: string): Progress | null {
	return runs.get(jobId)?.progress ?? null;
}

/** Is this process at work on the import? */
export function isRunning(jobId: string): boolean {
	return runs.has(jobId);
}

/** Begins a step in a thread of its own. Resolves when it has ended, however; never rejects. */
export function run(task: Step): Promise<void> {
	const own: Run = { progress: { step: 'waiting', done: 0, of: 0 }, worker: null, cancelled: false, answer: null, ended: Promise.resolve() };
	runs.set(task.jobId, own);
	beating ??= setInterval(beat, BEAT_MS).unref();
	own.ended = enter()
		.then(() => (own.cancelled ? undefined : work(task, own)))
		.catch((error: unknown) => failed(task, error))
		.finally(() => {
			leave();
			runs.delete(task.jobId);
		});
	return own.ended;
}

/** The file of an import with what is wrong marked in it, made in a thread of its own. Rejects where it cannot be made. */
export async function answer(jobId: string, today: Day): Promise<Uint8Array> {
	const own: Run = { progress: { step: 'waiting', done: 0, of: 0 }, worker: null, cancelled: false, answer: null, ended: Promise.resolve() };
	await enter();
	try {
		await work({ is: 'answer', jobId, today }, own);
	} finally {
		leave();
	}
	if (!own.answer) throw new Error(`no answer was made for import ${jobId}`);
	return own.answer;
}

/** Ends the work on an import; what it had written is rolled back. Resolves when nothing of it goes on. */
export async function stop(jobId: string): Promise<void> {
	const own = runs.get(jobId);
	if (!own) return;
	own.cancelled = true;
	await own.worker?.terminate();
	await own.ended;
}

async function enter(): Promise<void> {
	if (working < MOST_AT_ONCE) working++;
	else await new Promise<void>((resolve) => waiting.push(resolve));
}

function leave(): void {
	const next = waiting.shift();
	if (next) next();
	else working--;
}

async function work(task: Task, own: Run): Promise<void> {
	own.progress = { step: 'reading', done: 0, of: 0 };
	const file = join(process.cwd(), 'src', 'lib', 'server', 'importer', 'worker.ts');
	const worker = new Worker(pathToFileURL(file), {
		workerData: { databaseUrl: process.env.DATABASE_URL ?? DEFAULT_DATABASE_URL, task },
		execArgv: ['--disable-warning=ExperimentalWarning'],
		resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB }
	});
	own.worker = worker;
	let release: (() => void) | null = null;
	let over = false;
	const hold = (letGo: () => void): void => {
		release = letGo;
		if (over) letGo();
	};
	await new Promise<void>((resolve, reject) => {
		worker.on('message', (told: Told) => {
			if ('progress' in told) own.progress = told.progress;
			else if ('answer' in told) own.answer = told.answer;
			else if (told.wants === 'no turn') release?.();
			else keepBack(() => worker.postMessage('go'), hold).catch(reject);
		});
		worker.once('error', reject);
		worker.once('exit', (code) => (code === 0 || own.cancelled ? resolve() : reject(new Error(`the import's thread ended with code ${code}`))));
	}).finally(() => {
		over = true;
		release?.();
	});
}

/** Keeps this process's queries waiting, without blocking it, while the worker writes: a SQLite file has one writer. */
async function keepBack(begin: () => void, onHeld: (release: () => void) => void): Promise<void> {
	const db = database();
	if (isPostgres(db)) return begin();
	await db.connection().execute(async () => {
		const over = new Promise<void>((resolve) => onHeld(resolve));
		begin();
		await over;
	});
}

async function failed(task: Step, error: unknown): Promise<void> {
	if (runs.get(task.jobId)?.cancelled) return;
	const memory = (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY';
	log(memory ? 'warn' : 'error', 'an import ended before its time', { job: task.jobId, step: task.is, ...errorDetails(error) });
	const [from, to] = BACK[task.is];
	const message = { code: memory ? ('memory' as const) : ('failed' as const), detail: '' };
	try {
		await moveImport(database(), task.jobId, [from], to, { message, ...(to === 'refused' && { finishedAt: now() }) });
	} catch (second) {
		log('error', 'the end of an import could not be noted', { job: task.jobId, ...errorDetails(second) });
	}
}

function beat(): void {
	if (runs.size === 0 && beating) {
		clearInterval(beating);
		beating = null;
		return;
	}
	const db = database();
	// On SQLite nobody else asks, and while a worker writes it would have to wait.
	if (isPostgres(db)) beatImports(db, [...runs.keys()], now()).catch((error: unknown) => log('warn', 'an import could not say that it lives', errorDetails(error)));
}

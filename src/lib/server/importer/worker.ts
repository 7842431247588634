/**
 * The thread in which imports are read, compared and written, so that the server goes on answering meanwhile. Run from
 * its source: the server's bundle holds no second entry.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { openDatabase } from '#db/connection.server.ts';
import type { Progress } from '#domain/import/job.ts';
import type { Task, Told } from './message.ts';
import { answerStep, checkStep, commitStep, readStep, type StepContext } from './step.ts';

const { databaseUrl, task } = workerData as { readonly databaseUrl: string; readonly task: Task };
const tell = (told: Told): void => parentPort?.postMessage(told);
/** Progress is told so often at most. */
const EVERY_MS = 100;
let last = 0;

function progress(progress: Progress): void {
	if (performance.now() - last < EVERY_MS) return;
	last = performance.now();
	tell({ progress });
}

/** Waits until the server keeps its own writes back, works, and lets it go on. */
async function exclusively<T>(work: () => Promise<T>): Promise<T> {
	const granted = new Promise<void>((resolve) => parentPort?.once('message', () => resolve()));
	tell({ wants: 'turn' });
	await granted;
	try {
		return await work();
	} finally {
		tell({ wants: 'no turn' });
	}
}

const db = openDatabase(databaseUrl);
try {
	const context: StepContext = { db, jobId: task.jobId, today: task.today, progress, exclusively };
	if (task.is === 'commit') await commitStep({ ...context, reason: task.reason });
	else if (task.is === 'answer') tell({ answer: await answerStep(context) });
	else await (task.is === 'read' ? readStep : checkStep)(context);
} finally {
	await db.destroy();
}

import { dataVersion } from '#db/queries/data-version.ts';
import { now, type Instant } from '#domain/instant.ts';
import { database, today } from './atlas.ts';
import { errorDetails, log } from './log.ts';

/** What a listener is told: which state of the data is the newest, and the time at which that is true. */
export type Word = { readonly stamp: string; readonly time: Instant };

/** The record is asked so often while somebody listens, whatever their number. */
const POLL_MS = 2000;
/** Without news every listener hears so often that the server and the record are still there. */
const BEAT_MS = 20_000;
/** Listeners in all, and from one address: a meeting room behind one router is well below. */
export const MOST = { all: 1000, address: 60 } as const;
/** A listener that has not taken so many words is gone, or as good as. */
const MOST_WAITING = 16;

type Listener = { readonly address: string; readonly tell: (word: Word) => void; readonly end: () => void };

const listeners = new Set<Listener>();
let timer: ReturnType<typeof setTimeout> | null = null;
let told: { stamp: string; at: number } | null = null;
let failing = false;

/** Names the state of the data: changes with every write, and at midnight, when today's figures become another day's. */
export async function stampOf(): Promise<string> {
	return `${await dataVersion(database())} ${today()}`;
}

/**
 * A stream of server-sent events: the word as of now, again whenever it changes, and every 20 seconds without a change.
 * While the database does not answer there is silence, so that nobody is told that old figures are fresh. Null when there
 * are too many listeners, from this address or in all. Rejects when the database does not answer at the start.
 */
export async function listen(address: string, sign: (word: Word) => string): Promise<ReadableStream<Uint8Array> | null> {
	if (listeners.size >= MOST.all || [...listeners].filter((other) => other.address === address).length >= MOST.address) return null;
	const first = await stampOf();
	const encoder = new TextEncoder();
	let own: Listener;
	return new ReadableStream<Uint8Array>(
		{
			start(controller) {
				own = {
					address,
					tell(word) {
						if ((controller.desiredSize ?? 0) <= 0) return leave(own);
						controller.enqueue(encoder.encode(`data: ${sign(word)}\n\n`));
					},
					end: () => controller.close()
				};
				join(own);
				own.tell({ stamp: first, time: now() });
			},
			cancel() {
				listeners.delete(own);
			}
		},
		{ highWaterMark: MOST_WAITING }
	);
}

/** How many listen now. */
export function listening(): number {
	return listeners.size;
}

function join(listener: Listener): void {
	listeners.add(listener);
	timer ??= setTimeout(poll, POLL_MS);
}

function leave(listener: Listener): void {
	if (listeners.delete(listener)) listener.end();
}

async function poll(): Promise<void> {
	try {
		const stamp = await stampOf();
		const due = told === null || told.stamp !== stamp || performance.now() - told.at >= BEAT_MS;
		if (due) {
			told = { stamp, at: performance.now() };
			const word = { stamp, time: now() };
			for (const listener of [...listeners]) listener.tell(word);
		}
		if (failing) log('info', 'the database answers again to live listeners');
		failing = false;
	} catch (error) {
		// Told once, not every two seconds of an outage.
		if (!failing) log('error', 'live listeners cannot be told: the database does not answer', errorDetails(error));
		failing = true;
	}
	timer = listeners.size > 0 ? setTimeout(poll, POLL_MS) : null;
}

/** Ends every stream, so that the server can stop without cutting anybody off. */
function endAll(): void {
	for (const listener of [...listeners]) leave(listener);
	if (timer !== null) clearTimeout(timer);
	timer = null;
}

// What adapter-node's own server emits, and src/serve.ts with it: the bundle cannot be called from outside.
(process as NodeJS.EventEmitter).on('sveltekit:shutdown', endAll);

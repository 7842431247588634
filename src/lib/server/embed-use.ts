import * as v from 'valibot';
import { listUses, recordUse, trimUses } from '#db/queries/embed-use.ts';
import { refusalSchema, seenSchema, type EmbedSeen, type EmbedUse } from '#domain/embed-use.ts';
import { database, today } from './atlas.ts';
import { limitOf } from './limit.ts';
import { errorDetails, log } from './log.ts';

/** A word or a report is far below. */
const MOST_BYTES = 8 * 1024;
/** Words from one address: a page of embeds that is looked through stays well below. */
const limit = limitOf(120, 60_000);
/** Words wait so long to be written together. */
const WRITE_AFTER_MS = 2000;
/** Different words that wait at most; more are not kept. */
const MOST_WAITING = 500;

const waiting = new Map<string, { readonly seen: EmbedSeen; times: number }>();
let timer: ReturnType<typeof setTimeout> | null = null;

/** Takes in one word of an embed or one report of a browser; `own`: the origin of this site, which is no site that shows embeds. */
export async function receiveSeen(request: Request, own: string, address: string): Promise<Response> {
	if (!limit(address, performance.now()).allowed) return refused(429, 'too many words from this address');
	const body = await bodyOf(request);
	if (body === null) return refused(413, 'the body is too large');
	const report = (request.headers.get('content-type') ?? '').startsWith('application/csp-report');
	const parsed = v.safeParse<typeof seenSchema | typeof refusalSchema>(report ? refusalSchema : seenSchema, json(body));
	if (!parsed.success) return refused(400, 'this is no word of an embed');
	if (parsed.output.host !== own) note(parsed.output);
	return new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } });
}

function refused(status: number, why: string): Response {
	return new Response(`${why}\n`, { status, headers: { 'content-type': 'text/plain', 'cache-control': 'no-store' } });
}

/** The body as text; null when it is larger than any word. */
async function bodyOf(request: Request): Promise<string | null> {
	if (Number(request.headers.get('content-length') ?? 0) > MOST_BYTES) return null;
	let [text, bytes] = ['', 0];
	const decoder = new TextDecoder();
	for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
		bytes += chunk.length;
		if (bytes > MOST_BYTES) return null;
		text += decoder.decode(chunk, { stream: true });
	}
	return text;
}

function json(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}

function note(seen: EmbedSeen): void {
	const key = `${seen.host} ${seen.path} ${seen.error}`;
	const known = waiting.get(key);
	if (!known && waiting.size >= MOST_WAITING) return;
	waiting.set(key, { seen, times: (known?.times ?? 0) + 1 });
	timer ??= setTimeout(() => void writeSeen(), WRITE_AFTER_MS);
	timer.unref();
}

/** Writes what waits. What cannot be written is logged and given up: it is no record of the alliance. */
export async function writeSeen(): Promise<void> {
	if (timer !== null) clearTimeout(timer);
	timer = null;
	const words = [...waiting.values()];
	waiting.clear();
	try {
		for (const { seen, times } of words) await recordUse(database(), seen, today(), times);
		if (words.length > 0) await trimUses(database());
	} catch (error) {
		log('error', 'where embeds are shown could not be written', errorDetails(error));
	}
}

/** Every site and embed, the last seen first, up to now. */
export async function embedUses(): Promise<EmbedUse[]> {
	await writeSeen();
	return listUses(database());
}

(process as NodeJS.EventEmitter).on('sveltekit:shutdown', () => void writeSeen());

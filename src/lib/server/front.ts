import type { IncomingMessage, ServerResponse } from 'node:http';

/** Names and values of headers by turns: Node writes such a list at once, and headers set one by one at twice the cost. */
export type Head = readonly string[];

/** What answers a request. `head`: headers that its answer must carry beside its own. */
export type Handler = (request: IncomingMessage, response: ServerResponse, head?: Head) => void;

/** An answer kept as it was sent, compressed. A short body is held as latin1 text: it goes out with its head in one piece. */
type Kept = { readonly head: Head; readonly headOf304: Head; readonly body: Buffer | string; readonly etag: string | null };

/** Puts the headers of a head into an answer that is still to be made. */
export function setHead(response: ServerResponse, head: Head): void {
	for (let i = 0; i + 1 < head.length; i += 2) response.setHeader(head[i] as string, head[i + 1] as string);
}

export type FrontOptions = {
	/** Changes whenever an answer may have changed; null: unknown, nothing is kept or given out. */
	readonly version: () => string | number | null;
	/** The bytes kept at most. */
	readonly mostBytes?: number;
};

/** Pages, their data, and what is made of the record: files have a server of their own. */
const KEPT_TYPES =
	/^(text\/(html|sveltekit-data|csv|calendar)|application\/(json|geo\+json|xml|atom\+xml|zip|vnd\.openxmlformats-officedocument\.spreadsheetml\.sheet)|image\/(svg\+xml|png))/;
const PASSED_BY = /^\/(_app|live|share|healthz|readyz|(en\/)?(staff|login|setup))([/?]|$)/;

/** Of the headers of a kept answer, those that a "not modified" repeats. */
const OF_304 = new Set(['etag', 'cache-control', 'vary', 'content-security-policy', 'access-control-allow-origin', 'access-control-expose-headers']);

/** Headers that are of one request, not of the answer: how often its address may still ask; and the length, which is counted anew. */
const NEVER_KEPT = new Set(['ratelimit', 'ratelimit-policy', 'date', 'connection', 'keep-alive', 'transfer-encoding', 'content-length']);

/** Up to so many bytes, copying a body behind its head costs less than sending the two as two. */
const SHORT = 16 * 1024;

const DEFAULT_BYTES = 64 * 1024 * 1024;

/**
 * Stands before the handler and gives out again what it answered before, as long as the version is the same: a public page
 * depends on nothing but its address, the language of its bytes and the record. Only for an installation that is open to
 * everybody. Answers that set a cookie, forbid keeping, or failed are never kept.
 */
export function frontOf(handler: Handler, { version, mostBytes = DEFAULT_BYTES }: FrontOptions): Handler {
	const kept = new Map<string, Kept>();
	let bytes = 0;
	let of: string | number | null = null;

	function keep(key: string, answer: Kept): void {
		if (answer.body.length > mostBytes / 4) return;
		kept.set(key, answer);
		bytes += answer.body.length;
		for (const [oldest, { body }] of kept) {
			if (bytes <= mostBytes) break;
			kept.delete(oldest);
			bytes -= body.length;
		}
	}

	return (request, response, head = []) => {
		const url = request.url ?? '/';
		const now = request.method === 'GET' && !PASSED_BY.test(url) ? version() : null;
		if (now === null) return handler(request, response, head);
		if (now !== of) {
			kept.clear();
			bytes = 0;
			of = now;
		}
		const key = `${encodingOf(request)} ${request.headers.host ?? ''} ${url}`;
		const known = kept.get(key);
		if (known) return give(request, response, head, known);
		collect(response, (answer) => {
			if (version() === now && of === now) keep(key, answer);
		});
		handler(request, response, head);
	};
}

function encodingOf({ headers }: IncomingMessage): string {
	const accepted = String(headers['accept-encoding'] ?? '');
	return /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : 'plain';
}

function give({ headers }: IncomingMessage, response: ServerResponse, own: Head, { head, headOf304, body, etag }: Kept): void {
	const same = etag !== null && (headers['if-none-match'] ?? '').split(/\s*,\s*/).includes(etag);
	const whole = same ? headOf304 : head;
	response.writeHead(same ? 304 : 200, (own.length === 0 ? whole : [...own, ...whole]) as string[]);
	if (same) response.end();
	else if (typeof body === 'string') response.end(body, 'latin1');
	else response.end(body);
}

/** Listens to an answer as it goes out and hands it over once it is whole, where it may be kept. */
function collect(response: ServerResponse, done: (answer: Kept) => void): void {
	const chunks: Buffer[] = [];
	const { write, end } = response;
	const take = (chunk: unknown): void => {
		if (isKept(response) && (typeof chunk === 'string' || chunk instanceof Uint8Array)) chunks.push(Buffer.from(chunk as string));
	};
	response.write = function (this: ServerResponse, chunk: unknown, ...rest: unknown[]) {
		take(chunk);
		return (write as (...args: unknown[]) => boolean).call(this, chunk, ...rest);
	} as typeof response.write;
	response.end = function (this: ServerResponse, chunk?: unknown, ...rest: unknown[]) {
		take(chunk);
		return (end as (...args: unknown[]) => ServerResponse).call(this, chunk, ...rest);
	} as typeof response.end;
	response.once('finish', () => {
		if (!isKept(response)) return;
		const body = Buffer.concat(chunks);
		const headers = Object.entries(response.getHeaders()).flatMap(([name, value]) => (value === undefined || NEVER_KEPT.has(name) ? [] : [[name, String(value)] as const]));
		const etag = response.getHeader('etag');
		done({
			head: [...headers.flat(), 'content-length', String(body.length)],
			headOf304: headers.filter(([name]) => OF_304.has(name)).flat(),
			body: body.length <= SHORT ? body.toString('latin1') : body,
			etag: typeof etag === 'string' ? etag : null
		});
	});
}

function isKept(response: ServerResponse): boolean {
	return (
		response.statusCode === 200 &&
		KEPT_TYPES.test(String(response.getHeader('content-type') ?? '')) &&
		!/no-store|private/.test(String(response.getHeader('cache-control') ?? '')) &&
		!response.hasHeader('set-cookie')
	);
}

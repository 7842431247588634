import { version } from '$app/environment';
import { listen } from '#lib/server/live.ts';
import type { RequestHandler } from './$types';

const HEADERS = {
	'content-type': 'text/event-stream',
	'cache-control': 'no-store',
	// A reverse proxy that buffers would keep the words to itself.
	'x-accel-buffering': 'no',
	connection: 'close'
};

/** Tells whoever listens which state of the data and which build of the program are the newest, as `{ stamp, time, build }`. */
export const GET: RequestHandler = async ({ getClientAddress }) => {
	const stream = await listen(getClientAddress(), (word) => JSON.stringify({ ...word, build: version }));
	if (!stream) return new Response('too many listeners\n', { status: 503, headers: { 'content-type': 'text/plain', 'retry-after': '30', 'cache-control': 'no-store' } });
	return new Response(stream, { headers: HEADERS });
};

/** Without a handler of its own, a HEAD request would listen, too. */
export const HEAD: RequestHandler = () => new Response(null, { headers: HEADERS });

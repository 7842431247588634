import { isReady } from '#lib/server/atlas.ts';
import type { RequestHandler } from './$types';

/** The process can read its record. */
export const GET: RequestHandler = async () => {
	const ready = await isReady();
	return new Response(ready ? 'ready\n' : 'the database does not answer\n', {
		status: ready ? 200 : 503,
		headers: { 'content-type': 'text/plain', 'cache-control': 'no-store' }
	});
};

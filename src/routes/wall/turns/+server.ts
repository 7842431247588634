import { json } from '@sveltejs/kit';
import { readingOf } from '#lib/server/reading.ts';
import { wall } from '#lib/server/wall.ts';
import type { RequestHandler } from './$types';

/** The views of the page, as JSON, for a wall that stands already: a failure leaves it as it is. */
export const GET: RequestHandler = async (event) =>
	json(await wall(readingOf(event), event.url), { headers: { 'cache-control': 'no-store' } });

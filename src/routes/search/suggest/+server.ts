import { json } from '@sveltejs/kit';
import { readingOf } from '#lib/server/reading.ts';
import { suggest } from '#lib/server/search.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => json({ hits: await suggest(readingOf(event)) });

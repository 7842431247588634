import { readingOf } from '#lib/server/reading.ts';
import { search } from '#lib/server/search.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({ hits: await search(readingOf(event)) });

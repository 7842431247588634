import { memberList } from '#lib/server/lists.ts';
import { readingOf } from '#lib/server/reading.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => memberList(readingOf(event));

import { comparison } from '#lib/server/compare.ts';
import { readingOf } from '#lib/server/reading.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => comparison(readingOf(event));

import { linksView } from '#lib/server/links.ts';
import { readingOf } from '#lib/server/reading.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({ links: await linksView(readingOf(event)) });

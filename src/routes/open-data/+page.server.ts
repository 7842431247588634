import { documentation } from '#lib/server/api/documentation.ts';
import { readingOf } from '#lib/server/reading.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({ docs: await documentation(readingOf(event), event.url.origin) });

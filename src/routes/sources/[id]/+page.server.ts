import { error } from '@sveltejs/kit';
import { readingOf } from '#lib/server/reading.ts';
import { sourceRecord } from '#lib/server/record-pages.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) =>
	(await sourceRecord(readingOf(event), event.params.id)) ?? error(404, { message: 'unknown source', suggestions: [] });

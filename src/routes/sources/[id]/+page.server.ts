import { sourceElsewhere } from '#lib/server/elsewhere.ts';
import { readingOf } from '#lib/server/reading.ts';
import { sourceRecord } from '#lib/server/record-pages.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const reading = readingOf(event);
	return (await sourceRecord(reading, event.params.id)) ?? (await sourceElsewhere(reading, event.params.id));
};

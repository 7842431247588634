import { recordElsewhere } from '#lib/server/elsewhere.ts';
import { readingOf } from '#lib/server/reading.ts';
import { projectRecord } from '#lib/server/record-pages.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const reading = readingOf(event);
	return (await projectRecord(reading, event.params.id)) ?? (await recordElsewhere(reading, 'project', event.params.id));
};

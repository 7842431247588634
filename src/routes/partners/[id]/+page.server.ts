import { recordElsewhere } from '#lib/server/elsewhere.ts';
import { readingOf } from '#lib/server/reading.ts';
import { partnerRecord } from '#lib/server/record-pages.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const reading = readingOf(event);
	return (await partnerRecord(reading, event.params.id)) ?? (await recordElsewhere(reading, 'partner', event.params.id));
};

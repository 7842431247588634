import { groupPage } from '#lib/server/area-group.ts';
import { groupElsewhere } from '#lib/server/elsewhere.ts';
import { readingOf } from '#lib/server/reading.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const reading = readingOf(event);
	return { area: (await groupPage(reading, event.params.id)) ?? (await groupElsewhere(reading, event.params.id)) };
};

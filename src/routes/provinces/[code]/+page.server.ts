import { provincePage } from '#lib/server/area-province.ts';
import { areaElsewhere } from '#lib/server/elsewhere.ts';
import { readingOf } from '#lib/server/reading.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const reading = readingOf(event);
	return { area: (await provincePage(reading, event.params.code)) ?? areaElsewhere(reading, event.params.code, 'provinces') };
};

import { cityPage } from '#lib/server/area-city.ts';
import { areaElsewhere } from '#lib/server/elsewhere.ts';
import { readingOf } from '#lib/server/reading.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const reading = readingOf(event);
	return { area: (await cityPage(reading, event.params.code)) ?? areaElsewhere(reading, event.params.code, 'cities') };
};

import { recordElsewhere } from '#lib/server/elsewhere.ts';
import { readingOf } from '#lib/server/reading.ts';
import { memberPage } from '#lib/server/member.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const reading = readingOf(event);
	return (await memberPage(reading, event.params.id)) ?? (await recordElsewhere(reading, 'member', event.params.id));
};

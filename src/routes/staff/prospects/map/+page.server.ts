import { readProspectView } from '#domain/prospect-view.ts';
import { prospectMap } from '#lib/server/prospect-map.ts';
import { readingOf } from '#lib/server/reading.ts';
import { requireRole } from '#lib/server/rights.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const person = requireRole(event, 'viewer');
	const filter = readProspectView(event.url.searchParams);
	return { filter, ...(await prospectMap(person, filter, readingOf(event))) };
};

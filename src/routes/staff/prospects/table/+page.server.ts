import { readProspectView } from '#domain/prospect-view.ts';
import { prospectTable } from '#lib/server/prospect.ts';
import { requireRole } from '#lib/server/rights.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const person = requireRole(event, 'viewer');
	const filter = readProspectView(event.url.searchParams);
	return { filter, ...(await prospectTable(person, filter)) };
};

import { usage } from '#lib/server/embed-desk.ts';
import { requireRole } from '#lib/server/rights.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireRole(event, 'viewer');
	return { uses: await usage() };
};

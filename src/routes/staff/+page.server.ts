import { desk } from '#lib/server/desk.ts';
import { requireRole } from '#lib/server/rights.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireRole(event, 'viewer');
	return { desk: await desk(event.locals.locale) };
};

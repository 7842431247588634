import { recordTypes } from '#lib/server/record-list.ts';
import { requireRole } from '#lib/server/rights.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const person = requireRole(event, 'viewer');
	return { types: await recordTypes(), mayEdit: person.role !== 'viewer' };
};

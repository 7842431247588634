import { desk } from '#lib/server/desk.ts';
import { readingOf } from '#lib/server/reading.ts';
import { requireRole } from '#lib/server/rights.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const person = requireRole(event, 'viewer');
	return { desk: await desk(readingOf(event), person.role) };
};

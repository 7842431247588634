import { readingOf } from '#lib/server/reading.ts';
import { requireRole } from '#lib/server/rights.ts';
import { whatIf } from '#lib/server/what-if.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireRole(event, 'viewer');
	return { scenario: await whatIf(readingOf(event)) };
};

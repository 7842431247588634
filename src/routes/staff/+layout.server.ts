import { atLeast } from '#domain/role.ts';
import { STAFF_PAGES } from '#lib/i18n/staff.ts';
import { requireRole } from '#lib/server/rights.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = (event) => {
	const person = requireRole(event, 'viewer');
	return { bare: true, person, pages: STAFF_PAGES.filter(({ needs }) => atLeast(person.role, needs)).map(({ path }) => path) };
};

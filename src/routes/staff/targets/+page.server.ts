import { atLeast } from '#domain/role.ts';
import { readingOf } from '#lib/server/reading.ts';
import { requireRole } from '#lib/server/rights.ts';
import { targetBoard } from '#lib/server/target.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const person = requireRole(event, 'viewer');
	return { board: await targetBoard(readingOf(event)), mayEdit: atLeast(person.role, 'editor') };
};

import { error } from '@sveltejs/kit';
import { typeOfFolder } from '#lib/i18n/record-address.ts';
import { recordList } from '#lib/server/record-list.ts';
import { requireRole } from '#lib/server/rights.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const person = requireRole(event, 'viewer');
	const type = typeOfFolder(event.params.folder) ?? error(404, { message: 'there are no such records' });
	return { type, mayEdit: person.role !== 'viewer', list: await recordList(type, event.url.searchParams, event.locals.locale) };
};

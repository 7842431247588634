import { error } from '@sveltejs/kit';
import { typeOfFolder } from '#lib/i18n/record-address.ts';
import { historyPage, undoFromHistory } from '#lib/server/record-history.ts';
import { requireRole } from '#lib/server/rights.ts';
import type { Actions, PageServerLoad } from './$types';

const NONE = { message: 'there is no such record' };

export const load: PageServerLoad = (event) => {
	const person = requireRole(event, 'viewer');
	return historyPage(typeOfFolder(event.params.folder) ?? error(404, NONE), event.params.id, event, person);
};

export const actions: Actions = {
	undo: (event) => {
		const person = requireRole(event, 'editor');
		return undoFromHistory(typeOfFolder(event.params.folder) ?? error(404, NONE), event.params.id, event, person);
	}
};

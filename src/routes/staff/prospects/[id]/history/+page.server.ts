import { historyPage, undoFromHistory } from '#lib/server/record-history.ts';
import { requireRole } from '#lib/server/rights.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = requireRole(event, 'viewer');
	return historyPage('prospect', event.params.id, event, person);
};

export const actions: Actions = {
	undo: (event) => {
		const person = requireRole(event, 'editor');
		return undoFromHistory('prospect', event.params.id, event, person);
	}
};

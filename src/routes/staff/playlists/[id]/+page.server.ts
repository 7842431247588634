import { arrangePlaylist, editedPlaylist, savePlaylist, type Refused } from '#lib/server/playlist.ts';
import { requireRole } from '#lib/server/rights.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireRole(event, 'editor');
	return { editing: await editedPlaylist(event, event.params.id) };
};

export const actions: Actions = {
	arrange: async (event): Promise<Refused> => {
		requireRole(event, 'editor');
		return arrangePlaylist(event);
	},
	save: async (event) => savePlaylist(event, requireRole(event, 'editor'), event.params.id)
};

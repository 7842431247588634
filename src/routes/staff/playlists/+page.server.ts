import { fail } from '@sveltejs/kit';
import { playlists, turnPlaylist } from '#lib/server/playlist.ts';
import { requireRole } from '#lib/server/rights.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireRole(event, 'editor');
	return playlists();
};

export const actions: Actions = {
	retire: async (event) => ((await turnPlaylist(event, requireRole(event, 'editor'), 'retire')) ? { done: true } : fail(409, { done: false })),
	restore: async (event) => ((await turnPlaylist(event, requireRole(event, 'editor'), 'restore')) ? { done: true } : fail(409, { done: false }))
};

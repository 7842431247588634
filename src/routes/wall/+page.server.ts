import { readTurn } from '#domain/playlist.ts';
import { playlistId } from '#domain/saved-playlist.ts';
import { readingOf } from '#lib/server/reading.ts';
import { wall } from '#lib/server/wall.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const shown = await wall(readingOf(event), event.url);
	// It says when it was read: nobody may keep it.
	event.setHeaders({ 'cache-control': 'no-store' });
	return {
		bare: true,
		wall: shown,
		asked: { views: event.url.searchParams.get('views'), playlist: playlistId(event.url.searchParams.get('playlist')) },
		turn: readTurn(event.url.searchParams.get('turn'), shown.turns.length)
	};
};

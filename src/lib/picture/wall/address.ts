import { writeView, type View } from '#domain/view.ts';

/** The playlist of an address: its views, or the identifier of a saved one; both null: the one that the server makes itself. */
export type PlaylistAsked = { readonly views: string | null; readonly playlist: string | null };

/**
 * The query of the wall at a turn (counted from 0): `?kind=park&views=overview;map&turn=2`. Like every address it leaves
 * out what goes without saying.
 */
export function wallQuery(view: View, { views, playlist }: PlaylistAsked, turn: number): string {
	const query = new URLSearchParams(writeView({ ...view, q: '', after: null }));
	if (views !== null) query.set('views', views);
	else if (playlist !== null) query.set('playlist', playlist);
	if (turn > 0) query.set('turn', String(turn + 1));
	// These may stand in a query as they are, and a playlist reads better so.
	const text = query.toString().replace(/%(2C|3A|3B|7E)/g, (code) => decodeURIComponent(code));
	return text && `?${text}`;
}

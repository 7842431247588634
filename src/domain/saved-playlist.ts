import * as v from 'valibot';
import type { Instant } from './instant.ts';
import { MOST_ITEMS, readPlaylist, writePlaylist, type Item } from './playlist.ts';

/** 播放列表: a playlist that staff has saved, which the wall plays by its identifier. */
export type SavedPlaylist = {
	readonly id: string;
	readonly version: number;
	readonly name: string;
	readonly items: readonly Item[];
	readonly changedAt: Instant;
	/** Who changed it last, as the history names people. */
	readonly changedBy: string;
	readonly retiredAt: Instant | null;
};

/** The identifier of a playlist as an address gives it, or null. */
export function playlistId(text: string | null): string | null {
	return text !== null && /^[\w-]{1,40}$/.test(text) ? text : null;
}

/** What staff gives of a playlist; `items` as an address writes them, and read back as they will play. */
export const playlistSchema = v.object({
	name: v.pipe(v.string('empty'), v.trim(), v.nonEmpty('empty'), v.maxLength(60, 'too_long')),
	items: v.pipe(
		v.array(v.custom<Item>((item) => typeof item === 'object')),
		v.minLength(1, 'empty'),
		v.maxLength(MOST_ITEMS, 'too_many'),
		v.check((items) => readPlaylist(writePlaylist(items)).length === items.length, 'items')
	)
});
export type PlaylistInput = v.InferOutput<typeof playlistSchema>;

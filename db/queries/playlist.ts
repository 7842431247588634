import type { Instant } from '#domain/instant.ts';
import { readPlaylist, writePlaylist } from '#domain/playlist.ts';
import type { PlaylistInput, SavedPlaylist } from '#domain/saved-playlist.ts';
import { newToken } from '../secret.ts';
import type { Db, PlaylistTable, Trx } from '../schema.ts';
import { lockWrites, nextDataVersion } from './data-version.ts';

/** Somebody else changed the playlist in between, or there is none (`current` null). Nothing was written. */
export class PlaylistConflict extends Error {
	override readonly name = 'PlaylistConflict';
	readonly current: SavedPlaylist | null;

	constructor(id: string, current: SavedPlaylist | null) {
		super(current ? `playlist ${id} is at version ${current.version}` : `there is no playlist ${id}`);
		this.current = current;
	}
}

/** When and by whom a playlist is changed. */
export type PlaylistEntry = { readonly at: Instant; readonly actor: string };

/** Every playlist, retired ones too, by name. */
export async function listPlaylists(db: Db): Promise<SavedPlaylist[]> {
	return (await db.selectFrom('playlist').selectAll().orderBy('name').orderBy('id').execute()).map(playlistOf);
}

/** The playlist, retired or not; null when there is none. */
export async function playlistById(db: Db, id: string): Promise<SavedPlaylist | null> {
	const row = await db.selectFrom('playlist').selectAll().where('id', '=', id).executeTakeFirst();
	return row ? playlistOf(row) : null;
}

/** Saves a new playlist under an identifier of its own. Moves the data version on, so that walls hear of it. */
export async function createPlaylist(trx: Trx, { name, items }: PlaylistInput, { at, actor }: PlaylistEntry): Promise<SavedPlaylist> {
	await lockWrites(trx);
	const row: PlaylistTable = { id: newToken().slice(0, 10), version: 1, name, items: writePlaylist(items), changed_at: at, changed_by: actor, retired_at: null };
	await trx.insertInto('playlist').values(row).execute();
	await nextDataVersion(trx);
	return playlistOf(row);
}

/** Changes a playlist of the version that its writer has seen. Throws `PlaylistConflict`; a retired one counts as none. */
export async function changePlaylist(trx: Trx, id: string, expectedVersion: number, { name, items }: PlaylistInput, entry: PlaylistEntry): Promise<SavedPlaylist> {
	return change(trx, { id, expectedVersion, retired: false }, { name, items: writePlaylist(items) }, entry);
}

/** Takes a playlist out of use; the wall no longer plays it. Throws `PlaylistConflict`. */
export async function retirePlaylist(trx: Trx, id: string, expectedVersion: number, entry: PlaylistEntry): Promise<SavedPlaylist> {
	return change(trx, { id, expectedVersion, retired: false }, { retired_at: entry.at }, entry);
}

/** Brings a retired playlist back. Throws `PlaylistConflict`. */
export async function restorePlaylist(trx: Trx, id: string, expectedVersion: number, entry: PlaylistEntry): Promise<SavedPlaylist> {
	return change(trx, { id, expectedVersion, retired: true }, { retired_at: null }, entry);
}

type Expected = { readonly id: string; readonly expectedVersion: number; readonly retired: boolean };

async function change(trx: Trx, { id, expectedVersion, retired }: Expected, values: Partial<PlaylistTable>, { at, actor }: PlaylistEntry): Promise<SavedPlaylist> {
	await lockWrites(trx);
	const row = await trx
		.updateTable('playlist')
		.set({ ...values, version: expectedVersion + 1, changed_at: at, changed_by: actor })
		.where('id', '=', id)
		.where('version', '=', expectedVersion)
		.where('retired_at', retired ? 'is not' : 'is', null)
		.returningAll()
		.executeTakeFirst();
	if (!row) throw new PlaylistConflict(id, await playlistById(trx, id));
	await nextDataVersion(trx);
	return playlistOf(row);
}

function playlistOf({ changed_at, changed_by, retired_at, items, ...row }: PlaylistTable): SavedPlaylist {
	return { ...row, items: readPlaylist(items), changedAt: changed_at, changedBy: changed_by, retiredAt: retired_at };
}

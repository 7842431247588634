import { describe, expect, test } from 'vitest';
import { dataVersion } from '#db/queries/data-version.ts';
import { changePlaylist, createPlaylist, listPlaylists, PlaylistConflict, playlistById, restorePlaylist, retirePlaylist } from '#db/queries/playlist.ts';
import { readPlaylist } from '#domain/playlist.ts';
import { onEachDatabase, write } from './databases.ts';
import { minute } from './samples.ts';

const entry = (n: number) => ({ at: minute(n), actor: 'person:a' });
const input = (name: string, items = 'overview;city:320200~12~"太湖；之约"') => ({ name, items: readPlaylist(items) });

onEachDatabase(({ open }) => {
	describe('saved playlists', () => {
		test('read back as they were saved, by name, and each change moves the data on', async () => {
			const db = await open();
			const before = await dataVersion(db);
			const lobby = await write(db, (trx) => createPlaylist(trx, input('大厅'), entry(1)));
			const board = await write(db, (trx) => createPlaylist(trx, input('A 会议室', 'map'), entry(2)));
			expect(lobby).toEqual({ id: lobby.id, version: 1, ...input('大厅'), changedAt: minute(1), changedBy: 'person:a', retiredAt: null });
			expect(await playlistById(db, lobby.id)).toEqual(lobby);
			expect(await listPlaylists(db)).toEqual([board, lobby]);
			expect(await dataVersion(db)).toBe(before + 2);
			expect(await playlistById(db, 'none')).toBeNull();
		});

		test('a change needs the version that was seen, and a refused one leaves nothing', async () => {
			const db = await open();
			const { id } = await write(db, (trx) => createPlaylist(trx, input('大厅'), entry(1)));
			const second = await write(db, (trx) => changePlaylist(trx, id, 1, input('大厅二', 'map;growth~30'), { at: minute(2), actor: 'person:b' }));
			expect(second).toMatchObject({ version: 2, name: '大厅二', items: readPlaylist('map;growth~30'), changedBy: 'person:b', changedAt: minute(2) });
			const at = await dataVersion(db);
			const refused = await write(db, (trx) => changePlaylist(trx, id, 1, input('三'), entry(3))).catch((error: unknown) => error);
			expect(refused).toBeInstanceOf(PlaylistConflict);
			expect((refused as PlaylistConflict).current).toEqual(second);
			expect(await playlistById(db, id)).toEqual(second);
			expect(await dataVersion(db)).toBe(at);
			await expect(write(db, (trx) => changePlaylist(trx, 'none', 1, input('四'), entry(4)))).rejects.toThrow('there is no playlist none');
		});

		test('of two writers who saw the same version, one is refused', async () => {
			const db = await open();
			const { id } = await write(db, (trx) => createPlaylist(trx, input('大厅'), entry(1)));
			const both = await Promise.allSettled(['甲', '乙'].map((name) => write(db, (trx) => changePlaylist(trx, id, 1, input(name), entry(2)))));
			expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
			expect((await playlistById(db, id))?.version).toBe(2);
		});

		test('are retired and come back, never deleted', async () => {
			const db = await open();
			const { id } = await write(db, (trx) => createPlaylist(trx, input('大厅'), entry(1)));
			expect(await write(db, (trx) => retirePlaylist(trx, id, 1, entry(2)))).toMatchObject({ version: 2, retiredAt: minute(2) });
			await expect(write(db, (trx) => changePlaylist(trx, id, 2, input('x'), entry(3)))).rejects.toThrow(PlaylistConflict);
			await expect(write(db, (trx) => retirePlaylist(trx, id, 2, entry(3)))).rejects.toThrow(PlaylistConflict);
			expect(await write(db, (trx) => restorePlaylist(trx, id, 2, entry(4)))).toMatchObject({ version: 3, retiredAt: null, ...input('大厅') });
			await expect(write(db, (trx) => restorePlaylist(trx, id, 3, entry(5)))).rejects.toThrow(PlaylistConflict);
		});
	});
});

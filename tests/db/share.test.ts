import { describe, expect, test } from 'vitest';
import { createShare, listShares, revokeShare, shareByToken } from '#db/queries/share.ts';
import { passwordMatches } from '#db/secret.ts';
import { BadShareCommand, shareCommand } from '#db/share-command.ts';
import { onEachDatabase } from './databases.ts';

const NOW = '2026-11-22T04:00:00.000Z';
const LATER = '2026-11-23T04:00:00.000Z';

onEachDatabase(({ open }) => {
	describe('share links', () => {
		test('are found by their token, which is kept nowhere', async () => {
			const db = await open();
			const { share, token } = await createShare(db, { path: '/wall', label: '', expiresAt: null, password: '太湖图谱2026' }, NOW);
			const found = await shareByToken(db, token);
			expect(found?.share).toEqual(share);
			expect(passwordMatches('太湖图谱2026', found?.passwordHash ?? '')).toBe(true);
			expect(passwordMatches('太湖图谱2025', found?.passwordHash ?? '')).toBe(false);
			const rows = JSON.stringify(await db.selectFrom('share').selectAll().execute());
			expect(rows).not.toContain(token);
			expect(rows).not.toContain('太湖图谱2026');
			expect(await shareByToken(db, `${token}x`)).toBeNull();
		});

		test('are revoked once', async () => {
			const db = await open();
			const { share, token } = await createShare(db, { path: '/', label: 'x', expiresAt: LATER, password: null }, NOW);
			expect(await revokeShare(db, share.id, LATER)).toBe(true);
			expect(await revokeShare(db, share.id, LATER)).toBe(false);
			expect((await shareByToken(db, token))?.share.revokedAt).toBe(LATER);
			expect((await listShares(db)).map(({ id }) => id)).toContain(share.id);
		});

		test('the command says what is wrong and makes nothing', async () => {
			const db = await open();
			const before = (await listShares(db)).length;
			for (const args of [['create', 'https://example.org'], ['create', '/', '--until', 'soon'], ['revoke', 'nothing'], ['create'], ['list', 'x']])
				await expect(shareCommand(db, args, NOW, undefined)).rejects.toThrow(BadShareCommand);
			await expect(shareCommand(db, ['create', '/'], NOW, 'short')).rejects.toThrow(/8 characters/);
			expect(await listShares(db)).toHaveLength(before);
			expect(await shareCommand(db, ['create', '/wall', '--until', '2026-12-31'], NOW, undefined)).toMatch(/\/share\/[\w-]{27}/);
		});
	});
});

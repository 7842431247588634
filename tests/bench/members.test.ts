import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '#db/connection.server.ts';
import { listMembers } from '#db/queries/member.ts';
import { movements } from '#db/queries/movement.ts';
import { membersAt, toCube } from '#domain/cube.ts';
import { alliance } from '#db/seeds/alliance.ts';
import { fillWithMembers } from './members.ts';

test('the members come on top of the recorded facts, are counted as any other, and can be read and found', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'atlas-bench-'));
	const url = `sqlite:${join(folder, 'atlas.db')}`;
	try {
		await fillWithMembers(url, 1_234);
		const db = openDatabase(url);
		try {
			const cube = toCube(await movements(db));
			expect(membersAt(cube, '2026-11-22')).toBe(1_234 + alliance.records.member.length);
			expect(cube.series.size).toBe(42);
			const found = await listMembers(db, { at: '2026-11-22', limit: 5, q: 'sljg1233' });
			expect(found.items.map(({ member, active }) => [member.name.zh, active])).toEqual([['示例机构1233', true]]);
			expect((await listMembers(db, { at: '2026-11-22', limit: 1, eventId: 'bench-batch-0' })).total).toBeGreaterThan(5);
		} finally {
			await db.destroy();
		}
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
});

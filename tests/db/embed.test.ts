import { describe, expect, test } from 'vitest';
import { listUses, recordUse, trimUses } from '#db/queries/embed-use.ts';
import { freeze, frozenBytes, listFrozen } from '#db/queries/frozen-embed.ts';
import { onEachDatabase } from './databases.ts';

const seen = (host: string, path = 'map') => ({ host, path, size: { width: 640, height: 900 }, error: null });

onEachDatabase(({ open }) => {
	describe('where embeds are shown', () => {
		test('a site and an embed are one row: first and last day, how often, the last size and the last error', async () => {
			const db = await open();
			await recordUse(db, seen('https://a.example'), '2026-11-01', 3);
			await recordUse(db, { ...seen('https://a.example'), size: { width: 390, height: 700 } }, '2026-11-20');
			await recordUse(db, { ...seen('https://a.example'), size: null, error: 'refused' }, '2026-11-21', 2);
			await recordUse(db, seen('https://a.example', 'city/320200'), '2026-11-02');
			const uses = await listUses(db);
			expect(uses.find(({ path }) => path === 'map')).toEqual({
				host: 'https://a.example',
				path: 'map',
				firstSeen: '2026-11-01',
				lastSeen: '2026-11-21',
				loads: 4,
				size: { width: 390, height: 700 },
				errors: 2,
				lastError: { error: 'refused', seen: '2026-11-21' }
			});
			expect(uses.map(({ path }) => path)).toEqual(['map', 'city/320200']);
		});

		test('those not seen for longest go, and no more are kept than allowed', async () => {
			const db = await open();
			for (let day = 10; day < 20; day++) await recordUse(db, seen(`https://${day}.example`), `2026-10-${day}`);
			await trimUses(db, 4);
			expect((await listUses(db)).map(({ lastSeen }) => lastSeen).every((day) => day >= '2026-10-16')).toBe(true);
			expect(await listUses(db)).toHaveLength(4);
		});
	});

	test('a frozen embed gives back its bytes', async () => {
		const db = await open();
		const bytes = { html: '<!doctype html>\n<p>“无锡”', svg: '<svg/>', png: Buffer.from([0, 255, 137, 10]) };
		const frozen = await freeze(db, { address: '/embed/map', label: '年报', day: '2026-11-22', createdBy: 'person:x' }, bytes, '2026-11-22T04:00:00.000Z');
		expect(frozen.id).toMatch(/^[\w-]{12}$/);
		expect(await frozenBytes(db, frozen.id)).toEqual(bytes);
		expect(await frozenBytes(db, 'nothing')).toBeNull();
		expect(await listFrozen(db)).toEqual([frozen]);
	});
});

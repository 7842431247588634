import { expect, test } from 'vitest';
import { alikeRecords, type Sought } from '#db/queries/alike.ts';
import { freeId, idFrom } from '#db/queries/free-id.ts';
import { formerRecords, listActors, listChanges } from '#db/queries/change.ts';
import { historyOf, someChangesOf } from '#db/queries/history.ts';
import { writeCursor } from '#db/queries/page.ts';
import { listRecords } from '#db/queries/record-list.ts';
import { recordNames } from '#db/queries/record-name.ts';
import { retireRecord, saveRecord } from '#db/queries/record.ts';
import { alliance } from '#db/seeds/alliance.ts';
import { loadSeed } from '#db/seeds/load.ts';
import { FORM_TYPES } from '#domain/form.ts';
import { onEachDatabase, write } from './databases.ts';
import { create, event, member, membership, minute, partner, saving, source } from './samples.ts';

onEachDatabase(({ open, shared }) => {
	const seeded = shared((db) => loadSeed(db, alliance, minute(0)));

	test('every type is listed whole, page by page, in each order', async () => {
		const db = await seeded();
		for (const type of FORM_TYPES)
			for (const order of ['name', 'changed'] as const) {
				const ids: string[] = [];
				let after: string | null = null;
				do {
					const page: Awaited<ReturnType<typeof listRecords>> = await listRecords(db, type, { order, limit: 3, after });
					expect(page.items.length).toBeLessThanOrEqual(3);
					ids.push(...page.items.map(({ record }) => record.id));
					expect(page.total).toBeGreaterThanOrEqual(ids.length);
					after = page.next;
					if (after === null) expect(ids.length, `${type} ${order}`).toBe(page.total);
				} while (after !== null);
				expect(new Set(ids).size).toBe(ids.length);
				expect(ids.length, type).toBeGreaterThan(0);
			}
	});

	test('found by name, pinyin, the name of the member, or a number', async () => {
		const db = await seeded();
		const found = async (type: (typeof FORM_TYPES)[number], q: string) => (await listRecords(db, type, { q, limit: 9 })).items.map(({ record }) => record.id);
		expect(await found('member', 'hongdou')).toEqual(['hongdou-jituan']);
		expect((await found('membership', '红豆')).length).toBe(1);
		expect(await found('region_group', '太湖')).toContain('taihu_science_circle');
		expect((await found('reported_total', '30')).length).toBeGreaterThan(0);
		expect(await found('source', '不存在的来源')).toEqual([]);
		for (const after of ['nonsense', writeCursor([1, 2]), writeCursor(['x', 'y']), writeCursor([1e300, 'y'])])
			for (const order of ['name', 'changed'] as const) expect((await listRecords(db, 'member', { limit: 2, after, order })).total).toBe(20);
	});

	test('an identifier is made from a name and never given twice, not even that of a retired record', async () => {
		const db = await open();
		await create(db, 'member', [member('hongdoujituan'), member('hongdoujituan-2')]);
		await write(db, (trx) => retireRecord(trx, 'member', 'hongdoujituan-2', { ...saving(1), expectedVersion: 1 }));
		const free = (wanted: string) => write(db, (trx) => freeId(trx, 'member', wanted));
		expect(await free('红豆集团')).toBe('hongdoujituan-3');
		expect(await free('红豆')).toBe('hongdou');
		expect(await free('New')).toBe('new-2');
		expect(await free('☆')).toBe('member');
		expect(idFrom('江苏 Café（A_B）2024')).toBe('jiangsu-cafe-a-b-2024');
		expect(idFrom('长'.repeat(80))).toMatch(/^[a-z]{60}$/);
	});

	test('retired records are apart, and the latest change stands first where asked for', async () => {
		const db = await open();
		await create(db, 'member', [member('a'), member('b'), member('c')]);
		await write(db, (trx) => saveRecord(trx, 'member', member('a', { aliases: ['x'] }), saving(1, minute(5))));
		await write(db, (trx) => retireRecord(trx, 'member', 'b', { ...saving(1, minute(6)), expectedVersion: 1 }));
		const list = async (retired: boolean, order: 'name' | 'changed') =>
			(await listRecords(db, 'member', { retired, order, limit: 9 })).items.map(({ record, ...rest }) => [record.id, ...Object.values(rest)]);
		expect(await list(false, 'changed')).toEqual([['a', 2, false, minute(5)], ['c', 1, false, minute(0)]]);
		expect(await list(false, 'name')).toEqual([['a', 2, false, minute(5)], ['c', 1, false, minute(0)]]);
		expect(await list(true, 'name')).toEqual([['b', 2, true, minute(6)]]);
		const names = await recordNames(db, [{ type: 'member', id: 'a' }, { type: 'member', id: 'b' }, { type: 'member', id: 'none' }, { type: 'reported_total', id: 'x' }]);
		expect([...names.values()]).toEqual([
			{ type: 'member', id: 'a', name: { zh: '示例a', en: null }, retired: false },
			{ type: 'member', id: 'b', name: { zh: '示例b', en: null }, retired: true }
		]);
	});

	test('the log has one entry for a change made alone and one for all made together', async () => {
		const db = await open();
		await create(db, 'member', [member('a')]);
		const batch = { ...saving(null, minute(2)), actor: 'person:1', batchId: 'import-1' };
		await write(db, async (trx) => {
			await saveRecord(trx, 'member', member('b'), batch);
			await saveRecord(trx, 'member', member('a', { aliases: ['x'] }), { ...batch, expectedVersion: 1 });
			await saveRecord(trx, 'membership', membership('b-1', 'b', '2024'), batch);
		});
		await create(db, 'event', [event('e', '2024')]);
		const log = await listChanges(db, { limit: 9 });
		expect(log.next).toBeNull();
		expect(log.items.map(({ last, counts }) => [last.recordId, last.batchId, counts])).toEqual([
			['e', null, []],
			[
				'b-1',
				'import-1',
				[
					{ type: 'member', change: 'create', changes: 1 },
					{ type: 'member', change: 'update', changes: 1 },
					{ type: 'membership', change: 'create', changes: 1 }
				]
			],
			['a', null, []]
		]);
		const only = async (filter: object) => (await listChanges(db, { limit: 9, ...filter })).items.map(({ last }) => last.recordId);
		expect(await only({ type: 'member' })).toEqual(['b-1', 'a']);
		expect(await only({ actor: 'person:1' })).toEqual(['b-1']);
		expect(await listActors(db)).toEqual(['person:1', 'tester']);
		const first = await listChanges(db, { limit: 1 });
		const second = await listChanges(db, { limit: 1, after: first.next });
		expect([first, second].map(({ items }) => items[0]?.last.recordId)).toEqual(['e', 'b-1']);
		expect((await listChanges(db, { limit: 9, after: writeCursor([1e300]) })).items).toHaveLength(3);
		expect((await someChangesOf(db, 'import-1', { offset: 1, limit: 1 })).map(({ recordId }) => recordId)).toEqual(['a']);
		const history = await historyOf(db, 'member', 'a');
		expect([...(await formerRecords(db, history))]).toEqual([[history[0]!.id, member('a')]]);
	});

	test('look-alikes by code, name, alias, reading and a part of the name; retired ones too, itself never', async () => {
		const db = await open();
		await create(db, 'member', [
			member('hongdou', { name: { zh: '红豆集团有限公司' }, creditCode: '91440300708461136T' }),
			member('taihu', { name: { zh: '太湖水环境研究院' }, aliases: ['太湖院'] }),
			member('huzhou', { name: { zh: '湖州博物馆' } }),
			member('other', { name: { zh: '苏州大学' } })
		]);
		await create(db, 'partner', [partner('red', { name: { zh: '红豆集团' } })]);
		await create(db, 'source', [source('s', { title: { zh: '示例一' }, url: 'https://news.example/1' })]);
		await write(db, (trx) => retireRecord(trx, 'member', 'taihu', { ...saving(1), expectedVersion: 1 }));
		const like = async (names: string[], over: Partial<Sought> = {}) =>
			(await alikeRecords(db, { type: 'member', id: null, names, ...over }, 9)).map(({ type, id, likeness, retired }) => [type, id, likeness, ...(retired ? ['retired'] : [])]);
		expect(await like(['无锡红豆集团'])).toEqual([['member', 'hongdou', 'similar'], ['partner', 'red', 'similar']]);
		expect(await like(['红豆集团'])).toEqual([['member', 'hongdou', 'name'], ['partner', 'red', 'name']]);
		expect(await like(['完全不同'], { creditCode: '91440300708461136T' })).toEqual([['member', 'hongdou', 'code']]);
		expect(await like(['太湖院'])).toEqual([['member', 'taihu', 'name', 'retired']]);
		expect(await like(['湖洲博物馆'])).toEqual([['member', 'huzhou', 'pinyin']]);
		expect(await like(['红豆集团有限公司'], { id: 'hongdou' })).toEqual([['partner', 'red', 'name']]);
		expect(await like(['示例二'], { type: 'source', url: 'https://news.example/1' })).toEqual([['source', 's', 'url']]);
		expect(await like(['100%_'])).toEqual([]);
		expect(await like([''])).toEqual([]);
	});
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dataVersion } from '#db/queries/data-version.ts';
import { changesOf, historyOf, type RevisionOf } from '#db/queries/history.ts';
import { memberById } from '#db/queries/member.ts';
import { movements } from '#db/queries/movement.ts';
import { allRecords, recordById } from '#db/queries/read.ts';
import { restoreRecord, retireRecord, saveRecord, type Entry } from '#db/queries/record.ts';
import { UndoBlocked, undoChanges } from '#db/queries/undo.ts';
import { usesOf } from '#db/queries/use.ts';
import type { Db } from '#db/schema.ts';
import type { RecordType } from '#domain/record.ts';
import { onEachDatabase, write } from './databases.ts';
import { create, event, member, membership, minute, partner, project, saving, source } from './samples.ts';

const ENTRY: Entry = { at: minute(9), actor: 'li', reason: '撤销', batchId: 'undo-1' };
const IMPORT = (expectedVersion: number | null) => ({ ...saving(expectedVersion, minute(2)), batchId: 'import-1' });

const undo = (db: Db, changes: readonly RevisionOf<RecordType>[]) => write(db, (trx) => undoChanges(trx, changes, ENTRY));
const blocked = async (work: Promise<unknown>): Promise<UndoBlocked> => {
	const error = await work.then(() => null, (cause: unknown) => cause);
	expect(error).toBeInstanceOf(UndoBlocked);
	return error as UndoBlocked;
};

onEachDatabase(({ open }) => {
	test('one change is taken back by a new version; what was changed elsewhere since stays', async () => {
		const db = await open();
		await create(db, 'member', [member('m')]);
		await write(db, (trx) => saveRecord(trx, 'member', member('m', { name: { zh: '错名' } }), saving(1)));
		await write(db, (trx) => saveRecord(trx, 'member', member('m', { name: { zh: '错名' }, website: 'https://m.example/' }), saving(2)));
		const [, second] = await historyOf(db, 'member', 'm');
		expect(await undo(db, [second!])).toBe(1);
		expect(await memberById(db, 'm')).toEqual(member('m', { website: 'https://m.example/' }));
		const [newest] = await historyOf(db, 'member', 'm');
		expect(newest).toMatchObject({ version: 4, change: 'update', actor: 'li', reason: '撤销', batchId: 'undo-1' });
		const before = await dataVersion(db);
		expect(await undo(db, [second!])).toBe(0);
		expect(await dataVersion(db)).toBe(before);
	});

	test('a whole import is taken back in one go, and so is the undo', async () => {
		const db = await open();
		await create(db, 'event', [event('e', '2020-11-21')]);
		await create(db, 'member', [member('a', { city: '320200' }), member('b', { city: '330100' })]);
		await create(db, 'membership', [membership('a-1', 'a', '2020-11-21'), membership('b-1', 'b', '2021')]);
		const was = { members: await allRecords(db, 'member'), memberships: await allRecords(db, 'membership'), counts: await movements(db) };
		await write(db, async (trx) => {
			await saveRecord(trx, 'member', member('a', { city: '320500', aliases: ['甲'] }), IMPORT(1));
			await saveRecord(trx, 'member', member('c', { city: '320200' }), IMPORT(null));
			await saveRecord(trx, 'membership', membership('c-1', 'c', '2022', { eventId: 'e' }), IMPORT(null));
			await saveRecord(trx, 'membership', membership('a-1', 'a', '2020-11-21', { left: '2022-01-01' }), IMPORT(1));
			await saveRecord(trx, 'membership', membership('a-2', 'a', '2022-01-01'), IMPORT(null));
			await retireRecord(trx, 'membership', 'b-1', { ...IMPORT(1), expectedVersion: 1 });
			await saveRecord(trx, 'member', member('a', { city: '320500', aliases: ['甲', '乙'] }), IMPORT(2));
		});
		const now = { members: await allRecords(db, 'member'), counts: await movements(db) };
		expect(await undo(db, await changesOf(db, 'import-1'))).toBe(6);
		expect({ members: await allRecords(db, 'member'), memberships: await allRecords(db, 'membership'), counts: await movements(db) }).toEqual(was);
		expect(await write(db, async (trx) => undoChanges(trx, await changesOf(trx, 'undo-1'), { ...ENTRY, batchId: 'undo-2' }))).toBe(6);
		expect({ members: await allRecords(db, 'member'), counts: await movements(db) }).toEqual(now);
	});

	test('all or nothing: every reason is told, and nothing is written', async () => {
		const db = await open();
		await create(db, 'source', [source('s')]);
		await create(db, 'member', [member('a'), member('b'), member('c')]);
		await write(db, async (trx) => {
			for (const id of ['a', 'b', 'c']) await saveRecord(trx, 'member', member(id, { aliases: [id], website: `https://${id}.example/` }), IMPORT(1));
			await saveRecord(trx, 'member', member('d'), IMPORT(null));
			await saveRecord(trx, 'member', member('e'), IMPORT(null));
			await saveRecord(trx, 'member', member('f', { website: 'https://f.example/' }), IMPORT(null));
		});
		await write(db, (trx) => saveRecord(trx, 'member', member('b', { aliases: ['b'], website: 'https://other.example/' }), saving(2)));
		await write(db, (trx) => retireRecord(trx, 'member', 'c', { ...saving(2), expectedVersion: 2 }));
		await create(db, 'membership', [membership('d-1', 'd', '2024')]);
		await write(db, (trx) => saveRecord(trx, 'member', member('f', { aliases: ['f'], website: 'https://f.example/' }), saving(1)));
		const before = await dataVersion(db);
		const { obstacles } = await blocked(changesOf(db, 'import-1').then((changes) => undo(db, changes)));
		expect([...obstacles].sort((one, other) => (one.id < other.id ? -1 : 1))).toEqual([
			{ type: 'member', id: 'b', kind: 'changed_since', fields: ['website'], other: null },
			{ type: 'member', id: 'c', kind: 'retired_since', fields: ['aliases', 'website'], other: null },
			{ type: 'member', id: 'd', kind: 'in_use', fields: [], other: { type: 'membership', id: 'd-1' } },
			{ type: 'member', id: 'f', kind: 'changed_since', fields: ['aliases'], other: null }
		]);
		expect(await dataVersion(db)).toBe(before);
		expect((await memberById(db, 'a'))?.aliases).toEqual(['a']);
		expect(await memberById(db, 'e')).not.toBeNull();
	});

	test('a membership that would overlap, and a record that would contradict itself, stand in the way', async () => {
		const db = await open();
		await create(db, 'member', [member('m', { city: '320200' })]);
		await create(db, 'membership', [membership('m-1', 'm', '2020')]);
		await write(db, (trx) => retireRecord(trx, 'membership', 'm-1', { ...saving(1), expectedVersion: 1 }));
		await create(db, 'membership', [membership('m-2', 'm', '2021')]);
		const [retirement] = await historyOf(db, 'membership', 'm-1');
		expect((await blocked(undo(db, [retirement!]))).obstacles).toEqual([
			{ type: 'membership', id: 'm-1', kind: 'overlaps', fields: [], other: { type: 'membership', id: 'm-2' } }
		]);
		await write(db, (trx) => saveRecord(trx, 'member', member('m', { city: '330100' }), saving(1)));
		await write(db, (trx) => saveRecord(trx, 'member', member('m', { city: '330100', district: '330106' }), saving(2)));
		const [, moved] = await historyOf(db, 'member', 'm');
		expect((await blocked(undo(db, [moved!]))).obstacles).toEqual([{ type: 'member', id: 'm', kind: 'invalid', fields: ['district'], other: null }]);
	});

	test('whatever happened to a record, taking back its last change gives what stood before', async () => {
		const step = fc.constantFrom('name', 'alias', 'turn');
		let made = 0;
		const db = await open();
		await fc.assert(
			fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
				const id = `m${made++}`;
				await create(db, 'member', [member(id)]);
				let state = { retired: false, version: 1, aliases: [] as string[], zh: `示例${id}` };
				for (const [i, kind] of steps.entries()) {
					const save = { ...saving(state.version), expectedVersion: state.version };
					if (kind === 'turn') {
						await write(db, (trx) => (state.retired ? restoreRecord : retireRecord)(trx, 'member', id, save));
						state = { ...state, retired: !state.retired, version: state.version + 1 };
					} else if (!state.retired) {
						state = { ...state, version: state.version + 1, ...(kind === 'name' ? { zh: `名${i}` } : { aliases: [...state.aliases, `${i}`] }) };
						await write(db, (trx) => saveRecord(trx, 'member', member(id, { name: { zh: state.zh }, aliases: state.aliases }), save));
					}
				}
				const [last, former] = await historyOf(db, 'member', id);
				await undo(db, [last!]);
				const [now] = await historyOf(db, 'member', id);
				if (!former) return expect(now).toMatchObject({ change: 'retire' });
				expect(now!.record).toEqual(former.record);
				expect(now!.change === 'retire').toBe(former.change === 'retire');
			}),
			{ numRuns: 40 }
		);
	});

	test('who names a record is found by field, by list and by citation, as long as it is in use', async () => {
		const db = await open();
		await create(db, 'source', [source('s'), source('t', { citations: [{ sourceId: 's' }] })]);
		await create(db, 'event', [event('e', '2024')]);
		await create(db, 'member', [member('m', { citations: [{ sourceId: 's' }, { sourceId: 's', field: 'city' }] })]);
		await create(db, 'partner', [partner('p')]);
		await create(db, 'membership', [membership('m-1', 'm', '2024', { eventId: 'e' })]);
		await create(db, 'project', [project('w', '2024', { memberIds: ['m'], partnerIds: ['p'] })]);
		const uses = async (type: RecordType, id: string) => (await usesOf(db, type, id)).map((use) => `${use.type} ${use.id}`);
		expect(await uses('member', 'm')).toEqual(['membership m-1', 'project w']);
		expect(await uses('event', 'e')).toEqual(['membership m-1']);
		expect(await uses('partner', 'p')).toEqual(['project w']);
		expect(await uses('source', 's')).toEqual(['member m', 'source t']);
		await write(db, (trx) => retireRecord(trx, 'project', 'w', { ...saving(1), expectedVersion: 1 }));
		expect(await uses('partner', 'p')).toEqual([]);
		expect(await recordById(db, 'partner', 'p')).not.toBeNull();
	});
});

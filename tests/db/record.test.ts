import { expect, test } from 'vitest';
import { migrate } from '#db/migrations/migrate.ts';
import {
	DuplicateId,
	MissingRecord,
	MissingReference,
	OverlappingMembership,
	RefusedWrite,
	VersionConflict,
	WrongState
} from '#db/queries/conflict.ts';
import { dataVersion } from '#db/queries/data-version.ts';
import { changeById, changesOf, historyOf } from '#db/queries/history.ts';
import { listMembers, memberById, membershipsOf } from '#db/queries/member.ts';
import { movements } from '#db/queries/movement.ts';
import { projectById } from '#db/queries/project.ts';
import { recordById } from '#db/queries/read.ts';
import { restoreRecord, retireRecord, saveRecord } from '#db/queries/record.ts';
import { searchRecords } from '#db/queries/search.ts';
import { readSetting, writeSetting } from '#db/queries/setting.ts';
import { citationsOf, sourceUses } from '#db/queries/source.ts';
import { onEachDatabase, write } from './databases.ts';
import { create, event, member, membership, minute, partner, project, saving, source } from './samples.ts';

onEachDatabase(({ dialect, open, openEmpty, url }) => {
	test('what is saved is read back, lists and citations in their order', async () => {
		const db = await open();
		await create(db, 'source', [source('b'), source('a')]);
		const citations = [{ sourceId: 'b', field: 'city' }, { sourceId: 'a', field: '' }, { sourceId: 'b', field: '' }];
		const full = member('m', {
			name: { zh: '示例“院”', en: "Example Ma'anshan" },
			aliases: ['别名', 'Alias'],
			city: '320200',
			district: '320214',
			districtBasis: 'related',
			point: { lon: 120, lat: 31.5 },
			website: 'https://m.example.org/',
			creditCode: '91320200MA1MXXXX0X',
			remark: { zh: '说明' },
			internalNote: '内部',
			citations
		});
		await create(db, 'member', [full, member('n')]);
		await create(db, 'partner', [partner('p2'), partner('p1')]);
		const work = project('w', '<=2024-05-01', {
			status: 'completed',
			signed: '2024',
			ended: '2025-03',
			amountCny: 9_007_199_254_740_991,
			byAlliance: true,
			cities: ['330100', '310000', '320200'],
			memberIds: ['n', 'm'],
			partnerIds: ['p2', 'p1']
		});
		await create(db, 'project', [work, project('v', '')]);
		expect(await memberById(db, 'm')).toEqual(full);
		expect(await projectById(db, 'w')).toEqual(work);
		expect(await projectById(db, 'v')).toEqual(project('v', ''));
		const cited = (await citationsOf(db, 'member', ['m', 'n'])).get('m');
		expect(cited?.map(({ field, source: { id } }) => ({ sourceId: id, field }))).toEqual(citations);
		expect((await citationsOf(db, 'member', ['m', 'n'])).has('n')).toBe(false);
		expect(await sourceUses(db, 'b')).toEqual([
			{ type: 'member', id: 'm', field: '' },
			{ type: 'member', id: 'm', field: 'city' }
		]);
	});

	test('each change is a version with who, when and why', async () => {
		const db = await open();
		await create(db, 'source', [source('s')]);
		const first = project('p', '2024', { cities: ['310000', '320200'], citations: [{ sourceId: 's' }] });
		await create(db, 'project', [first], minute(1));
		const second = project('p', '2024-02', { cities: ['320200'] });
		const save = { expectedVersion: 1, at: minute(2), actor: 'li', reason: '订正' };
		expect(await write(db, (trx) => saveRecord(trx, 'project', second, save))).toEqual({ version: 2, changed: true });
		await write(db, (trx) => retireRecord(trx, 'project', 'p', { ...save, expectedVersion: 2, at: minute(3) }));
		expect(await projectById(db, 'p')).toBeNull();
		expect(await searchRecords(db, '示例项目p', { limit: 5 })).toEqual([]);
		await write(db, (trx) => restoreRecord(trx, 'project', 'p', { ...save, expectedVersion: 3, at: minute(4) }));
		expect(await projectById(db, 'p')).toEqual(second);
		const history = await historyOf(db, 'project', 'p');
		expect(history.map(({ version, change, recordedAt, actor, reason, record }) => [version, change, recordedAt, actor, reason, record])).toEqual([
			[4, 'restore', minute(4), 'li', '订正', second],
			[3, 'retire', minute(3), 'li', '订正', second],
			[2, 'update', minute(2), 'li', '订正', second],
			[1, 'create', minute(1), 'tester', 'test', first]
		]);
		expect(await historyOf(db, 'project', 'none')).toEqual([]);
		expect(await historyOf(db, 'member', 'p')).toEqual([]);
	});

	test('changes made together are found together, newest first', async () => {
		const db = await open();
		await create(db, 'member', [member('a'), member('b')]);
		const batch = { ...saving(null, minute(2)), batchId: 'import-1' };
		await write(db, async (trx) => {
			await saveRecord(trx, 'member', member('c'), batch);
			await saveRecord(trx, 'member', member('a', { aliases: ['x'] }), { ...batch, expectedVersion: 1 });
			await retireRecord(trx, 'member', 'b', { ...batch, expectedVersion: 1 });
		});
		const changes = await changesOf(db, 'import-1');
		expect(changes.map(({ recordId, change, version, batchId }) => [recordId, change, version, batchId])).toEqual([
			['b', 'retire', 2, 'import-1'],
			['a', 'update', 2, 'import-1'],
			['c', 'create', 1, 'import-1']
		]);
		expect(changes[1]).toEqual((await historyOf(db, 'member', 'a'))[0]);
		expect(await changeById(db, changes[1]?.id ?? 0)).toEqual(changes[1]);
		expect((await historyOf(db, 'member', 'a')).map(({ batchId }) => batchId)).toEqual(['import-1', null]);
		expect(await changesOf(db, 'none')).toEqual([]);
		expect(await changeById(db, 99)).toBeNull();
	});

	test('a record that equals what stands there writes nothing', async () => {
		const db = await open();
		await create(db, 'member', [member('m', { aliases: ['x'] })]);
		const before = await dataVersion(db);
		const again = await write(db, (trx) => saveRecord(trx, 'member', member('m', { aliases: ['x'] }), saving(1)));
		expect(again).toEqual({ version: 1, changed: false });
		expect(await dataVersion(db)).toBe(before);
		await write(db, (trx) => saveRecord(trx, 'member', member('m'), saving(1)));
		expect(await dataVersion(db)).toBeGreaterThan(before);
	});

	test('the second of two people who edit one record is told', async () => {
		const db = await open();
		await create(db, 'member', [member('m')]);
		const edit = (zh: string, expected: number | null) =>
			write(db, (trx) => saveRecord(trx, 'member', member('m', { name: { zh } }), saving(expected)));
		await edit('示例甲', 1);
		const refused = await edit('示例乙', 1).catch((error: unknown) => error);
		expect(refused).toBeInstanceOf(VersionConflict);
		expect(refused).toMatchObject({ record: { type: 'member', id: 'm' }, expected: 1, current: 2 });
		expect((await memberById(db, 'm'))?.name.zh).toBe('示例甲');
		await expect(edit('示例丙', null)).rejects.toBeInstanceOf(DuplicateId);
	});

	test('two writers at once: one wins, the other is told', async () => {
		const at = await url();
		const one = await openEmpty(at);
		await migrate(one);
		// On SQLite a process has one handle: a second would block the thread that the first needs to finish.
		const two = dialect === 'sqlite' ? one : await openEmpty(at);
		await create(one, 'member', [member('m')]);
		const edit = (db: typeof one, zh: string) =>
			write(db, (trx) => saveRecord(trx, 'member', member('m', { name: { zh } }), saving(1)));
		const outcomes = await Promise.allSettled([edit(one, '示例甲'), edit(two, '示例乙')]);
		expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
		expect(outcomes.find((outcome) => outcome.status === 'rejected')?.reason).toBeInstanceOf(VersionConflict);
		expect(await historyOf(two, 'member', 'm')).toHaveLength(2);
	});

	test('what is not there, or not in the state for it, is refused', async () => {
		const db = await open();
		await create(db, 'member', [member('m')]);
		const refusal = (work: Promise<unknown>) => work.then(() => null, (error: unknown) => error);
		expect(await refusal(write(db, (trx) => saveRecord(trx, 'member', member('x'), saving(1))))).toBeInstanceOf(MissingRecord);
		expect(await refusal(write(db, (trx) => retireRecord(trx, 'event', 'm', { ...saving(1), expectedVersion: 1 })))).toBeInstanceOf(MissingRecord);
		expect(await refusal(write(db, (trx) => restoreRecord(trx, 'member', 'm', { ...saving(1), expectedVersion: 1 })))).toMatchObject({
			name: 'WrongState',
			retired: false
		});
		await write(db, (trx) => retireRecord(trx, 'member', 'm', { ...saving(1), expectedVersion: 1 }));
		const late = await refusal(write(db, (trx) => saveRecord(trx, 'member', member('m', { aliases: ['x'] }), saving(2))));
		expect(late).toBeInstanceOf(WrongState);
		expect(late).toBeInstanceOf(RefusedWrite);
	});

	test('a record may name only records that exist', async () => {
		const db = await open();
		await create(db, 'member', [member('m')]);
		const save = <T extends 'membership' | 'project' | 'member'>(type: T, record: Parameters<typeof saveRecord<T>>[2]) =>
			write(db, (trx) => saveRecord(trx, type, record, saving(null))).catch((error: unknown) => error);
		const none = { name: 'MissingReference' };
		expect(await save('membership', membership('a', 'x', '2024'))).toMatchObject({ ...none, field: 'memberId', missing: { type: 'member', id: 'x' } });
		expect(await save('membership', membership('a', 'm', '2024', { eventId: 'e' }))).toMatchObject({ ...none, field: 'eventId' });
		expect(await save('project', project('p', '', { memberIds: ['m', 'y'] }))).toMatchObject({ ...none, missing: { type: 'member', id: 'y' } });
		expect(await save('project', project('p', '', { partnerIds: ['q'] }))).toBeInstanceOf(MissingReference);
		expect(await save('member', member('n', { citations: [{ sourceId: 's' }] }))).toMatchObject({ ...none, field: 'citations' });
		expect(await recordById(db, 'project', 'p')).toBeNull();
		expect(await dataVersion(db)).toBe(1);
	});

	test('a member may leave and come back, and never belongs twice at once', async () => {
		const db = await open();
		await create(db, 'event', [event('e', '2020-11-21')]);
		await create(db, 'member', [member('m', { city: '320200' }), member('o', { city: '320200' })]);
		const first = membership('m-1', 'm', '2020-11-21', { left: '2022-06-30', eventId: 'e' });
		await create(db, 'membership', [first, membership('o-1', 'o', '2021-01-01')]);
		const save = (record: ReturnType<typeof membership>, version: number | null = null) =>
			write(db, (trx) => saveRecord(trx, 'membership', record, saving(version)));
		await expect(save(membership('m-2', 'm', '2022-06-29'))).rejects.toMatchObject({ name: 'OverlappingMembership', other: 'm-1' });
		await expect(save(membership('m-2', 'm', '2019', { left: '2020-11-22' }))).rejects.toBeInstanceOf(OverlappingMembership);
		await expect(save(membership('m-2', 'm', '2021-05', { left: '2021-08' }))).rejects.toBeInstanceOf(OverlappingMembership);
		await save(membership('m-2', 'm', '2022-06-30'));
		await expect(save({ ...first, left: null }, 1)).rejects.toMatchObject({ other: 'm-2' });
		expect((await membershipsOf(db, 'm')).map(({ id }) => id)).toEqual(['m-1', 'm-2']);

		const at = async (day: string) =>
			(await listMembers(db, { at: day, limit: 9, active: true })).items.map((item) => [item.member.id, item.membership?.id]);
		expect(await at('2020-11-20')).toEqual([]);
		expect(await at('2020-11-21')).toEqual([['m', 'm-1']]);
		expect(await at('2022-06-30')).toEqual([['m', 'm-2'], ['o', 'o-1']]);
		expect(await movements(db)).toEqual([
			{ place: '320200', kind: 'park', on: '2020-11-21', joined: 1, left: 0 },
			{ place: '320200', kind: 'park', on: '2021-01-01', joined: 1, left: 0 },
			{ place: '320200', kind: 'park', on: '2022-06-30', joined: 1, left: 1 }
		]);

		await write(db, (trx) => retireRecord(trx, 'membership', 'm-2', { ...saving(1), expectedVersion: 1 }));
		const gone = (await listMembers(db, { at: '2023-01-01', limit: 9, active: false })).items;
		expect(gone.map((item) => [item.member.id, item.membership?.id, item.active])).toEqual([['m', 'm-1', false]]);
		await save(membership('m-3', 'm', '2024'));
		const back = write(db, (trx) => restoreRecord(trx, 'membership', 'm-2', { ...saving(2), expectedVersion: 2 }));
		await expect(back).rejects.toMatchObject({ name: 'OverlappingMembership', other: 'm-3' });
	});

	test('a failing write leaves nothing of its transaction', async () => {
		const db = await open();
		const work = write(db, async (trx) => {
			await saveRecord(trx, 'member', member('m'), saving(null));
			await saveRecord(trx, 'membership', membership('a', 'x', '2024'), saving(null));
		});
		await expect(work).rejects.toBeInstanceOf(MissingReference);
		expect(await memberById(db, 'm')).toBeNull();
		expect(await historyOf(db, 'member', 'm')).toEqual([]);
		expect(await dataVersion(db)).toBe(0);
	});

	test('settings are typed, and move the data version on', async () => {
		const db = await open();
		expect(await readSetting(db, 'organisation')).toBeNull();
		const input = { name: { zh: '示例联盟' }, short: { zh: '示例' }, founded: '2020-11' };
		await write(db, (trx) => writeSetting(trx, 'organisation', input));
		expect(await readSetting(db, 'organisation')).toMatchObject({ founded: { on: '2020-11-30', precision: 'month' }, seatCity: null });
		expect(await dataVersion(db)).toBe(1);
		await expect(write(db, (trx) => writeSetting(trx, 'demo', { today: '2026-02-30' }))).rejects.toThrow('day');
		await write(db, (trx) => writeSetting(trx, 'organisation', null));
		expect(await readSetting(db, 'organisation')).toBeNull();
		expect(await dataVersion(db)).toBe(2);
	});
});

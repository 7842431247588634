import { expect, test } from 'vitest';
import { MissingReference, VersionConflict } from '#db/queries/conflict.ts';
import { historyOf } from '#db/queries/history.ts';
import { retireRecord, saveRecord } from '#db/queries/record.ts';
import { convertedProspects, listTargets, targetById } from '#db/queries/target.ts';
import { converted } from '#domain/pipeline.ts';
import { onEachDatabase, write } from './databases.ts';
import { create, member, membership, minute, prospect, saving, target } from './samples.ts';

onEachDatabase(({ open }) => {
	test('targets are listed by their due day, without the retired ones, as known then', async () => {
		const db = await open();
		const whole = target('a', { metric: 'coverage', value: 0.65, startValue: 0.2, scope: { province: '320000', kind: 'museum' } });
		await create(db, 'target', [whole, target('b', { due: '2026-06-30', partOf: 'a' }), target('c', { due: '2027-06-30' })], minute(1));
		await write(db, (trx) => retireRecord(trx, 'target', 'c', { ...saving(1, minute(5)), expectedVersion: 1 }));
		expect((await listTargets(db)).map(({ id }) => id)).toEqual(['b', 'a']);
		expect((await listTargets(db, { known: minute(5) })).map(({ id }) => id)).toEqual(['b', 'a', 'c']);
		expect(await targetById(db, 'a')).toEqual(whole);
		expect(await targetById(db, 'c')).toBeNull();
	});

	test('each version stays, a stale one is refused, a part needs its whole', async () => {
		const db = await open();
		await create(db, 'target', [target('a')]);
		await write(db, (trx) => saveRecord(trx, 'target', target('a', { value: 50 }), { ...saving(1, minute(1)), reason: '秘书处会议调整' }));
		await expect(write(db, (trx) => saveRecord(trx, 'target', target('a', { value: 60 }), saving(1, minute(2))))).rejects.toThrow(VersionConflict);
		await expect(create(db, 'target', [target('b', { partOf: 'none' })])).rejects.toThrow(MissingReference);
		expect((await historyOf(db, 'target', 'a')).map(({ version, reason, record }) => [version, reason, record.value])).toEqual([
			[2, '秘书处会议调整', 50],
			[1, 'test', 40]
		]);
	});

	test('a converted prospect tells how long it had been on the list, by its first joining since', async () => {
		const db = await open();
		await create(db, 'member', [member('m', { city: '320200', kind: 'museum' }), member('gone')]);
		await create(db, 'membership', [
			membership('m-1', 'm', '2021-01-01', { left: '2022-01-01' }),
			membership('m-2', 'm', '2025-03-01', { left: '2025-09-01' }),
			membership('m-3', 'm', '2026-01-01'),
			membership('gone-1', 'gone', '2025-05-01')
		]);
		const noted = { noted: '2024-10-01', stageSince: '2024-10-01' };
		await create(db, 'prospect', [converted(prospect('p', noted), 'm', '2025-03-01'), converted(prospect('q', noted), 'gone', '2025-05-01'), prospect('open', noted)]);
		expect(await convertedProspects(db)).toEqual([
			{ city: '320200', district: null, kind: 'museum', joined: '2025-03-01', noted: '2024-10-01' },
			{ city: null, district: null, kind: 'park', joined: '2025-05-01', noted: '2024-10-01' }
		]);
		await write(db, (trx) => retireRecord(trx, 'member', 'gone', { ...saving(1, minute(5)), expectedVersion: 1 }));
		expect(await convertedProspects(db)).toHaveLength(1);
		expect(await convertedProspects(db, { known: minute(5) })).toHaveLength(2);
	});
});

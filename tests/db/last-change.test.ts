import { expect, test } from 'vitest';
import { lastChange } from '#db/queries/last-change.ts';
import { retireRecord, saveRecord } from '#db/queries/record.ts';
import { onEachDatabase, write } from './databases.ts';
import { create, member, membership, minute, project, saving } from './samples.ts';

onEachDatabase(({ open }) => {
	test('the last change of records is that of the one changed last, by then', async () => {
		const db = await open();
		await create(db, 'member', [member('a'), member('b')], minute(1));
		await write(db, (trx) => saveRecord(trx, 'member', member('b', { kind: 'museum' }), saving(1, minute(5))));
		await create(db, 'project', [project('a', '2021')], minute(9));
		expect(await lastChange(db, 'member', ['a'])).toBe(minute(1));
		expect(await lastChange(db, 'member', ['a', 'b'])).toBe(minute(5));
		expect(await lastChange(db, 'member', ['a', 'b'], { known: minute(5) })).toBe(minute(1));
		expect(await lastChange(db, 'member', ['a', 'b'], { known: minute(1) })).toBeNull();
		expect(await lastChange(db, 'project', ['a'])).toBe(minute(9));
		expect(await lastChange(db, 'project', ['b'])).toBeNull();
		expect(await lastChange(db, 'member', [])).toBeNull();
	});

	test('a membership counts as a change of its member, and so does its retirement', async () => {
		const db = await open();
		await create(db, 'member', [member('a'), member('b')], minute(1));
		await create(db, 'membership', [membership('s', 'a', '2021-01-01')], minute(2));
		await write(db, (trx) => retireRecord(trx, 'membership', 's', { ...saving(1, minute(3)), expectedVersion: 1 }));
		expect(await lastChange(db, 'member', ['a'])).toBe(minute(3));
		expect(await lastChange(db, 'member', ['b'])).toBe(minute(1));
	});
});

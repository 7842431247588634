import { expect, test } from 'vitest';
import { openProspects, prospectById, stageOutcomes } from '#db/queries/prospect.ts';
import { retireRecord, saveRecord } from '#db/queries/record.ts';
import type { Db } from '#db/schema.ts';
import { NO_OUTCOMES } from '#domain/chance.ts';
import { converted, moved } from '#domain/pipeline.ts';
import type { Stage } from '#domain/prospect.ts';
import { onEachDatabase, write } from './databases.ts';
import { create, member, minute, prospect, saving } from './samples.ts';

/** Takes a prospect through stages, one version each, a minute apart from minute 10 on. */
async function walk(db: Db, id: string, ...stages: Stage[]) {
	await create(db, 'prospect', [prospect(id)]);
	let now = prospect(id);
	for (const [i, stage] of stages.entries()) {
		const day = `2026-02-${String(i + 1).padStart(2, '0')}`;
		now = stage === 'converted' ? converted(now, 'm', day) : moved(now, stage, day);
		await write(db, (trx) => saveRecord(trx, 'prospect', now, saving(i + 1, minute(10 + i))));
	}
	return now;
}

onEachDatabase(({ open }) => {
	test('open are those that neither ended nor are retired, by the pinyin of their name', async () => {
		const db = await open();
		await create(db, 'member', [member('m')]);
		const going = await walk(db, 'b', 'contacted', 'visited');
		await walk(db, 'a', 'lost');
		await walk(db, 'c', 'converted');
		await create(db, 'prospect', [prospect('d', { name: { zh: '安徽示例' } }), prospect('e')]);
		await write(db, (trx) => retireRecord(trx, 'prospect', 'e', { ...saving(1, minute(30)), expectedVersion: 1 }));
		const found = await openProspects(db);
		expect(found.map(({ id }) => id)).toEqual(['d', 'b']);
		expect(found[1]).toEqual(going);
		expect(await prospectById(db, 'b')).toEqual(going);
		expect(await prospectById(db, 'e')).toBeNull();
		expect((await openProspects(db, { known: minute(11) })).map(({ id, stage }) => `${id} ${stage}`)).toEqual([
			'd identified',
			'b contacted',
			'e identified'
		]);
	});

	test('outcomes are counted along the ways of those that ended, as recorded by then', async () => {
		const db = await open();
		expect(await stageOutcomes(db)).toEqual(NO_OUTCOMES);
		await create(db, 'member', [member('m')]);
		await walk(db, 'a', 'contacted', 'visited', 'lost');
		await walk(db, 'b', 'contacted', 'converted');
		await walk(db, 'c', 'approved');
		expect(await stageOutcomes(db)).toEqual({
			identified: { ended: 2, converted: 1 },
			contacted: { ended: 2, converted: 1 },
			visited: { ended: 1, converted: 0 },
			negotiating: { ended: 0, converted: 0 },
			approved: { ended: 0, converted: 0 }
		});
		expect((await stageOutcomes(db, { known: minute(12) })).contacted).toEqual({ ended: 1, converted: 1 });
		await write(db, (trx) => retireRecord(trx, 'prospect', 'b', { ...saving(3, minute(30)), expectedVersion: 3 }));
		expect((await stageOutcomes(db)).contacted).toEqual({ ended: 1, converted: 0 });
	});
});

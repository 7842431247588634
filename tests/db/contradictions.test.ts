import { expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import { contradictions } from '#tests/records/contradictions.ts';
import { onEachDatabase } from './databases.ts';
import { create, event, member, membership, partner, project, source } from './samples.ts';

async function fill(db: Db): Promise<void> {
	await create(db, 'source', [source('s'), source('t')]);
	await create(db, 'event', [event('e', '2024-01-01')]);
	await create(db, 'member', [member('m', { city: '320200', citations: [{ sourceId: 's' }] }), member('n')]);
	await create(db, 'membership', [membership('m-1', 'm', '2024-01-01', { eventId: 'e' }), membership('n-1', 'n', '2024-02-01')]);
	await create(db, 'partner', [partner('p')]);
	await create(db, 'project', [project('w', '2024', { cities: ['310000', '320200'], memberIds: ['m'], citations: [{ sourceId: 't' }] })]);
}

/** What half a write would leave behind, each with a word of what is to be said of it. */
const DAMAGE: readonly (readonly [string, RegExp, (db: Db) => Promise<unknown>])[] = [
	['a row without its revision', /member n: no revision/, (db) => db.deleteFrom('revision').where('record_id', '=', 'n').execute()],
	['a revision without its row', /partner p: revisions without a row/, (db) => db.deleteFrom('partner').where('id', '=', 'p').execute()],
	['a row ahead of its revision', /member m: stands at version 2/, (db) => db.updateTable('member').set({ version: 2 }).where('id', '=', 'm').execute()],
	['a gap in the versions', /partner p: versions 3/, (db) => db.updateTable('revision').set({ version: 3 }).where('record_id', '=', 'p').execute()],
	['another name in the row', /member n: is .*乙.*its last revision/, (db) => db.updateTable('member').set({ name_zh: '乙' }).where('id', '=', 'n').execute()],
	['other search keys', /member n: found by/, (db) => db.updateTable('member').set({ pinyin: 'yi' }).where('id', '=', 'n').execute()],
	['a retirement without a revision', /partner p: retired at/, (db) => db.updateTable('partner').set({ retired_at: '2026-01-01T00:00:00.000Z' }).where('id', '=', 'p').execute()],
	['a list that lacks an item', /project w: is/, (db) => db.deleteFrom('project_city').where('city', '=', '310000').execute()],
	['a citation that is lost', /member m: is/, (db) => db.deleteFrom('citation').where('record_id', '=', 'm').execute()],
	['a citation of nothing', /member x: lists or citations without a row/, (db) => db.insertInto('citation').values({ record_type: 'member', record_id: 'x', source_id: 's', field: '', position: 0 }).execute()],
	['a tally that is not kept up', /movement .* is counted and does not stand/, (db) => db.updateTable('movement').set({ joined: 2 }).where('event_id', '=', 'e').execute()],
	['a tally of nothing', /movement .* stands and is not counted/, (db) => db.insertInto('movement').values({ city: '310000', district: '', kind: 'park', event_id: '', day: '2024-01-01', joined: 1, gone: 0 }).execute()],
	['a data version that fell behind', /beyond the data version/, (db) => db.updateTable('data_version').set({ value: 1 }).execute()]
];

onEachDatabase(({ open }) => {
	test('what the one door has written does not contradict itself', async () => {
		const db = await open();
		await fill(db);
		expect(await contradictions(db)).toEqual([]);
	});

	test.each(DAMAGE)('%s is told', async (_, said, damage) => {
		const db = await open();
		await fill(db);
		await damage(db);
		expect((await contradictions(db)).join('\n')).toMatch(said);
	});
});

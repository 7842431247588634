import { expect, test } from 'vitest';
import { saveRecord } from '#db/queries/record.ts';
import { saveRecords, type BulkWrite } from '#db/queries/record-bulk.ts';
import type { Db, Trx } from '#db/schema.ts';
import { alliance } from '#db/seeds/alliance.ts';
import { parseSeed } from '#db/seeds/seed.ts';
import { MEMBER_KINDS, type Member } from '#domain/member.ts';
import { contradictions } from '#tests/records/contradictions.ts';
import { onEachDatabase, write } from './databases.ts';
import { minute } from './samples.ts';

const ENTRY = { at: minute(1), actor: 'tester', reason: 'test' };
const TABLES = ['member', 'membership', 'event', 'project', 'project_city', 'project_member', 'partner', 'source', 'citation', 'region_group', 'region_group_area', 'reported_total', 'movement'] as const;

type Writer = (trx: Trx, writes: readonly BulkWrite[]) => Promise<unknown>;
const oneByOne: Writer = async (trx, writes) => {
	for (const { type, record, expectedVersion } of writes) await saveRecord(trx, type, record as never, { ...ENTRY, expectedVersion });
};
const atOnce: Writer = (trx, writes) => saveRecords(trx, writes, ENTRY);

/** Everything that a write leaves behind, in an order of its own. */
async function left(db: Db): Promise<Record<string, string[]>> {
	const rows = async (table: (typeof TABLES)[number]) => (await db.selectFrom(table as 'member').selectAll().execute()).map((row) => JSON.stringify(row)).sort();
	const revisions = await db.selectFrom('revision').selectAll().execute();
	return {
		...Object.fromEntries(await Promise.all(TABLES.map(async (table) => [table, await rows(table)] as const))),
		// In which order they were made is the writer's own.
		revision: revisions.map(({ id: _, ...row }) => JSON.stringify(row)).sort()
	};
}

onEachDatabase(({ open }) => {
	test('many at once leave what one by one leaves: new, changed and unchanged', async () => {
		const records = parseSeed(alliance);
		const sources = records.filter(({ type }) => type === 'source').map(({ type, record }) => ({ type, record, expectedVersion: null }) as BulkWrite);
		const rest = records.filter(({ type }) => type === 'member' || type === 'event' || type === 'partner');
		const members = records.filter(({ type }) => type === 'membership');
		const made = (list: typeof records) => list.map(({ type, record }) => ({ type, record, expectedVersion: null }) as BulkWrite);
		const moved = records
			.filter(({ type }) => type === 'member')
			.map(({ record }, i): BulkWrite => {
				const member = record as Member;
				const kind = MEMBER_KINDS[(MEMBER_KINDS.indexOf(member.kind) + (i % 2)) % MEMBER_KINDS.length] as Member['kind'];
				return { type: 'member', record: { ...member, kind }, expectedVersion: 1 };
			});
		const [slow, fast] = [await open(), await open()];
		for (const step of [sources, made(rest), made(members), moved]) {
			await write(slow, (trx) => oneByOne(trx, step));
			await write(fast, (trx) => atOnce(trx, step));
			expect(await left(fast)).toEqual(await left(slow));
		}
		expect((await left(fast))['movement']?.length).toBeGreaterThan(0);
		expect(await contradictions(fast)).toEqual([]);
	});

	test('what one would refuse, many refuse, and nothing of them stays', async () => {
		const records = parseSeed(alliance);
		const db = await open();
		const sources = records.filter(({ type }) => type === 'source').map(({ type, record }) => ({ type, record, expectedVersion: null }) as BulkWrite);
		const member = records.find(({ type }) => type === 'member') as { record: Member };
		await write(db, (trx) => atOnce(trx, sources));
		const before = await left(db);
		for (const wrong of [
			{ type: 'member', record: member.record, expectedVersion: 3 },
			{ type: 'member', record: { ...member.record, citations: [{ sourceId: 'nobody', field: '' }] }, expectedVersion: null },
			{ ...(sources[0] as BulkWrite) }
		] as BulkWrite[]) {
			const fresh = { type: 'member', record: { ...member.record, id: 'fresh' }, expectedVersion: null } as BulkWrite;
			const refusals = await Promise.all(
				[oneByOne, atOnce].map((writer) => write(db, (trx) => writer(trx, [fresh, wrong])).then(() => 'nothing', (error: Error) => error.name))
			);
			expect(refusals[0]).not.toBe('nothing');
			expect(refusals[1]).toBe(refusals[0]);
			expect(await left(db)).toEqual(before);
		}
	});
});

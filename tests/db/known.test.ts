import fc from 'fast-check';
import { expect, test } from 'vitest';
import { listMembers, memberById } from '#db/queries/member.ts';
import { movements } from '#db/queries/movement.ts';
import { restoreRecord, retireRecord, saveRecord } from '#db/queries/record.ts';
import { RefusedWrite } from '#db/queries/conflict.ts';
import { recountMovements } from '#db/queries/tally.ts';
import { searchRecords } from '#db/queries/search.ts';
import { migrate } from '#db/migrations/migrate.ts';
import type { Db } from '#db/schema.ts';
import type { MemberKind } from '#domain/member.ts';
import { onEachDatabase, write } from './databases.ts';
import { readAll, type Subject } from './readers.ts';
import { create, event, member, membership, minute, partner, project, saving, source } from './samples.ts';

/** One thing that somebody does to the records, in the minute of its place in the list, which begins at 1. */
type Step =
	| { readonly act: 'member'; readonly id: string; readonly city: string | null; readonly kind: MemberKind; readonly name: string }
	| { readonly act: 'membership'; readonly memberId: string; readonly joined: string; readonly left: string | null }
	| { readonly act: 'project'; readonly id: string; readonly since: string; readonly cities: string[]; readonly memberIds: string[] }
	| { readonly act: 'retire' | 'restore'; readonly type: 'member' | 'membership' | 'project'; readonly id: string };

const IDS = ['a', 'b', 'c'];
const id = fc.constantFrom(...IDS);
const day = fc.constantFrom('2020-11-21', '2022-05', '2023', '<=2024-01-31');
const city = fc.constantFrom('320200', '310000', '341100');

const step: fc.Arbitrary<Step> = fc.oneof(
	fc.record({
		act: fc.constant('member' as const),
		id,
		city: fc.option(city),
		kind: fc.constantFrom('park' as const, 'museum' as const),
		name: fc.constantFrom('无锡示例', '示例100%', 'Example_\\')
	}),
	fc.record({ act: fc.constant('membership' as const), memberId: id, joined: day, left: fc.option(fc.constant('2025-06-01')) }),
	fc.record({ act: fc.constant('project' as const), id, since: fc.oneof(day, fc.constant('')), cities: fc.uniqueArray(city), memberIds: fc.uniqueArray(id) }),
	fc.record({
		act: fc.constantFrom('retire' as const, 'restore' as const),
		type: fc.constantFrom('member' as const, 'membership' as const, 'project' as const),
		id
	})
);

/** Takes the steps one by one; a step that is refused changes nothing, here as elsewhere. */
async function take(db: Db, steps: readonly Step[]): Promise<void> {
	for (const [i, one] of steps.entries()) {
		const version = await versionOf(db, one);
		const save = { ...saving(version, minute(i + 1)), reason: one.act };
		const work = write(db, async (trx) => {
			if (one.act === 'member') {
				const { kind, name, city: place } = one;
				const citations = [{ sourceId: 's', field: 'city' }];
				await saveRecord(trx, 'member', member(one.id, { kind, name: { zh: name }, city: place, citations }), save);
			} else if (one.act === 'membership') {
				const { memberId, joined, left } = one;
				await saveRecord(trx, 'membership', membership(memberId, memberId, joined, { left, eventId: 'e' }), save);
			} else if (one.act === 'project') {
				const { since, cities, memberIds } = one;
				await saveRecord(trx, 'project', project(one.id, since, { cities, memberIds, partnerIds: ['p'] }), save);
			} else {
				const turn = one.act === 'retire' ? retireRecord : restoreRecord;
				await turn(trx, one.type, one.id, { ...save, expectedVersion: version ?? 0 });
			}
		});
		await work.catch((error: unknown) => {
			if (!(error instanceof RefusedWrite)) throw error;
		});
	}
}

async function versionOf(db: Db, one: Step): Promise<number | null> {
	const type = 'type' in one ? one.type : one.act;
	const key = one.act === 'membership' ? one.memberId : one.id;
	const row = await db.selectFrom(type).select('version').where('id', '=', key).executeTakeFirst();
	return row?.version ?? null;
}

async function found(db: Db): Promise<void> {
	await create(db, 'source', [source('s')], minute(0));
	await create(db, 'event', [event('e', '2020-11-21')]);
	await create(db, 'partner', [partner('p')]);
}

/** What is kept of joining and leaving. */
function cells(db: Db): Promise<object[]> {
	return db.selectFrom('movement').selectAll().orderBy('city').orderBy('kind').orderBy('event_id').orderBy('day').execute();
}

const SUBJECT: Subject = {
	at: '2024-12-31',
	city: '320200',
	q: '示例',
	member: IDS,
	event: ['e'],
	project: IDS,
	partner: ['p'],
	source: ['s'],
	group: 'none'
};

onEachDatabase(({ dialect, open, openEmpty, url }) => {
	test('a correction changes the present, not what was known', async () => {
		const db = await open();
		await create(db, 'member', [member('m', { city: '320200', name: { zh: '示例旧名' } })], minute(10));
		await create(db, 'membership', [membership('m-1', 'm', '2021')], minute(10));
		await write(db, (trx) => saveRecord(trx, 'member', member('m', { city: '320500', name: { zh: '示例新名' } }), saving(1, minute(20))));
		await write(db, (trx) => retireRecord(trx, 'membership', 'm-1', { ...saving(1, minute(30)), expectedVersion: 1 }));

		const places = async (known: string | null) => (await movements(db, { known })).map(({ place }) => place);
		expect(await places(minute(10))).toEqual([]);
		expect(await places(minute(11))).toEqual(['320200']);
		expect(await places(minute(20))).toEqual(['320200']);
		expect(await places(minute(21))).toEqual(['320500']);
		expect(await places(minute(31))).toEqual([]);
		expect(await places(null)).toEqual([]);
		expect((await memberById(db, 'm', { known: minute(15) }))?.name.zh).toBe('示例旧名');
		expect(await searchRecords(db, 'jiuming', { limit: 5 })).toEqual([]);
		expect(await searchRecords(db, 'jiuming', { limit: 5, known: minute(15) })).toHaveLength(1);
		const listed = await listMembers(db, { at: '2022-01-01', active: true, limit: 5, known: minute(25) });
		expect(listed).toMatchObject({ total: 1, items: [{ member: { city: '320500' }, active: true }] });
	});

	const runs = dialect === 'sqlite' ? 12 : 4;

	test('as known at any time = a database in which only the steps up to then were taken', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 24 }), fc.nat(), async (steps, cut) => {
				const until = cut % (steps.length + 1);
				const [whole, part] = [await openEmpty(await url()), await openEmpty(await url())];
				for (const db of [whole, part]) {
					await migrate(db);
					await found(db);
				}
				await take(whole, steps);
				await take(part, steps.slice(0, until));
				expect(await readAll(whole, SUBJECT, { known: minute(until + 1) })).toEqual(await readAll(part, SUBJECT));
				expect(await readAll(whole, SUBJECT, { known: minute(59) })).toEqual(await readAll(whole, SUBJECT));
				const kept = await cells(whole);
				await write(whole, recountMovements);
				expect(await cells(whole)).toEqual(kept);
			}),
			{ numRuns: runs }
		);
	});
});

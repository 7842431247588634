import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countMemberChanges, listMemberChanges } from '#db/queries/member-change.ts';
import { movements } from '#db/queries/movement.ts';
import { allRecords } from '#db/queries/read.ts';
import { retireRecord } from '#db/queries/record.ts';
import { alliance } from '#db/seeds/alliance.ts';
import { demo } from '#db/seeds/demo.ts';
import { loadSeed } from '#db/seeds/load.ts';
import type { Db } from '#db/schema.ts';
import { toCube } from '#domain/cube.ts';
import { dayFromNumber, type Day } from '#domain/day.ts';
import { differenceOf, moveBetween, MOVES, type Days, type Move } from '#domain/difference.ts';
import { cityCodes } from '#geo/regions/city.ts';
import { onEachDatabase, write } from './databases.ts';
import { create, member, membership, minute, saving } from './samples.ts';

const START = 19_000;
const day = (n: number): Day => dayFromNumber(START + n);

/** Who made each move, as the rule of the domain finds it by looking at every member. */
async function byRule(db: Db, days: Days): Promise<Record<Move, string[]>> {
	const memberships = Map.groupBy(await allRecords(db, 'membership'), ({ memberId }) => memberId);
	const found: Record<Move, string[]> = { joined: [], left: [], returned: [], passed: [] };
	for (const { id } of await allRecords(db, 'member')) {
		const move = moveBetween(memberships.get(id) ?? [], days);
		if (move) found[move].push(id);
	}
	return found;
}

async function byQuery(db: Db, days: Days): Promise<Record<Move, string[]>> {
	const lists = MOVES.map(async (move) => {
		const page = await listMemberChanges(db, { ...days, move, limit: 10_000 });
		expect(page.total, move).toBe(page.items.length);
		return [move, page.items.map((item) => item.member.id).sort()] as const;
	});
	return Object.fromEntries(await Promise.all(lists)) as Record<Move, string[]>;
}

onEachDatabase(({ dialect, open, shared }) => {
	const record = shared((db) => loadSeed(db, alliance, minute(0)));
	const crowd = shared((db) => loadSeed(db, demo(), minute(0)));

	test('the record: eight joined from mid-2021 to the end of 2023, nobody left', async () => {
		const db = await record();
		const days = { from: '2021-06-30', to: '2023-12-31' };
		expect(await countMemberChanges(db, days)).toEqual({ joined: 8, left: 0, returned: 0, passed: 0 });
		const { items } = await listMemberChanges(db, { ...days, move: 'joined', limit: 100 });
		expect(items.map(({ membership: joined }) => joined?.joined.on)).toEqual(Array(8).fill('2023-09-26'));
		expect(items.every(({ active }) => active)).toBe(true);
		expect(await countMemberChanges(db, { from: '2020-11-20', to: '2026-11-22' })).toMatchObject({ joined: 20, left: 0 });
		expect(await countMemberChanges(db, { from: '2023-09-26', to: '2026-11-22' })).toMatchObject({ joined: 0, left: 0 });
	});

	test('the demonstration: members found by query are those found by rule, and their number is that of the cube', async () => {
		const db = await crowd();
		const cube = toCube(await movements(db));
		for (const days of [
			{ from: '2020-01-01', to: '2026-06-30' },
			{ from: '2022-03-31', to: '2025-02-28' },
			{ from: '2024-12-31', to: '2024-12-31' }
		]) {
			const found = await byQuery(db, days);
			const rule = await byRule(db, days);
			for (const move of MOVES) expect(found[move], `${move} ${days.from}`).toEqual(rule[move].sort());
			const { members } = differenceOf(cube, cityCodes, days);
			expect(found.joined.length - found.left.length).toBe(members.to - members.from);
			expect(await countMemberChanges(db, days)).toEqual(Object.fromEntries(MOVES.map((move) => [move, rule[move].length])));
		}
	});

	test('the pages of a list, put together, are the list; a start that makes no sense is ignored', async () => {
		const db = await crowd();
		const question = { from: '2021-01-01', to: '2026-06-30', move: 'joined' } as const;
		const whole = await listMemberChanges(db, { ...question, limit: 10_000 });
		expect(whole.total).toBeGreaterThan(100);
		const items = [];
		let after: string | null = null;
		do {
			const page: typeof whole = await listMemberChanges(db, { ...question, limit: 30, after });
			expect(page.total).toBe(whole.total);
			items.push(...page.items);
			after = page.next;
		} while (after !== null);
		expect(items).toEqual(whole.items);
		expect(await listMemberChanges(db, { ...question, limit: 10_000, after: 'nonsense' })).toEqual(whole);
	});

	test('who left is listed with the membership that ended; retired members and memberships count for nothing', async () => {
		const db = await open();
		await create(db, 'member', [member('gone'), member('wrong'), member('back')]);
		await create(db, 'membership', [
			membership('gone-1', 'gone', '2021-01-01', { left: '2023-01-01' }),
			membership('wrong-1', 'wrong', '2021-01-01', { left: '2023-01-01' }),
			membership('back-1', 'back', '2021-01-01', { left: '2022-05' }),
			membership('back-2', 'back', '2022-09-01')
		]);
		await write(db, (trx) => retireRecord(trx, 'membership', 'wrong-1', { ...saving(1, minute(2)), expectedVersion: 1 }));
		const days = { from: '2021-06-30', to: '2023-12-31' };
		expect(await byQuery(db, days)).toEqual({ joined: [], left: ['gone'], returned: ['back'], passed: [] });
		const { items } = await listMemberChanges(db, { ...days, move: 'left', limit: 9 });
		expect(items).toMatchObject([{ active: false, membership: { id: 'gone-1', left: { on: '2023-01-01' } } }]);
		expect((await listMemberChanges(db, { ...days, move: 'left', limit: 9, known: minute(1) })).total).toBe(2);
		await write(db, (trx) => retireRecord(trx, 'member', 'gone', { ...saving(1, minute(3)), expectedVersion: 1 }));
		expect(await countMemberChanges(db, days)).toEqual({ joined: 0, left: 0, returned: 1, passed: 0 });
	});

	test('random memberships, random days: the query follows the rule', async () => {
		const db = await open();
		const turns = fc.sample(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 6 }), { numRuns: 60, seed: 11 });
		const people = turns.map((days, i) => ({ id: `m${i}`, days: days.toSorted((a, b) => a - b) }));
		await create(db, 'member', people.map(({ id }) => member(id)));
		await create(
			db,
			'membership',
			people.flatMap(({ id, days }) =>
				days.flatMap((joined, i) => {
					const left = days[i + 1];
					return i % 2 === 0 ? [membership(`${id}-${i}`, id, day(joined), { left: left === undefined ? null : day(left) })] : [];
				})
			)
		);
		const seen = new Set<Move>();
		await fc.assert(
			fc.asyncProperty(fc.integer({ min: -1, max: 41 }), fc.integer({ min: -1, max: 41 }), async (a, b) => {
				const days = { from: day(Math.min(a, b)), to: day(Math.max(a, b)) };
				const rule = await byRule(db, days);
				for (const move of MOVES) {
					rule[move].sort();
					if (rule[move].length > 0) seen.add(move);
				}
				expect(await byQuery(db, days)).toEqual(rule);
			}),
			{ numRuns: dialect === 'sqlite' ? 25 : 10, seed: 3 }
		);
		expect([...seen].sort()).toEqual([...MOVES].sort());
	});
});

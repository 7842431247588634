import { sql } from 'kysely';
import type { Membership } from '#domain/membership.ts';
import type { MovementTable, Trx } from '../schema.ts';
import type { RecordKey } from './conflict.ts';

/** The memberships that count, each as a cell of its own with what it adds; `where` narrows them to some members. */
function cells(where = ''): string {
	const cell = `coalesce(member.city, '') as city, coalesce(member.district, '') as district, member.kind as kind,
		coalesce(membership.event_id, '') as event_id`;
	const from = `from membership join member on member.id = membership.member_id
		where membership.retired_at is null and member.retired_at is null ${where}`;
	return `select ${cell}, membership.joined_on as day, 1 as joined, 0 as gone ${from}
		union all select ${cell}, membership.left_on as day, 0 as joined, 1 as gone ${from} and membership.left_on is not null`;
}

function counted(where = ''): string {
	return `select city, district, kind, event_id, day, sum(joined) as joined, sum(gone) as gone
		from (${cells(where)}) as cell group by city, district, kind, event_id, day`;
}

/** The rows of the table `movement`, counted from members and memberships. */
export const COUNTED = counted();

/** Members counted by one query. */
const TOGETHER = 500;

type Cell = Omit<MovementTable, 'joined' | 'gone'>;
const KEY = ['city', 'district', 'kind', 'event_id', 'day'] as const satisfies readonly (keyof Cell)[];

/**
 * Does a write to a member or a membership and brings the table `movement` up to date with it. Writes to records of
 * other types are only done.
 */
export async function tallied(trx: Trx, { type, id }: RecordKey, record: object, write: () => Promise<unknown>): Promise<void> {
	if (type !== 'member' && type !== 'membership') {
		await write();
		return;
	}
	await talliedMembers(trx, type === 'member' ? [id] : await membersOf(trx, record as Membership), write);
}

/** Does a write to the members, or to memberships of the members, of these identifiers, and brings the table up to date with it. */
export async function talliedMembers(trx: Trx, members: readonly string[], write: () => Promise<unknown>): Promise<void> {
	const changes = new Map<string, MovementTable>();
	await add(trx, changes, members, -1);
	await write();
	await add(trx, changes, members, 1);
	for (const change of changes.values()) if (change.joined !== 0 || change.gone !== 0) await apply(trx, change);
}

/** The member that a membership names, and the one that it named before. */
async function membersOf(trx: Trx, { id, memberId }: Membership): Promise<string[]> {
	const before = await trx.selectFrom('membership').select('member_id').where('id', '=', id).executeTakeFirst();
	return [...new Set([memberId, before?.member_id ?? memberId])];
}

async function add(trx: Trx, changes: Map<string, MovementTable>, members: readonly string[], sign: 1 | -1): Promise<void> {
	for (let start = 0; start < members.length; start += TOGETHER) {
		const some = sql.join(members.slice(start, start + TOGETHER));
		const [head, middle, tail] = counted('and member.id in (?)').split('?') as [string, string, string];
		const query = sql<MovementTable>`${sql.raw(head)}${some}${sql.raw(middle)}${some}${sql.raw(tail)}`;
		for (const { joined, gone, ...cell } of (await query.execute(trx)).rows) {
			const key = KEY.map((column) => cell[column]).join(' ');
			const change = changes.get(key) ?? { ...cell, joined: 0, gone: 0 };
			changes.set(key, { ...change, joined: change.joined + sign * joined, gone: change.gone + sign * gone });
		}
	}
}

async function apply(trx: Trx, change: MovementTable): Promise<void> {
	await trx
		.insertInto('movement')
		.values(change)
		.onConflict((conflict) =>
			conflict.columns(KEY).doUpdateSet((eb) => ({
				joined: eb('movement.joined', '+', eb.ref('excluded.joined')),
				gone: eb('movement.gone', '+', eb.ref('excluded.gone'))
			}))
		)
		.execute();
	if (change.joined >= 0 && change.gone >= 0) return;
	await KEY.reduce((query, column) => query.where(column, '=', change[column] as never), trx.deleteFrom('movement'))
		.where('joined', '=', 0)
		.where('gone', '=', 0)
		.execute();
}

/** Counts the table `movement` anew, for whoever has written members or memberships in bulk and by another door. */
export async function recountMovements(trx: Trx): Promise<void> {
	await trx.deleteFrom('movement').execute();
	await sql`insert into movement (city, district, kind, event_id, day, joined, gone) ${sql.raw(COUNTED)}`.execute(trx);
}

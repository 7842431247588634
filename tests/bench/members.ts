import { DatabaseSync } from 'node:sqlite';
import { locateDatabase, openDatabase } from '#db/connection.server.ts';
import { prepare } from '#db/prepare.ts';
import { recountMovements } from '#db/queries/tally.ts';
import { randomOf, type Random } from '#db/seeds/demo/random.ts';
import { keysOf, toRow } from '#db/shapes/row.ts';
import { addMonths, type Day } from '#domain/day.ts';
import type { Event } from '#domain/event.ts';
import { MEMBER_KINDS, type Member } from '#domain/member.ts';
import type { Membership } from '#domain/membership.ts';
import type { RecordType } from '#domain/record.ts';
import { cities } from '#geo/regions/city.ts';
import { districtsOf } from '#geo/regions/district.ts';
import type { RecordOf } from '#db/shapes/shape.ts';

type Value = string | number | null;
type Row = Readonly<Record<string, Value>>;

const RECORDED = '2026-11-22T00:00:00.000Z';
/** Joins are spread over this many months, on one day of each; in every third of them through a batch. */
const FIRST: Day = '2020-12-15';
const MONTHS = 72;
const UNPLACED = 0.04;
const WITH_DISTRICT = 0.85;
/** Rows of one insert: well under the 32,766 values that SQLite takes. */
const ROWS = 500;

/**
 * Fills a new SQLite database with the recorded facts and `count` more members of every kind in every city, the same at
 * each call. They go straight into the tables, many rows an insert, in the columns that the writers use; what the writers
 * keep up besides is counted afterwards. They have no history: nothing measured here reads it.
 */
export async function fillWithMembers(url: string, count: number): Promise<void> {
	const location = locateDatabase(url);
	if (location.dialect !== 'sqlite') throw new Error(`only for SQLite: ${url}`);
	const db = openDatabase(url);
	try {
		await prepare(db, RECORDED);
		insertAll(location.path, count);
		await db.transaction().execute(recountMovements);
	} finally {
		await db.destroy();
	}
}

function insertAll(path: string, count: number): void {
	const database = new DatabaseSync(path);
	try {
		database.exec('pragma synchronous = off; begin');
		const random = randomOf(count);
		insert(database, 'event', Array.from({ length: MONTHS / 3 }, (_, i) => batchOf(i * 3)).values());
		const joined = Array.from({ length: count }, () => random.between(0, MONTHS - 1));
		insert(database, 'member', joined.keys().map((i) => memberOf(i, random)));
		insert(database, 'membership', joined.entries().map(([i, month]) => membershipOf(i, month)));
		database.exec('commit; analyze');
	} finally {
		database.close();
	}
}

function insert(database: DatabaseSync, table: string, rows: Iterator<Row>): void {
	const prepared = new Map<number, ReturnType<DatabaseSync['prepare']>>();
	let chunk: Row[] = [];
	const flush = (): void => {
		const [first] = chunk;
		if (!first) return;
		const columns = Object.keys(first);
		const statement =
			prepared.get(chunk.length) ??
			database.prepare(
				`insert into ${table} (${columns.join(', ')}) values ${chunk.map(() => `(${columns.map(() => '?').join(', ')})`).join(', ')}`
			);
		prepared.set(chunk.length, statement);
		statement.run(...chunk.flatMap((row) => columns.map((column) => row[column] as Value)));
		chunk = [];
	};
	for (let { value, done } = rows.next(); !done; { value, done } = rows.next()) {
		chunk.push(value);
		if (chunk.length === ROWS) flush();
	}
	flush();
}

const BASE = { remark: null, internalNote: null, citations: [] };

function rowOf<T extends RecordType>(type: T, record: RecordOf[T]): Row {
	return { ...toRow(type, record), ...keysOf(type, record), version: 1, retired_at: null } as Row;
}

function batchOf(month: number): Row {
	const title = { zh: `示例批次${month + 1}`, en: null };
	const event: Event = {
		...BASE,
		id: `bench-batch-${month}`,
		kind: 'ceremony',
		title,
		short: null,
		held: { on: addMonths(FIRST, month), precision: 'day' },
		city: '320200',
		venue: null,
		summary: null
	};
	return rowOf('event', event);
}

const ANYBODY: Member = {
	...BASE,
	id: 'bench',
	name: { zh: '示例机构', en: null },
	aliases: [],
	kind: 'other',
	kindBasis: 'stated',
	city: null,
	cityBasis: 'unknown',
	district: null,
	districtBasis: 'unknown',
	point: null,
	website: null,
	creditCode: null
};
const anybody = rowOf('member', ANYBODY);

function memberOf(i: number, random: Random): Row {
	const place = random.chance(UNPLACED) ? null : random.pick(cities).adcode;
	const district = place !== null && random.chance(WITH_DISTRICT) ? random.pick(districtsOf(place)).adcode : null;
	const basis = (code: string | null) => (code === null ? 'unknown' : 'stated');
	return {
		...anybody,
		id: `bench-${i}`,
		name_zh: `${anybody['name_zh']}${i}`,
		pinyin: `${anybody['pinyin']}${i}`,
		search: String(anybody['search']).replaceAll(/(?<=.)$/gm, String(i)),
		kind: random.pick(MEMBER_KINDS),
		city: place,
		city_basis: basis(place),
		district,
		district_basis: basis(district)
	};
}

const ANY_MEMBERSHIP: Membership = {
	...BASE,
	id: 'bench',
	memberId: 'bench',
	eventId: null,
	joined: { on: FIRST, precision: 'day' },
	joinedBasis: 'stated',
	left: null,
	roles: []
};
const anyMembership = rowOf('membership', ANY_MEMBERSHIP);
const DAYS = Array.from({ length: MONTHS }, (_, month) => addMonths(FIRST, month));

function membershipOf(i: number, month: number): Row {
	const id = `bench-${i}`;
	return { ...anyMembership, id, member_id: id, event_id: month % 3 === 0 ? `bench-batch-${month}` : null, joined_on: DAYS[month] ?? FIRST };
}

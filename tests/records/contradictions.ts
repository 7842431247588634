import type { Db, RevisionTable, Trx } from '#db/schema.ts';
import { assemble } from '#db/queries/read.ts';
import { recountMovements } from '#db/queries/tally.ts';
import { toSnapshot } from '#db/shapes/row.ts';
import { SHAPES } from '#db/shapes/shape.ts';
import { RECORD_TYPES, type RecordType } from '#domain/record.ts';

type Standing = { readonly id: string; readonly version: number; readonly retired_at: string | null; readonly pinyin?: string; readonly search?: string };

/**
 * Everything in which the tables of a database contradict each other, each as a sentence; empty where all is whole: rows
 * with their lists, citations and search keys are what the last revision says, versions run from 1 without a gap, lists
 * and citations have an owner, and the table `movement` is what would be counted now. Nobody may write meanwhile.
 */
export async function contradictions(db: Db): Promise<string[]> {
	const found: string[] = [];
	for (const type of RECORD_TYPES) found.push(...(await ofType(db, type)));
	return [...found, ...(await ofMovements(db)), ...(await ofDataVersion(db))];
}

async function ofType(db: Db, type: RecordType): Promise<string[]> {
	const rows = await db.selectFrom(type as 'member').selectAll().orderBy('id').execute();
	const records = await assemble(db, type, rows);
	const revisions = await db.selectFrom('revision').selectAll().where('record_type', '=', type).orderBy('version').execute();
	const histories = Map.groupBy(revisions, (revision) => revision.record_id);
	const known = new Set(rows.map(({ id }) => id));
	const found = rows.flatMap((row, i) => ofRecord(row, toSnapshot(type, records[i] as never), histories.get(row.id) ?? []).map((what) => `${type} ${row.id}: ${what}`));
	for (const id of histories.keys()) if (!known.has(id)) found.push(`${type} ${id}: revisions without a row`);
	for (const id of await owners(db, type)) if (!known.has(id)) found.push(`${type} ${id}: lists or citations without a row`);
	return found;
}

function ofRecord(row: Standing, snapshot: string, history: readonly RevisionTable[]): string[] {
	const last = history.at(-1);
	if (!last) return ['no revision'];
	const versions = history.map(({ version }) => version);
	const turned = history.filter(({ change, snapshot: text }, i) => (change === 'retire' || change === 'restore') && text !== history[i - 1]?.snapshot);
	const retiredAt = last.change === 'retire' ? last.recorded_at : null;
	const keys = [row.pinyin ?? null, row.search ?? null];
	return [
		...(versions.every((version, i) => version === i + 1) ? [] : [`versions ${versions.join()}`]),
		...(row.version === last.version ? [] : [`stands at version ${row.version}, its last revision at ${last.version}`]),
		...(history.every(({ change }, i) => (change === 'create') === (i === 0)) ? [] : ['made more than once, or never']),
		...(snapshot === last.snapshot ? [] : [`is ${snapshot}, its last revision ${last.snapshot}`]),
		...(row.retired_at === retiredAt ? [] : [`retired at ${row.retired_at}, by its last revision at ${retiredAt}`]),
		...(JSON.stringify(keys) === JSON.stringify([last.pinyin, last.search]) ? [] : [`found by ${keys.join()}, by its last revision ${last.pinyin},${last.search}`]),
		...turned.map(({ version, change }) => `version ${version} is a ${change} that changed more`)
	];
}

/** The identifiers under which lists and citations of a type's records stand. */
async function owners(db: Db, type: RecordType): Promise<string[]> {
	const cited = await db.selectFrom('citation').select('record_id as id').distinct().where('record_type', '=', type).execute();
	const listed = await Promise.all(
		Object.values(SHAPES[type].lists).map(({ table, owner }) =>
			db.selectFrom(table as 'project_city').select(`${owner as 'project_id'} as id`).distinct().execute()
		)
	);
	return [...cited, ...listed.flat()].map(({ id }) => id);
}

async function ofMovements(db: Db): Promise<string[]> {
	const standing = await movements(db);
	const trx = await db.startTransaction().execute();
	try {
		await recountMovements(trx as Trx);
		const counted = await movements(trx);
		return [...standing.filter((row) => !counted.includes(row)).map((row) => `movement ${row} stands and is not counted`), ...counted.filter((row) => !standing.includes(row)).map((row) => `movement ${row} is counted and does not stand`)];
	} finally {
		await trx.rollback().execute();
	}
}

async function movements(db: Db): Promise<string[]> {
	const rows = await db.selectFrom('movement').select(['city', 'district', 'kind', 'event_id', 'day', 'joined', 'gone']).execute();
	return rows.map(({ city, district, kind, event_id, day, joined, gone }) => [city, district, kind, event_id, day, joined, gone].join(' '));
}

async function ofDataVersion(db: Db): Promise<string[]> {
	const { value } = await db.selectFrom('data_version').select('value').executeTakeFirstOrThrow();
	const { newest } = await db.selectFrom('revision').select((eb) => eb.fn.max('id').as('newest')).executeTakeFirstOrThrow();
	return newest <= value ? [] : [`a revision ${newest} beyond the data version ${value}`];
}

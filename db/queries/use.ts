import { RECORD_TYPES, type RecordType } from '#domain/record.ts';
import type { Db } from '../schema.ts';
import { columnsOf } from '../shapes/field.ts';
import { SHAPES } from '../shapes/shape.ts';
import type { RecordKey } from './conflict.ts';

/** The records in use that name this one, by a field, a list or a citation; by type and identifier, each once. */
export async function usesOf(db: Db, type: RecordType, id: string): Promise<RecordKey[]> {
	const found: RecordKey[] = [];
	for (const user of RECORD_TYPES) {
		const ids = new Set<string>();
		for (const [property, to] of Object.entries(SHAPES[user].references)) {
			if (to !== type) continue;
			const list = SHAPES[user].lists[property];
			const rows = list ? await inList(db, user, list, id) : await inField(db, user, property, id);
			for (const row of rows) ids.add(row.id);
		}
		if (type === 'source') for (const row of await inCitations(db, user, id)) ids.add(row.id);
		found.push(...[...ids].sort().map((using) => ({ type: user, id: using })));
	}
	return found;
}

function inField(db: Db, user: RecordType, property: string, id: string): Promise<{ id: string }[]> {
	const column = columnsOf(property, SHAPES[user].fields[property]!)[0]!.name;
	return db.selectFrom(user as 'membership').select('id').where('retired_at', 'is', null).where(column as 'member_id', '=', id).execute();
}

function inList(db: Db, user: RecordType, { table, owner, column }: (typeof SHAPES)[RecordType]['lists'][string], id: string): Promise<{ id: string }[]> {
	return db
		.selectFrom(user as 'project')
		.select('id')
		.where('retired_at', 'is', null)
		.where('id', 'in', (eb) =>
			eb
				.selectFrom(table as 'project_member')
				.select(owner as 'project_id')
				.where(column as 'member_id', '=', id)
		)
		.execute();
}

function inCitations(db: Db, user: RecordType, id: string): Promise<{ id: string }[]> {
	return db
		.selectFrom(user as 'member')
		.select('id')
		.where('retired_at', 'is', null)
		.where('id', 'in', (eb) => eb.selectFrom('citation').select('record_id').where('record_type', '=', user).where('source_id', '=', id))
		.execute();
}

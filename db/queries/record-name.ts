import type { Bilingual } from '#domain/locale.ts';
import type { RecordType } from '#domain/record.ts';
import type { Db } from '../schema.ts';
import { SHAPES } from '../shapes/shape.ts';
import type { RecordKey } from './conflict.ts';
import { inChunks } from './read.ts';

/** The column pair in which a type's records have their name; null for those named by what they are about. */
export function nameColumn(type: RecordType): 'name' | 'title' | null {
	const { fields } = SHAPES[type];
	return 'name' in fields ? 'name' : 'title' in fields ? 'title' : null;
}

/** A record by name, retired or not. */
export type Named = RecordKey & { readonly name: Bilingual; readonly retired: boolean };

/**
 * The names of these records, retired ones included, by `type id`. A membership bears the name of its member; a reported
 * total has none and is left out, as is what does not exist.
 */
export async function recordNames(db: Db, keys: readonly RecordKey[]): Promise<Map<string, Named>> {
	const found: Named[] = [];
	for (const [type, all] of Map.groupBy(keys, (key) => key.type)) {
		const ids = [...new Set(all.map(({ id }) => id))];
		found.push(...(type === 'membership' ? await ofMemberships(db, ids) : await ofNamed(db, type, ids)));
	}
	return new Map(found.map((named) => [`${named.type} ${named.id}`, named]));
}

async function ofNamed(db: Db, type: RecordType, ids: readonly string[]): Promise<Named[]> {
	const column = nameColumn(type);
	if (column === null) return [];
	const rows = await inChunks(ids, (some) =>
		db
			.selectFrom(type as 'member')
			.select(['id', 'retired_at', `${column as 'name'}_zh as zh`, `${column as 'name'}_en as en`])
			.where('id', 'in', some)
			.execute()
	);
	return rows.map(({ id, retired_at, zh, en }) => ({ type, id, name: { zh, en }, retired: retired_at !== null }));
}

async function ofMemberships(db: Db, ids: readonly string[]): Promise<Named[]> {
	const rows = await inChunks(ids, (some) =>
		db
			.selectFrom('membership')
			.innerJoin('member', 'member.id', 'membership.member_id')
			.select(['membership.id', 'membership.retired_at', 'member.name_zh as zh', 'member.name_en as en'])
			.where('membership.id', 'in', some)
			.execute()
	);
	return rows.map(({ id, retired_at, zh, en }) => ({ type: 'membership', id, name: { zh, en }, retired: retired_at !== null }));
}

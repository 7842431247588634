import type { Known } from '#domain/import/register.ts';
import type { Standing } from '#domain/import/plan.ts';
import type { Membership } from '#domain/membership.ts';
import type { RecordType } from '#domain/record.ts';
import type { Db } from '../schema.ts';
import type { RecordOf } from '../shapes/shape.ts';
import { assemble, inChunks } from './read.ts';

/** Every member or prospect, retired ones too, as far as rows of an import are recognised by it. */
export async function knownOrganisations(db: Db, type: 'member' | 'prospect'): Promise<Known[]> {
	const rows = await db
		.selectFrom(type as 'member')
		.select(['id', 'name_zh', 'name_en', 'aliases', 'pinyin', 'credit_code', 'city', 'retired_at'])
		.orderBy('id')
		.execute();
	return rows.map((row) => ({
		id: row.id,
		name: row.name_zh,
		nameEn: row.name_en,
		aliases: JSON.parse(row.aliases) as string[],
		pinyin: row.pinyin,
		creditCode: row.credit_code,
		city: row.city,
		retired: row.retired_at !== null
	}));
}

/** The records of these identifiers that are in use, with their versions, by identifier. */
export async function standingById<T extends RecordType>(db: Db, type: T, ids: readonly string[]): Promise<Map<string, Standing<RecordOf[T]>>> {
	const rows = await inChunks([...new Set(ids)], (some) =>
		db.selectFrom(type as 'member').selectAll().where('id', 'in', some).where('retired_at', 'is', null).execute()
	);
	const records = await assemble(db, type, rows);
	return new Map(records.map((record, i) => [record.id, { record, version: (rows[i] as { version: number }).version }]));
}

/** The memberships of these members that are in use, with their versions, by member, the earliest first. */
export async function standingMemberships(db: Db, memberIds: readonly string[]): Promise<Map<string, Standing<Membership>[]>> {
	const rows = await inChunks([...new Set(memberIds)], (some) =>
		db.selectFrom('membership').selectAll().where('member_id', 'in', some).where('retired_at', 'is', null).orderBy('joined_on').orderBy('id').execute()
	);
	const records = await assemble(db, 'membership', rows);
	return Map.groupBy(
		records.map((record, i) => ({ record, version: rows[i]?.version as number })),
		({ record }) => record.memberId
	);
}

/** Which member holds each of these memberships, retired ones too. */
export async function membershipOwners(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
	const rows = await inChunks([...new Set(ids)], (some) => db.selectFrom('membership').select(['id', 'member_id']).where('id', 'in', some).execute());
	return new Map(rows.map(({ id, member_id }) => [id, member_id]));
}

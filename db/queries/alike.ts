import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { likenessOf, LIKENESSES, piecesOf, type Likeness, type Marks } from '#domain/alike.ts';
import { fullPinyin } from '../search/pinyin.ts';
import { anywhere } from '../search/text.ts';
import type { Db } from '../schema.ts';
import { nameColumn, type Named } from './record-name.ts';

/** The types whose records are looked through for duplicates, and of which each may be one. */
const FAMILIES = {
	member: ['member', 'partner', 'prospect'],
	partner: ['member', 'partner', 'prospect'],
	prospect: ['member', 'partner', 'prospect'],
	event: ['event'],
	project: ['project'],
	source: ['source']
} as const;
export type AlikeType = keyof typeof FAMILIES;

/** A record that may be the one asked about, and why. */
export type Alike = Named & { readonly likeness: Likeness };

/** What is known of the record asked about; `id`: of an existing one, which is not like itself. */
export type Sought = Omit<Marks, 'pinyin'> & { readonly type: AlikeType; readonly id: string | null };

/** Pieces of names that are looked for at most; more restrict nothing any more. */
const MOST_PIECES = 40;
const MOST_ROWS = 500;

/** Records, retired ones included, that may be the one asked about; the surest first, at most `limit`. */
export async function alikeRecords(db: Db, { type, id, ...marks }: Sought, limit: number): Promise<Alike[]> {
	const sought: Marks = { ...marks, pinyin: fullPinyin(marks.names[0] ?? '') };
	const found: Alike[] = [];
	for (const other of FAMILIES[type])
		for (const { marks: its, ...named } of await candidates(db, other, sought)) {
			const likeness = likenessOf(sought, its);
			if (likeness !== null && !(other === type && named.id === id)) found.push({ ...named, likeness });
		}
	const rank = ({ likeness, type: of }: Alike): number => LIKENESSES.indexOf(likeness) * 2 + (of === type ? 0 : 1);
	return found.sort((one, other) => rank(one) - rank(other) || (one.id < other.id ? -1 : 1)).slice(0, limit);
}

async function candidates(db: Db, type: AlikeType, sought: Marks): Promise<(Named & { marks: Marks })[]> {
	const column = nameColumn(type) ?? 'name';
	const has = (name: string, types: readonly AlikeType[]): RawBuilder<string | null> => (types.includes(type) ? sql<string | null>`${sql.ref(name)}` : sql<string | null>`cast(null as text)`);
	const code = has('credit_code', ['member', 'prospect']);
	const url = has('url', ['source']);
	const conditions: RawBuilder<SqlBool>[] = [
		sql<SqlBool>`pinyin = ${sought.pinyin}`,
		...(sought.creditCode ? [sql<SqlBool>`${code} = ${sought.creditCode}`] : []),
		...(sought.url ? [sql<SqlBool>`${url} = ${sought.url}`] : []),
		...piecesOf(sought)
			.slice(0, MOST_PIECES)
			.map((piece) => sql<SqlBool>`search like ${anywhere(piece)} escape '\\'`)
	];
	const rows = await db
		.selectFrom(type as 'member')
		.select(['id', 'retired_at', 'pinyin', `${column as 'name'}_zh as zh`, `${column as 'name'}_en as en`])
		.select([has('aliases', ['member', 'partner', 'prospect']).as('aliases'), code.as('code'), url.as('url')])
		.where(sql<SqlBool>`(${sql.join(conditions, sql` or `)})`)
		// Those of the same reading first, should there be more.
		.orderBy(sql`case when pinyin = ${sought.pinyin} then 0 else 1 end`)
		.orderBy('id')
		.limit(MOST_ROWS)
		.execute();
	return rows.map(({ id, retired_at, pinyin, zh, en, aliases, code: creditCode, url: address }) => ({
		type,
		id,
		name: { zh, en },
		retired: retired_at !== null,
		marks: { names: [zh, ...(en ? [en] : []), ...(JSON.parse(aliases ?? '[]') as string[])], pinyin, creditCode, url: address }
	}));
}

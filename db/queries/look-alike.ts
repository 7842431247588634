import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Bilingual } from '#domain/locale.ts';
import type { Adcode } from '#domain/place.ts';
import { fullPinyin } from '../search/pinyin.ts';
import { anywhere, normalise } from '../search/text.ts';
import type { Db } from '../schema.ts';

/** A member or prospect that may be the organisation asked about: it has the same code, the same name, or one like it. */
export type LookAlike = {
	readonly type: 'member' | 'prospect';
	readonly id: string;
	readonly name: Bilingual;
	readonly city: Adcode | null;
	readonly because: 'credit_code' | 'name' | 'part';
};

/** Whom to look for. `not`: the identifiers that are left out of each type, such as the one asked about itself. */
export type Sought = {
	readonly names: readonly string[];
	readonly creditCode: string | null;
	readonly not?: { readonly member?: string | null; readonly prospect?: string | null };
};

/** A name shorter than this, contained in another, says nothing. */
const TELLING = 4;
const MOST = 8;

/** Members and prospects that look like the one sought: by code, by name or alias or their pinyin, by a part of a name. */
export async function lookAlikes(db: Db, { names, creditCode, not = {} }: Sought): Promise<LookAlike[]> {
	const wanted = [...new Set(names.map(normalise))].filter(Boolean);
	const keys = [...new Set([...wanted, ...names.map(fullPinyin)])].filter(Boolean);
	const code = creditCode === null ? sql<SqlBool>`1 = 0` : sql<SqlBool>`credit_code = ${creditCode}`;
	const whole = any(keys.map((key) => sql<SqlBool>`search || ${'\n'} like ${anywhere(`\n${key}\n`)} escape '\\'`));
	const part = any(wanted.filter((name) => name.length >= TELLING).map((name) => sql<SqlBool>`search like ${anywhere(name)} escape '\\'`));
	const because = sql<LookAlike['because']>`case when ${code} then 'credit_code' when ${whole} then 'name' else 'part' end`;
	const found = await Promise.all(
		(['member', 'prospect'] as const).map(async (type) => {
			const rows = await db
				.selectFrom(type)
				.select(['id', 'name_zh', 'name_en', 'city', because.as('because')])
				.where('retired_at', 'is', null)
				.where((eb) => eb.or([code, whole, part]))
				.where('id', '!=', not[type] ?? '')
				.orderBy('because')
				.orderBy('pinyin')
				.orderBy('id')
				.limit(MOST)
				.execute();
			return rows.map(({ name_zh: zh, name_en: en, ...rest }) => ({ type, ...rest, name: { zh, en } }));
		})
	);
	return found.flat();
}

function any(conditions: readonly RawBuilder<SqlBool>[]): RawBuilder<SqlBool> {
	return conditions.length === 0 ? sql<SqlBool>`1 = 0` : sql<SqlBool>`(${sql.join(conditions, sql` or `)})`;
}

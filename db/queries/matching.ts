import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { anywhere, atStart, wordsOf } from '../search/text.ts';

function like(column: string, pattern: string): RawBuilder<SqlBool> {
	return sql<SqlBool>`${sql.ref(column)} like ${pattern} escape '\\'`;
}

/** The condition that every word of `q` occurs in the search keys in `column`. An empty `q` restricts nothing. */
export function matches(column: string, q: string): RawBuilder<SqlBool> {
	const words = wordsOf(q).map((word) => like(column, anywhere(word)));
	return words.length === 0 ? sql<SqlBool>`1 = 1` : sql<SqlBool>`(${sql.join(words, sql` and `)})`;
}

/** 0 where a search key in `column` begins with the first word of `q`, 1 elsewhere: what is typed from its start ranks first. */
export function startRank(column: string, q: string): RawBuilder<number> {
	const first = wordsOf(q)[0];
	return first === undefined ? sql<number>`0` : sql<number>`case when ${like(column, atStart(first))} then 0 else 1 end`;
}

/** The condition that `column` holds one of the values; of no values, none. */
export function oneOf(column: string, values: readonly string[]): RawBuilder<SqlBool> {
	return values.length === 0 ? sql<SqlBool>`1 = 0` : sql<SqlBool>`${sql.ref(column)} in (${sql.join(values)})`;
}

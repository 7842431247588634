import { sql, type ExpressionWrapper, type ReferenceExpression, type SqlBool } from 'kysely';
import type { ExpressionBuilder } from 'kysely';

/** One page of a list: `next` is the opaque start of the following page, `total` counts the whole list. */
export type Page<T> = { readonly items: T[]; readonly next: string | null; readonly total: number };

/** How many items at most, and where to begin: the `next` of the page before. A start that makes no sense is ignored. */
export type PageStart = { readonly limit: number; readonly after?: string | null | undefined };

/** One key of a list's order. The last key must tell any two rows apart. */
export type SortKey<DB, TB extends keyof DB> = {
	readonly by: ReferenceExpression<DB, TB>;
	readonly descending?: boolean;
};

export type SortValue = string | number;

/** Writes the sort values of the last item of a page as an opaque text. */
export function writeCursor(values: readonly SortValue[]): string {
	return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** The sort values of a cursor; null where the text is none of `writeCursor` with as many values. */
export function readCursor(text: string | null | undefined, keys: number): SortValue[] | null {
	if (!text) return null;
	try {
		const values: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
		const valid = Array.isArray(values) && values.length === keys && values.every((v) => typeof v === 'string' || typeof v === 'number');
		return valid ? values : null;
	} catch {
		return null;
	}
}

/** The condition that a row comes after these sort values in the order of these keys. */
export function comesAfter<DB, TB extends keyof DB>(
	eb: ExpressionBuilder<DB, TB>,
	keys: readonly SortKey<DB, TB>[],
	values: readonly SortValue[]
): ExpressionWrapper<DB, TB, SqlBool> {
	return eb.or(
		keys.map(({ by, descending }, i) =>
			eb.and([
				...keys.slice(0, i).map((key, j) => eb(key.by, '=', sql.val(values[j]))),
				eb(by, descending ? '<' : '>', sql.val(values[i]))
			])
		)
	);
}

/** Cuts `limit` items off rows of which one more was asked for. */
export function cut<R>(rows: readonly R[], limit: number, valuesOf: (row: R) => SortValue[]): { rows: R[]; next: string | null } {
	const kept = rows.slice(0, limit);
	const last = kept.at(-1);
	return { rows: kept, next: rows.length > limit && last !== undefined ? writeCursor(valuesOf(last)) : null };
}

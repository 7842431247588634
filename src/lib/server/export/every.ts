import type { Page } from '#db/queries/page.ts';

/** Rows of a list that one file holds at most. */
export const MOST_ROWS = 100_000;
/** Asked for at a time, so that other requests are answered in between. */
const PAGE = 500;

/** A list is longer than one file may be. */
export class TooManyRows extends Error {
	override readonly name = 'TooManyRows';
	readonly rows: number;

	constructor(rows: number) {
		super(`the list has ${rows} rows; one file holds ${MOST_ROWS}`);
		this.rows = rows;
	}
}

/** All items of a list, page after page. Throws `TooManyRows` when there are more than a file may hold. */
export async function every<T>(list: (start: { readonly after: string | null; readonly limit: number }) => Promise<Page<T>>): Promise<T[]> {
	const items: T[] = [];
	let after: string | null = null;
	do {
		const page: Page<T> = await list({ after, limit: PAGE });
		if (page.total > MOST_ROWS) throw new TooManyRows(page.total);
		items.push(...page.items);
		after = page.next;
		await new Promise((resolve) => setImmediate(resolve));
	} while (after !== null);
	return items;
}

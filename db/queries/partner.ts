import type { Partner } from '#domain/partner.ts';
import type { Db } from '../schema.ts';
import { asKnown, type Known } from './known.ts';
import { matches } from './matching.ts';
import { comesAfter, cut, readCursor, type Page, type PageStart } from './page.ts';
import { assemble, recordById, recordsById } from './read.ts';

/** The partner, or null when there is none or it is retired. */
export async function partnerById(db: Db, id: string, options: Known = {}): Promise<Partner | null> {
	return recordById(db, 'partner', id, options);
}

/** The partners of these identifiers that exist, in the order given. */
export async function partnersById(db: Db, ids: readonly string[], options: Known = {}): Promise<Partner[]> {
	return recordsById(db, 'partner', ids, options);
}

/** Partners by the pinyin of their name, a page at a time. */
export async function listPartners(db: Db, filter: Known & PageStart & { readonly q?: string | undefined }): Promise<Page<Partner>> {
	const { q, limit } = filter;
	const reader = asKnown(db, filter);
	const cursor = readCursor(filter.after, 2);
	const selection = reader
		.selectFrom('partner')
		.where('retired_at', 'is', null)
		.$if(Boolean(q?.trim()), (query) => query.where(matches('search', q as string)));
	const found = await selection
		.selectAll('partner')
		.$if(cursor !== null, (query) => query.where((eb) => comesAfter(eb, [{ by: 'pinyin' }, { by: 'id' }], cursor ?? [])))
		.orderBy('pinyin')
		.orderBy('id')
		.limit(limit + 1)
		.execute();
	const { total } = await selection.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
	const { rows, next } = cut(found, limit, (row) => [row.pinyin, row.id]);
	return { items: await assemble(reader, 'partner', rows), next, total };
}

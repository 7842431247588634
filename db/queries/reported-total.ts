import type { ReportedTotal } from '#domain/reported-total.ts';
import type { Day } from '#domain/day.ts';
import type { Db } from '../schema.ts';
import type { Known } from './known.ts';
import { allRecords } from './read.ts';

/** Published numbers, the earliest first: all of them, or only those marked public and those published by `at`. */
export async function listReportedTotals(
	db: Db,
	{ publicOnly = false, at, known = null }: Known & { readonly publicOnly?: boolean; readonly at?: Day } = {}
): Promise<ReportedTotal[]> {
	const totals = await allRecords(db, 'reported_total', { known });
	return totals
		.filter((total) => (total.isPublic || !publicOnly) && (at === undefined || total.on <= at))
		.sort((a, b) => (a.on === b.on ? 0 : a.on < b.on ? -1 : 1));
}

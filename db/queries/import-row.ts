import type { RowResult, RowState } from '#domain/import/result.ts';
import type { Db } from '../schema.ts';

/** Rows of one insert: well under the number of values that both databases take. */
const ROWS = 500;
/** Rows of one transaction, so that others may write in between. */
const TOGETHER = 2_000;

/** Replaces what is kept of an import's rows. `progress` is told how many are done. */
export async function storeRows(db: Db, jobId: string, results: readonly RowResult[], progress?: (rows: number) => void): Promise<void> {
	await db.deleteFrom('import_row').where('job_id', '=', jobId).execute();
	for (let start = 0; start < results.length; start += TOGETHER) {
		await db.transaction().execute(async (trx) => {
			for (let at = start; at < Math.min(start + TOGETHER, results.length); at += ROWS) {
				const rows = results.slice(at, Math.min(at + ROWS, start + TOGETHER));
				await trx
					.insertInto('import_row')
					.values(rows.map((result, i) => ({ job_id: jobId, position: at + i, state: result.state, result: JSON.stringify(result) })))
					.execute();
			}
		});
		progress?.(Math.min(start + TOGETHER, results.length));
	}
}

/** The rows of one state from a position on, at most `limit`, with where the next page begins. */
export async function listRows(
	db: Db,
	jobId: string,
	state: RowState,
	{ from, limit }: { readonly from: number; readonly limit: number }
): Promise<{ readonly rows: RowResult[]; readonly next: number | null }> {
	const found = await db
		.selectFrom('import_row')
		.select(['position', 'result'])
		.where('job_id', '=', jobId)
		.where('state', '=', state)
		.where('position', '>=', from)
		.orderBy('position')
		.limit(limit + 1)
		.execute();
	return { rows: found.slice(0, limit).map(({ result }) => JSON.parse(result) as RowResult), next: found[limit]?.position ?? null };
}

/** Every row of these states, in the order of the file. */
export async function allRows(db: Db, jobId: string, states: readonly RowState[]): Promise<RowResult[]> {
	const found = await db.selectFrom('import_row').select('result').where('job_id', '=', jobId).where('state', 'in', states).orderBy('position').execute();
	return found.map(({ result }) => JSON.parse(result) as RowResult);
}

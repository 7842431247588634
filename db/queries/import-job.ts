import { randomBytes } from 'node:crypto';
import { AT_WORK, type ImportJob, type JobState, type Layout } from '#domain/import/job.ts';
import { hoursAfter, type Instant } from '#domain/instant.ts';
import { isPostgres } from '../dialects/postgres.ts';
import type { Db, Tables } from '../schema.ts';

/** A new import as it is uploaded. */
export type ImportInput = Pick<ImportJob, 'type' | 'fileName' | 'actor' | 'locale'> & { readonly content: Buffer };

/** What a step leaves behind. A state that is not at work has no runner. */
export type JobChange = Partial<Pick<ImportJob, 'message' | 'forms' | 'layout' | 'decisions' | 'counts' | 'digest' | 'batchId' | 'finishedAt'>>;

const EMPTY: Layout = { mappings: [], blank: 'keep' };
/** A runner on another machine that has said nothing for so long is gone. */
const SILENCE_HOURS = 30 / 3600;

/** Keeps an uploaded file and begins its import, in the hands of `runner`. */
export async function createImport(db: Db, { type, fileName, actor, locale, content }: ImportInput, runner: string, now: Instant): Promise<ImportJob> {
	const id = randomBytes(9).toString('base64url').replace(/[-_]/g, 'x');
	await db.transaction().execute(async (trx) => {
		const values = { id, type, file_name: fileName, bytes: content.length, created_at: now, actor, locale, state: 'reading' as const, runner, beat_at: now };
		await trx
			.insertInto('import_job')
			.values({ ...values, message: null, forms: '[]', layout: JSON.stringify(EMPTY), decisions: '{}', counts: null, digest: null, batch_id: null, finished_at: null })
			.execute();
		await trx.insertInto('import_file').values({ job_id: id, content }).execute();
	});
	return (await importById(db, id)) as ImportJob;
}

/** The import, or null when there is none. */
export async function importById(db: Db, id: string): Promise<ImportJob | null> {
	const row = await jobs(db).where('id', '=', id).executeTakeFirst();
	return row ? jobOf(row) : null;
}

/** The latest imports, the newest first. */
export async function listImports(db: Db, limit: number): Promise<ImportJob[]> {
	return (await jobs(db).orderBy('created_at', 'desc').orderBy('id').limit(limit).execute()).map(jobOf);
}

/** The file of an import; null when it is no longer kept. */
export async function importFile(db: Db, id: string): Promise<Buffer | null> {
	const row = await db.selectFrom('import_file').select('content').where('job_id', '=', id).executeTakeFirst();
	return row ? Buffer.from(row.content) : null;
}

/**
 * Moves an import from one of these states to another with what the step has found; the `runner` takes it in hand, or
 * lets go of it where there is none. False: it is in none of them any more, and nothing is changed.
 */
export async function moveImport(db: Db, id: string, from: readonly JobState[], to: JobState, change: JobChange = {}, runner: string | null = null, now: Instant | null = null): Promise<boolean> {
	const { message, forms, layout, decisions, counts, digest, batchId, finishedAt } = change;
	const json = (value: unknown) => (value === null ? null : JSON.stringify(value));
	const { numUpdatedRows } = await db
		.updateTable('import_job')
		.set({
			state: to,
			runner,
			beat_at: now,
			...(message !== undefined && { message: json(message) }),
			...(forms !== undefined && { forms: JSON.stringify(forms) }),
			...(layout !== undefined && { layout: JSON.stringify(layout) }),
			...(decisions !== undefined && { decisions: JSON.stringify(decisions) }),
			...(counts !== undefined && { counts: json(counts) }),
			...(digest !== undefined && { digest }),
			...(batchId !== undefined && { batch_id: batchId }),
			...(finishedAt !== undefined && { finished_at: finishedAt })
		})
		.where('id', '=', id)
		.where('state', 'in', from)
		.executeTakeFirst();
	return numUpdatedRows > 0n;
}

/** Says that the runner still works on these imports. */
export async function beatImports(db: Db, ids: readonly string[], now: Instant): Promise<void> {
	if (ids.length > 0) await db.updateTable('import_job').set({ beat_at: now }).where('id', 'in', ids).where('state', 'in', AT_WORK).execute();
}

/**
 * Ends the imports that nobody works on any more: those of another process, which on SQLite is a former one, and on
 * PostgreSQL one that has been silent for long. Returns how many.
 */
export async function interruptImports(db: Db, runner: string, now: Instant): Promise<number> {
	const { numUpdatedRows } = await db
		.updateTable('import_job')
		.set({ state: 'interrupted', runner: null, finished_at: now })
		.where('state', 'in', AT_WORK)
		.where('runner', '!=', runner)
		.$if(isPostgres(db), (query) => query.where('beat_at', '<', hoursAfter(now, -SILENCE_HOURS)))
		.executeTakeFirst();
	return Number(numUpdatedRows);
}

/** Takes away the files and rows of imports made before an instant; that they happened stays known. */
export async function sweepImports(db: Db, before: Instant): Promise<void> {
	const old = db.selectFrom('import_job').select('id').where('created_at', '<', before);
	await db.deleteFrom('import_file').where('job_id', 'in', old).execute();
	await db.deleteFrom('import_row').where('job_id', 'in', old).execute();
}

function jobs(db: Db) {
	return db
		.selectFrom('import_job')
		.selectAll()
		.select((eb) => eb.selectFrom('import_file').whereRef('import_file.job_id', '=', 'import_job.id').select((file) => file.fn.countAll<number>().as('n')).as('files'));
}

function jobOf(row: Tables['import_job'] & { files: number | null }): ImportJob {
	return {
		id: row.id,
		type: row.type,
		fileName: row.file_name,
		bytes: row.bytes,
		createdAt: row.created_at,
		actor: row.actor,
		locale: row.locale,
		state: row.state,
		message: row.message === null ? null : JSON.parse(row.message),
		forms: JSON.parse(row.forms),
		layout: JSON.parse(row.layout),
		decisions: JSON.parse(row.decisions),
		counts: row.counts === null ? null : JSON.parse(row.counts),
		digest: row.digest,
		batchId: row.batch_id,
		finishedAt: row.finished_at,
		hasFile: (row.files ?? 0) > 0
	};
}

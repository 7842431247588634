import { rememberedLayout } from '#db/queries/import-layout.ts';
import { importById, importFile, moveImport } from '#db/queries/import-job.ts';
import { allRows, storeRows } from '#db/queries/import-row.ts';
import { RefusedWrite } from '#db/queries/conflict.ts';
import { dataVersion, lockWrites } from '#db/queries/data-version.ts';
import { saveRecords } from '#db/queries/record-bulk.ts';
import type { Db } from '#db/schema.ts';
import type { Day } from '#domain/day.ts';
import { formOf, recognise, signatureOf } from '#domain/import/header.ts';
import type { ImportJob, Progress } from '#domain/import/job.ts';
import { now } from '#domain/instant.ts';
import { analyse } from './analysis.ts';
import { answerCsv } from './answer-csv.ts';
import { answerWorkbook } from './answer-workbook.ts';
import { isZip, readTable } from './reader.ts';
import { UnreadableFile } from './refusal.ts';

/** What a step works with; `exclusively` lets nobody else write while its work runs. */
export type StepContext = {
	readonly db: Db;
	readonly jobId: string;
	readonly today: Day;
	readonly progress: (progress: Progress) => void;
	readonly exclusively: <T>(work: () => Promise<T>) => Promise<T>;
};

/** Tries of a commit while others write: each compares anew. */
const TRIES = 3;

async function subject({ db, jobId }: StepContext): Promise<{ job: ImportJob; file: Buffer }> {
	const [job, file] = [await importById(db, jobId), await importFile(db, jobId)];
	if (!job || !file) throw new Error(`import ${jobId} has no file any more`);
	return { job, file };
}

/** Reads the file and recognises its columns. */
export async function readStep(context: StepContext): Promise<void> {
	const { db, jobId, progress } = context;
	const { job, file } = await subject(context);
	try {
		const sheets = await readTable(file, { name: job.fileName, progress: (done) => progress({ step: 'reading', done, of: 0 }) });
		const forms = sheets.map((sheet) => formOf(sheet, job.type));
		if (forms.every(({ headerLines }) => headerLines === null)) throw new UnreadableFile('no_header');
		const remembered = await rememberedLayout(db, job.type, signatureOf(forms));
		const mappings = forms.map((form) => {
			const mapping = recognise(form, job.type, remembered);
			return form.headerLines !== null && form.rows > 0 && Object.values(mapping).includes('name') ? mapping : null;
		});
		await moveImport(db, jobId, ['reading'], 'columns', { forms, layout: { mappings, blank: 'keep' } });
	} catch (error) {
		if (!(error instanceof UnreadableFile)) throw error;
		await moveImport(db, jobId, ['reading'], 'refused', { message: { code: error.code, detail: error.detail }, finishedAt: now() });
	}
}

/** Compares the file with the record and keeps what would become of each row. */
export async function checkStep(context: StepContext): Promise<void> {
	const { db, jobId, today, progress } = context;
	const { job, file } = await subject(context);
	const sheets = await readTable(file, { name: job.fileName, progress: (done) => progress({ step: 'reading', done, of: 0 }) });
	const analysis = await analyse(db, sheets, { ...job, today }, progress);
	const kept = analysis.results.filter(({ state }) => state !== 'same');
	await storeRows(db, jobId, kept, (done) => progress({ step: 'storing', done, of: kept.length }));
	await moveImport(db, jobId, ['checking'], 'checked', { counts: analysis.counts, digest: analysis.digest, message: null });
}

/**
 * Compares once more and writes, all or nothing, in the transaction that also says so of the import. Where the record
 * has changed so that other things would be written than were shown, nothing is, and the new differences are shown.
 */
export async function commitStep(context: StepContext & { readonly reason: string }): Promise<void> {
	const { db, jobId, today, progress } = context;
	const { job, file } = await subject(context);
	const sheets = await readTable(file, { name: job.fileName, progress: (done) => progress({ step: 'reading', done, of: 0 }) });
	for (let tries = 1; ; tries++) {
		const version = await dataVersion(db);
		const analysis = await analyse(db, sheets, { ...job, today }, progress);
		if (analysis.digest !== job.digest) {
			await storeRows(db, jobId, analysis.results.filter(({ state }) => state !== 'same'));
			await moveImport(db, jobId, ['committing'], 'checked', { counts: analysis.counts, digest: analysis.digest, message: { code: 'record_changed', detail: '' } });
			return;
		}
		try {
			if (await context.exclusively(() => write(context, analysis.writes, version, tries === TRIES))) return;
		} catch (error) {
			if (!(error instanceof RefusedWrite)) throw error;
			await moveImport(db, jobId, ['committing'], 'checked', { message: { code: 'write_refused', detail: error.message } });
			return;
		}
	}
}

/** The file as it was given, with what is wrong marked in it. */
export async function answerStep(context: StepContext): Promise<Uint8Array> {
	const { job, file } = await subject(context);
	const wrong = await allRows(context.db, context.jobId, ['rejected', 'duplicate']);
	return isZip(file) ? answerWorkbook(file, job, wrong) : answerCsv(file, job, wrong);
}

/** False: the record has moved on since `version`, and nothing was written. */
async function write(
	{ db, jobId, reason, progress }: StepContext & { readonly reason: string },
	writes: Awaited<ReturnType<typeof analyse>>['writes'],
	version: number,
	last: boolean
): Promise<boolean> {
	return db.transaction().execute(async (trx) => {
		await lockWrites(trx);
		if (!last && (await dataVersion(trx)) !== version) return false;
		const at = now();
		const job = (await importById(trx, jobId)) as ImportJob;
		const batchId = `import-${jobId}`;
		await saveRecords(trx, writes, { at, actor: job.actor, reason, batchId }, (done) => progress({ step: 'writing', done, of: writes.length }));
		const moved = await moveImport(trx, jobId, ['committing'], 'committed', { batchId, finishedAt: at, message: null });
		if (!moved) throw new Error(`import ${jobId} was ended while it was being written`);
		return true;
	});
}

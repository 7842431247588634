import { error } from '@sveltejs/kit';
import { createImport, importById, interruptImports, listImports, moveImport, sweepImports } from '#db/queries/import-job.ts';
import { rememberLayout } from '#db/queries/import-layout.ts';
import { listRows } from '#db/queries/import-row.ts';
import { personNames } from '#db/queries/person.ts';
import { recordsById } from '#db/queries/read.ts';
import { columnsOf, IMPORT_TYPES, type ImportType } from '#domain/import/column.ts';
import { BLANK_MEANS } from '#domain/import/draft.ts';
import { choicesOf, signatureOf, type Mapping } from '#domain/import/header.ts';
import { AT_WORK, isAtWork, type ImportJob, type JobState, type Progress } from '#domain/import/job.ts';
import { isDecision, rowKey, ROW_STATES, type Decision, type RowState } from '#domain/import/result.ts';
import { MOST_FILE_BYTES } from '#domain/import/table.ts';
import { dayOfInstant, hoursAfter, now, timeOfInstant } from '#domain/instant.ts';
import type { Locale } from '#domain/locale.ts';
import type { Person } from '#domain/role.ts';
import { columnName, issueMessage, issueText } from '#lib/i18n/import-issue.ts';
import { importText } from '#lib/i18n/import.ts';
import { database, today } from './atlas.ts';
import { namingOf } from './importer/export.ts';
import { answer, isRunning, progressOf, RUNNER, run, stop } from './importer/runner.ts';
import { shownCode } from './importer/shown.ts';
import { actorOf } from './rights.ts';

/** Files are kept so long. */
const KEPT_HOURS = 30 * 24;
const LISTED = 20;
const PAGE = 50;
/** A small file is done before the page is asked for again. */
const PATIENCE_MS = 1_500;

/** An import in a list. */
export type ImportItem = Pick<ImportJob, 'id' | 'type' | 'fileName' | 'state' | 'counts'> & { readonly when: string; readonly who: string };

/** The latest imports. */
export async function recentImports(): Promise<ImportItem[]> {
	const db = database();
	await interruptImports(db, RUNNER, now());
	const jobs = await listImports(db, LISTED);
	const names = await personNames(db, jobs.map(({ actor }) => actor.replace(/^person:/, '')));
	return jobs.map(({ id, type, fileName, state, counts, createdAt, actor }) => ({ id, type, fileName, state, counts, when: moment(createdAt), who: names.get(actor.replace(/^person:/, '')) ?? '' }));
}

function moment(instant: string): string {
	return `${dayOfInstant(instant)} ${timeOfInstant(instant)}`;
}

async function settled(work: Promise<void>): Promise<void> {
	const { promise, resolve } = Promise.withResolvers<void>();
	const timer = setTimeout(resolve, PATIENCE_MS);
	await Promise.race([work, promise]);
	clearTimeout(timer);
}

/** Keeps an uploaded file and begins to read it; the identifier of the import, or what is missing. */
export async function uploadImport(form: FormData, person: Person, locale: Locale): Promise<{ readonly id: string } | { readonly wrong: 'noFile' | 'noType' | 'tooLarge' }> {
	const file = form.get('file');
	const type = IMPORT_TYPES.find((each) => each === form.get('type'));
	if (!(file instanceof File) || file.name === '') return { wrong: 'noFile' };
	if (file.size > MOST_FILE_BYTES) return { wrong: 'tooLarge' };
	if (!type) return { wrong: 'noType' };
	const db = database();
	await sweepImports(db, hoursAfter(now(), -KEPT_HOURS));
	const fileName = (file.name.split(/[/\\]/).pop() ?? '').replace(/\p{Cc}/gu, '').slice(-120) || 'file';
	const content = Buffer.from(await file.arrayBuffer());
	const { id } = await createImport(db, { type, fileName, actor: actorOf(person), locale, content }, RUNNER, now());
	await settled(run({ is: 'read', jobId: id, today: today() }));
	return { id };
}

async function jobOf(id: string): Promise<ImportJob> {
	const db = database();
	const job = await importById(db, id);
	if (!job) error(404, { message: 'no such import' });
	if (!isAtWork(job.state) || isRunning(id)) return job;
	await interruptImports(db, RUNNER, now());
	return (await importById(db, id)) as ImportJob;
}

/** A column that changes, in words. */
export type ShownChange = { readonly column: string; readonly before: string; readonly after: string };

/** A row of the comparison in words. */
export type ShownRow = {
	readonly key: string;
	readonly line: number;
	readonly sheet: string | null;
	readonly name: string;
	readonly recordId: string | null;
	readonly issues: readonly string[];
	readonly changes: readonly ShownChange[];
	readonly candidates: readonly { readonly id: string; readonly name: string; readonly why: string; readonly city: string }[];
	readonly decision: Decision | null;
};

/** What the page of an import shows. */
export type ImportView = {
	readonly job: Omit<ImportJob, 'actor' | 'digest' | 'decisions'>;
	readonly progress: Progress | null;
	readonly show: RowState | null;
	readonly rows: readonly ShownRow[];
	readonly next: number | null;
};

/** The page of an import: its state, and where it has been compared a page of its rows. Throws 404. */
export async function importView(id: string, query: URLSearchParams, locale: Locale): Promise<ImportView> {
	const { actor: _actor, digest: _digest, decisions: _decisions, ...job } = await jobOf(id);
	const progress = progressOf(id);
	if (job.state !== 'checked' || !job.counts) return { job, progress, show: null, rows: [], next: null };
	const counts = job.counts;
	const asked = ROW_STATES.find((state) => state === query.get('show') && state !== 'same');
	const show = asked ?? (['rejected', 'duplicate', 'changed', 'new'] as const).find((state) => counts[state] > 0) ?? 'new';
	const from = Number(query.get('from'));
	const { rows, next } = await shownRows(job, show, Number.isSafeInteger(from) && from > 0 ? from : 0, locale);
	return { job, progress, show, rows, next };
}

async function shownRows(job: Pick<ImportJob, 'id' | 'type' | 'forms'>, state: RowState, from: number, locale: Locale) {
	const db = database();
	const { rows, next } = await listRows(db, job.id, state, { from, limit: PAGE });
	const naming = await namingOf(db);
	const columns = new Map(columnsOf(job.type).map((column) => [column.id, column]));
	const ids = rows.flatMap(({ candidates }) => candidates.map(({ id }) => id));
	const known = new Map((await recordsById(db, job.type === 'members' ? 'member' : 'prospect', ids)).map((record) => [record.id, record]));
	const said = (id: string, code: string) => shownCode(columns.get(id) as NonNullable<ReturnType<typeof columns.get>>, code, locale, naming);
	const shown = rows.map((row): ShownRow => ({
		key: rowKey(row),
		line: row.line,
		sheet: job.forms.length > 1 ? (job.forms[row.sheet]?.name ?? null) : null,
		name: row.name,
		recordId: row.recordId,
		issues: row.issues.map((each) => issueMessage(each, locale)),
		changes: row.changes.filter(({ column }) => columns.has(column)).map(({ column, before, after }) => ({ column: columnName(column, locale, job.type), before: said(column, before), after: said(column, after) })),
		candidates: row.candidates.map(({ id, why }) => {
			const record = known.get(id);
			return { id, name: record?.name.zh ?? id, why: issueText[locale].likeness[why], city: record?.city ? said('city', record.city) : '' };
		}),
		decision: row.decision
	}));
	return { rows: shown, next };
}

/** What is wrong with the chosen columns; `detail` is what the message names. */
export type LayoutFault = { readonly wrong: 'missingName' | 'twice' | 'noSheet'; readonly detail: string };

/** Takes the columns as they were chosen, remembers them, and begins to compare. */
export async function checkImport(id: string, form: FormData, locale: Locale): Promise<LayoutFault | null> {
	const job = await jobOf(id);
	const mappings = job.forms.map((sheet, i) => (sheet.headerLines && form.get(`use-${i}`) ? mappingOf(job.type, sheet.columns.map(({ index }) => index), i, form) : null));
	const used = mappings.filter((mapping) => mapping !== null);
	if (used.length === 0) return { wrong: 'noSheet', detail: '' };
	for (const mapping of used) {
		const ids = Object.values(mapping);
		const twice = ids.find((column, i) => ids.indexOf(column) !== i);
		if (twice) return { wrong: 'twice', detail: columnName(twice, locale, job.type) };
		if (!ids.includes('name')) return { wrong: 'missingName', detail: '' };
	}
	const blank = BLANK_MEANS.find((each) => each === form.get('blank')) ?? 'keep';
	const kept = job.forms.filter((_, i) => mappings[i] !== null);
	await rememberLayout(database(), job.type, signatureOf(job.forms), choicesOf(kept, used), now());
	await step(job, ['columns', 'checked', 'interrupted'], 'checking', { layout: { mappings, blank }, message: null });
	return null;
}

function mappingOf(type: ImportType, indexes: readonly number[], sheet: number, form: FormData): Mapping {
	const ids = new Set(columnsOf(type).map(({ id }) => id));
	return Object.fromEntries(indexes.flatMap((index) => {
		const id = form.get(`column-${sheet}-${index}`);
		return typeof id === 'string' && ids.has(id) ? [[index, id]] : [];
	}));
}

/** Takes decisions on possible duplicates (`row-KEY`, and `all` for those left undecided on the page) and compares again. */
export async function decideImport(id: string, form: FormData): Promise<void> {
	const job = await jobOf(id);
	const decisions: Record<string, Decision> = { ...job.decisions };
	const all = form.get('all');
	for (const [name, value] of form) {
		if (!/^row-\d{1,3}:\d{1,7}$/.test(name) || typeof value !== 'string') continue;
		const chosen = value === '' && (all === 'new' || all === 'skip') ? all : value;
		if (isDecision(chosen)) decisions[name.slice(4)] = chosen;
		else delete decisions[name.slice(4)];
	}
	await step(job, ['checked'], 'checking', { decisions });
}

/** Goes back to the choice of columns, or compares again what was interrupted. */
export async function reopenImport(id: string, what: 'columns' | 'check'): Promise<void> {
	const job = await jobOf(id);
	if (!job.hasFile) return;
	if (job.forms.length === 0) {
		const begun = await moveImport(database(), id, ['interrupted'], 'reading', { message: null, finishedAt: null }, RUNNER, now());
		if (begun) await settled(run({ is: 'read', jobId: id, today: today() }));
	} else if (what === 'check') await step(job, ['interrupted', 'checked'], 'checking', { message: null, finishedAt: null });
	else await moveImport(database(), id, ['checked', 'interrupted'], 'columns', { message: null, finishedAt: null });
}

/** Writes what was shown, in one transaction. False: it is being compared again, or written already, and nothing was begun. */
export async function commitImport(id: string, reason: string, locale: Locale): Promise<boolean> {
	const job = await jobOf(id);
	const words = reason.trim() || importText[locale].defaultReason(job.fileName);
	if (!(await moveImport(database(), id, ['checked'], 'committing', { message: null }, RUNNER, now()))) return false;
	await settled(run({ is: 'commit', jobId: id, today: today(), reason: words }));
	return true;
}

/** Ends an import. One that has been written stays written. */
export async function cancelImport(id: string): Promise<void> {
	await jobOf(id);
	await stop(id);
	await moveImport(database(), id, [...AT_WORK, 'columns', 'checked', 'interrupted'], 'cancelled', { finishedAt: now() });
}

async function step(job: ImportJob, from: readonly JobState[], to: 'checking', change: Parameters<typeof moveImport>[4]): Promise<void> {
	if (job.hasFile && (await moveImport(database(), job.id, from, to, change, RUNNER, now()))) await settled(run({ is: 'check', jobId: job.id, today: today() }));
}

/** The file of an import with what is wrong marked in it. Throws 404 where there is nothing to mark. */
export async function importAnswer(id: string): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
	const job = await jobOf(id);
	if (!job.hasFile || !job.counts) error(404, { message: 'no such file' });
	const stem = job.fileName.replace(/\.[a-z]{1,5}$/i, '');
	const bytes = await answer(id, today());
	const isWorkbook = bytes[0] === 0x50 && bytes[1] === 0x4b;
	return { name: `${stem}-${job.locale === 'en' ? 'errors' : '标错'}.${isWorkbook ? 'xlsx' : 'csv'}`, bytes };
}

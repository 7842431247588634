import { createHash } from 'node:crypto';
import { knownOrganisations, membershipOwners, standingById, standingMemberships } from '#db/queries/import-subject.ts';
import type { Db } from '#db/schema.ts';
import { fullPinyin } from '#db/search/pinyin.ts';
import type { Day } from '#domain/day.ts';
import { columnsOf } from '#domain/import/column.ts';
import { isEmptyRow, placedColumns, readRow, type ReadRow } from '#domain/import/draft.ts';
import type { SheetForm } from '#domain/import/header.ts';
import type { ImportJob, Progress } from '#domain/import/job.ts';
import { planMembers } from '#domain/import/member-plan.ts';
import { settle, type Plan } from '#domain/import/plan.ts';
import { planProspects } from '#domain/import/prospect-plan.ts';
import { Register } from '#domain/import/register.ts';
import { countRows, rowKey, type RowCounts } from '#domain/import/result.ts';
import type { Sheet } from '#domain/import/table.ts';
import { sameness } from '#domain/import/text.ts';
import { readingContext, regionPlace, toWgs84 } from './directory.ts';

/** What an import needs to be checked, beside the file's sheets. */
export type Question = Pick<ImportJob, 'type' | 'layout' | 'decisions'> & { readonly forms: readonly SheetForm[]; readonly today: Day };

/** What would become of each row, with the counts, and the plan in short. */
export type Analysis = Plan & { readonly counts: RowCounts; readonly digest: string };

const TOLD_EVERY = 1_000;

/** Compares the sheets of a file with the record. Writes nothing. */
export async function analyse(db: Db, sheets: readonly Sheet[], question: Question, progress: (progress: Progress) => void = () => undefined): Promise<Analysis> {
	const context = await readingContext(db);
	const { rows, blank } = readRows(sheets, question, context, progress);
	const plan = await planOf(db, rows, question);
	const digest = createHash('sha256').update(JSON.stringify(plan.writes)).digest('hex');
	return { ...plan, counts: countRows(plan.results, blank), digest };
}

/** The rows below the headers of the sheets that are read, and how many lines hold nothing. */
export function readRows(
	sheets: readonly Sheet[],
	{ type, layout, forms }: Pick<Question, 'type' | 'layout' | 'forms'>,
	context: Awaited<ReturnType<typeof readingContext>>,
	progress: (progress: Progress) => void = () => undefined
): { readonly rows: ReadRow[]; readonly blank: number } {
	const rows: ReadRow[] = [];
	let lines = 0;
	const of = sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0);
	for (const [i, sheet] of sheets.entries()) {
		const [form, mapping] = [forms[i], layout.mappings[i]];
		if (!form?.headerLines || !mapping) continue;
		const below = form.headerLines[1];
		lines += form.lines;
		const placed = placedColumns(mapping, columnsOf(type));
		const headers = new Map(form.columns.map(({ index, header }) => [index, sameness(header)]));
		const reading = { ...context, since1904: sheet.since1904 };
		for (const row of sheet.rows) {
			if (row.line <= below || isEmptyRow(row, placed, headers)) continue;
			rows.push(readRow(i, row, placed, layout.blank, reading));
			if (rows.length % TOLD_EVERY === 0) progress({ step: 'comparing', done: rows.length, of });
		}
	}
	return { rows, blank: lines - rows.length };
}

async function planOf(db: Db, rows: readonly ReadRow[], { type, decisions, today }: Question): Promise<Plan> {
	const readings = new Map<string, string>();
	const pinyin = (name: string): string => {
		const known = readings.get(name) ?? fullPinyin(name);
		readings.set(name, known);
		return known;
	};
	const register = new Register(await knownOrganisations(db, type === 'members' ? 'member' : 'prospect'), pinyin);
	const ids = new Set<string>();
	for (const row of rows) {
		const settled = settle(register.identify(row.draft), decisions[rowKey(row)] ?? null);
		if (settled.is === 'record') ids.add(settled.id);
	}
	const common = { register, decisions, wantedId: pinyin, pinyin };
	if (type === 'prospects') return planProspects(rows, { ...common, today, prospects: await standingById(db, 'prospect', [...ids]) });
	const named = rows.flatMap(({ draft }) => (draft.get('membershipId') as string | null | undefined) ?? []);
	const memberships = await standingMemberships(db, [...ids]);
	const owners = new Map([...(await membershipOwners(db, named)), ...[...memberships].flatMap(([owner, list]) => list.map(({ record }) => [record.id, owner] as const))]);
	return planMembers(rows, { ...common, members: await standingById(db, 'member', [...ids]), memberships, owners, toWgs84, placeOf: regionPlace });
}

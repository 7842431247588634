import { ANSWER_HEADERS, isAnswerHeader } from '#domain/import/header.ts';
import type { ImportJob } from '#domain/import/job.ts';
import type { RowResult } from '#domain/import/result.ts';
import { rowMessage } from '#lib/i18n/import-issue.ts';

/** What is marked in one sheet: the header of the added column, and by line the words and the columns of cells that are wrong. */
export type SheetMarks = {
	/** Where the answer stands: where an earlier one stood, or after the last column. */
	readonly column: number;
	readonly headerLine: number;
	readonly header: string;
	/** Did an earlier answer stand there? Then what it marked is unmarked. */
	readonly again: boolean;
	readonly rows: ReadonlyMap<number, { readonly text: string; readonly columns: readonly number[] }>;
};

/** What is to be marked in each sheet that is read, by its place among the sheets. */
export function marksOf({ forms, layout, locale }: Pick<ImportJob, 'forms' | 'layout' | 'locale'>, wrong: readonly RowResult[]): Map<number, SheetMarks> {
	const bySheet = Map.groupBy(wrong, ({ sheet }) => sheet);
	const marks = new Map<number, SheetMarks>();
	for (const [i, form] of forms.entries()) {
		const mapping = layout.mappings[i];
		if (!form.headerLines || !mapping) continue;
		const places = new Map(Object.entries(mapping).map(([index, id]) => [id, Number(index)]));
		const former = form.columns.find(({ header }) => isAnswerHeader(header));
		const rows = (bySheet.get(i) ?? []).map((result) => {
			const columns = result.issues.flatMap(({ column }) => (column === null ? [] : (places.get(column) ?? [])));
			const doubtful = result.state === 'duplicate' ? [places.get('name') ?? -1].filter((index) => index >= 0) : [];
			return [result.line, { text: rowMessage(result, locale), columns: [...new Set([...columns, ...doubtful])] }] as const;
		});
		marks.set(i, { column: former?.index ?? form.width, headerLine: form.headerLines[1], header: ANSWER_HEADERS[locale], again: former !== undefined, rows: new Map(rows) });
	}
	return marks;
}

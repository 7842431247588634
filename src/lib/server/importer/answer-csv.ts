import type { ImportJob } from '#domain/import/job.ts';
import type { RowResult } from '#domain/import/result.ts';
import { marksOf } from './answer-mark.ts';
import { csvRows, decodeCsv, harmless, separatorOf } from './csv.ts';

/** A cell as it stands in a CSV file. */
export function csvCell(text: string, separator: string): string {
	return text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The CSV file as it was, with a column that says what is wrong. In UTF-8 with its mark, which every spreadsheet reads. */
export function answerCsv(file: Buffer, job: ImportJob, wrong: readonly RowResult[]): Buffer {
	const { text } = decodeCsv(file);
	const separator = separatorOf(text);
	const marks = marksOf(job, wrong).get(0);
	const lines: string[] = [];
	for (const cells of csvRows(text, separator)) {
		const line = lines.length + 1;
		const row = marks?.rows.get(line);
		const said = line === marks?.headerLine ? marks.header : row ? harmless(row.text) : '';
		const whole = [...cells];
		if (marks && (said !== '' || marks.again) && !(cells.length === 1 && cells[0] === '')) {
			while (whole.length < marks.column) whole.push('');
			whole[marks.column] = said;
		}
		lines.push(whole.map((cell) => csvCell(cell, separator)).join(separator));
	}
	return Buffer.from(`\ufeff${lines.join('\r\n')}\r\n`);
}

import type { Cell, Table } from './table.ts';

/** Excel in China opens UTF-8 only with this mark. */
const BOM = '\ufeff';

/** What a spreadsheet takes for the beginning of a formula, full-width forms and line ends included. */
const FORMULA = /^[\s\u00a0\u3000]*[=+\-@＝＋－＠]|^[\t\r\n]/;

/**
 * A table as CSV by RFC 4180 with a byte order mark. A text that a spreadsheet would take for a formula begins with an
 * apostrophe; numbers stay numbers.
 */
export function toCsv({ columns, rows }: Pick<Table, 'columns' | 'rows'>): string {
	return `${BOM}${[columns.map(({ label }) => label), ...rows].map((row) => `${row.map(written).join(',')}\r\n`).join('')}`;
}

function written(cell: Cell): string {
	if (cell === null) return '';
	if (typeof cell !== 'string') return String(cell);
	const text = harmless(cell);
	return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A text that no spreadsheet calculates. */
export function harmless(text: string): string {
	return FORMULA.test(text) ? `'${text}` : text;
}

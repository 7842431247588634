import { xmlSafe } from '#lib/picture/still/markup.ts';
import type { SheetData } from 'write-excel-file/node';
import writeXlsx from 'write-excel-file/node';
import type { Cell, Table } from './table.ts';

/** A sheet is named in so many characters at most, some of which it may not have. */
const MOST_NAME = 31;
/** What a cell of a workbook holds at most. */
const MOST_TEXT = 32_767;

/** Tables as an Excel workbook, one sheet each, the headings bold and held in view. */
export async function toWorkbook(tables: readonly Table[]): Promise<Buffer> {
	const names = new Set<string>();
	const sheets = tables.map((table) => ({
		sheet: sheetName(table.title, names),
		data: [table.columns.map(({ label }) => ({ value: xmlSafe(label), fontWeight: 'bold' as const })), ...table.rows.map((row) => row.map(cellOf))] satisfies SheetData,
		columns: table.columns.map((_, i) => ({ width: widthOf(table, i) })),
		stickyRowsCount: 1
	}));
	return writeXlsx(sheets).toBuffer();
}

/** Text stays text: what looks like a formula is not one, since its cell says that it is a string. */
function cellOf(cell: Cell) {
	if (cell === null || cell === '') return null;
	if (typeof cell === 'number') return { value: cell, type: Number };
	if (typeof cell === 'boolean') return { value: cell, type: Boolean };
	return { value: xmlSafe(cell).slice(0, MOST_TEXT), type: String };
}

function sheetName(title: string, taken: Set<string>): string {
	const base = xmlSafe(title).replace(/[[\]:*?/\\]/g, ' ').replace(/^'+|'+$/g, '').trim().slice(0, MOST_NAME) || 'Sheet';
	let name = base;
	for (let i = 2; taken.has(name.toLowerCase()); i++) name = `${base.slice(0, MOST_NAME - 3)} ${i}`;
	taken.add(name.toLowerCase());
	return name;
}

/** Wide enough for what stands there, within reason; a Han character takes two. */
function widthOf({ columns, rows }: Table, i: number): number {
	const texts = [columns[i]?.label ?? '', ...rows.slice(0, 200).map((row) => String(row[i] ?? ''))];
	return Math.min(60, Math.max(8, ...texts.map((text) => [...text].reduce((width, letter) => width + (letter >= '\u2e80' ? 2 : 1), 2))));
}

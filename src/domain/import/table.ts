import type { Day } from '../day.ts';

/** A number that its cell shows as a date, and how much of the date it shows. */
export type DateCell = { readonly day: Day; readonly shows: 'day' | 'month' | 'year' };

/** A cell that holds no value: a formula's error (`#NAME?`), or what keeps it from being read. */
export type FaultCell = { readonly fault: 'error' | 'formula' | 'too_long'; readonly text: string };

/** What a cell holds; null: nothing. */
export type Cell = string | number | boolean | null | DateCell | FaultCell;

/** One row that holds something: its number in the sheet, from 1, and its cells from the first column on. */
export type SheetRow = { readonly line: number; readonly cells: readonly Cell[] };

/** One sheet of a workbook, or a whole CSV file. */
export type Sheet = {
	readonly name: string;
	readonly rows: readonly SheetRow[];
	/** Are unformatted numbers that stand for days counted from 1904 (old Excel for Mac)? */
	readonly since1904: boolean;
};

/** The limits of what is read. */
export const MOST_ROWS = 50_000;
/** Title rows, headers and the like that a sheet may have beside its `MOST_ROWS`. */
export const MOST_ROWS_BESIDE = 200;
export const MOST_COLUMNS = 300;
export const MOST_SHEETS = 30;
/** Characters of one cell: the limit of Excel itself. */
export const MOST_CHARACTERS = 32_767;
export const MOST_FILE_BYTES = 24_000_000;

/** Why a file is not read at all. */
export const REFUSALS = [
	'empty_file',
	'too_large',
	'old_xls',
	'encrypted',
	'image',
	'pdf',
	'other_zip',
	'other_office',
	'not_a_table',
	'damaged',
	'bomb',
	'unsafe_name',
	'dtd',
	'too_many_sheets',
	'too_many_rows',
	'too_many_columns',
	'no_rows',
	'no_header'
] as const;
export type RefusalCode = (typeof REFUSALS)[number];

export function isDateCell(cell: Cell): cell is DateCell {
	return typeof cell === 'object' && cell !== null && 'day' in cell;
}

export function isFaultCell(cell: Cell): cell is FaultCell {
	return typeof cell === 'object' && cell !== null && 'fault' in cell;
}

/** Does the cell hold nothing but blanks? */
export function isBlank(cell: Cell | undefined): boolean {
	return cell === null || cell === undefined || (typeof cell === 'string' && !/[^\s\u200b\ufeff]/.test(cell));
}

/** The cell as a person reads it. */
export function cellText(cell: Cell | undefined): string {
	if (cell === null || cell === undefined) return '';
	if (isDateCell(cell)) return cell.day.slice(0, { day: 10, month: 7, year: 4 }[cell.shows]);
	return isFaultCell(cell) ? cell.text : String(cell);
}

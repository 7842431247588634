import type { Bilingual, Locale } from '#domain/locale.ts';
import { columnLabel, type ColumnCode } from '#lib/i18n/column.ts';

/** What stands in a cell of a table that leaves the site. */
export type Cell = string | number | boolean | null;

/** How a table is worded: in a language, or all by code. */
export type Wording = { readonly locale: Locale; readonly codes: boolean };

/** One column of rows of a kind: its code, the value, and the value in words where a code would say little. */
export type Column<Row> = { readonly code: ColumnCode; readonly value: (row: Row) => Cell; readonly said?: (row: Row, locale: Locale) => Cell };

/** A table as plain data: `name` is its code; headings and cells are worded already. */
export type Table = {
	readonly name: string;
	readonly title: string;
	readonly columns: readonly { readonly code: ColumnCode; readonly label: string }[];
	readonly rows: readonly (readonly Cell[])[];
};

/** Rows as a table. */
export function tableOf<Row>(name: string, title: string, columns: readonly Column<Row>[], rows: readonly Row[], { locale, codes }: Wording): Table {
	return {
		name,
		title,
		columns: columns.map(({ code }) => ({ code, label: codes ? code : columnLabel(code, locale) })),
		rows: rows.map((row) => columns.map(({ value, said }) => (codes || !said ? value(row) : said(row, locale))))
	};
}

/** The rows of a table as objects by column code. */
export function toObjects({ columns, rows }: Table): Record<string, Cell>[] {
	return rows.map((row) => Object.fromEntries(columns.map(({ code }, i) => [code, row[i] ?? null])));
}

/** A text in both languages as two columns. */
export function bilingualColumns<Row>(zh: ColumnCode, en: ColumnCode, of: (row: Row) => Bilingual | null): Column<Row>[] {
	return [
		{ code: zh, value: (row) => of(row)?.zh ?? null },
		{ code: en, value: (row) => of(row)?.en ?? null }
	];
}

/** Several values in one cell. */
export function joined(values: readonly string[]): string {
	return values.join('; ');
}

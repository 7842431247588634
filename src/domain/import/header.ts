import { columnsOf, type ImportType } from './column.ts';
import { cellText, isBlank, type Sheet } from './table.ts';
import { clean, sameness } from './text.ts';

/** The headers of the column that the answer to an import adds; it is never read. */
export const ANSWER_HEADERS = { 'zh-CN': '错误', en: 'Errors' } as const;

/** One column of a sheet: its header as it is written, and the first values below it. */
export type SheetColumn = { readonly index: number; readonly header: string; readonly samples: readonly string[] };

/** What a sheet looks like: where its header lies, and what stands in its columns. */
export type SheetForm = {
	readonly name: string;
	/** Lines of the header; null where none was found. */
	readonly headerLines: readonly [first: number, last: number] | null;
	readonly columns: readonly SheetColumn[];
	/** Rows below the header that hold anything, and lines from the header to the last of them. */
	readonly rows: number;
	readonly lines: number;
	/** Columns up to the last that holds anything. */
	readonly width: number;
};

/** For each column of a sheet by index, the column of the import that it fills. */
export type Mapping = Readonly<Record<number, string>>;

/** The header may stand so far below the top. */
const SEARCHED = 40;
const SAMPLES = 3;

const known = new Map<ImportType, ReadonlyMap<string, string>>();

/** The column of an import that a header names; null where it is none. What stands in brackets or after a line break may be left out. */
export function columnOfHeader(type: ImportType, header: string): string | null {
	const names = namesOf(type);
	const whole = clean(header).replace(/[*★]/g, '');
	const shorter = whole.replace(/[([【].*?[)\]】]/g, '').replace(/[:：].*$/, '');
	return names.get(sameness(whole)) ?? names.get(sameness(shorter)) ?? null;
}

function namesOf(type: ImportType): ReadonlyMap<string, string> {
	const found = known.get(type) ?? new Map(columnsOf(type).flatMap(({ id, zh, en, also }) => [zh, en, ...also].map((name) => [sameness(name), id] as const)).reverse());
	known.set(type, found);
	return found;
}

/** Is this the column that the answer to an earlier import added? */
export function isAnswerHeader(header: string): boolean {
	return Object.values(ANSWER_HEADERS).some((text) => sameness(text) === sameness(header));
}

/** Finds the header of a sheet, which may span two rows, and what its columns hold. */
export function formOf(sheet: Sheet, type: ImportType): SheetForm {
	const { name, rows } = sheet;
	const best = headerOf(sheet, type);
	const width = rows.reduce((widest, { cells }) => Math.max(widest, cells.length), 0);
	if (!best) return { name, headerLines: null, columns: [], rows: rows.length, lines: rows.at(-1)?.line ?? 0, width };
	const below = rows.slice(best.last + 1);
	const columns = best.headers.flatMap((header, index) => {
		const values = below.slice(0, 200).map((row) => row.cells[index]);
		const samples = [...new Set(values.filter((cell) => !isBlank(cell)).map(cellText))].slice(0, SAMPLES);
		return header === '' && samples.length === 0 ? [] : [{ index, header, samples: samples.map((text) => text.slice(0, 60)) }];
	});
	const headerLines = [rows[best.first]!.line, rows[best.last]!.line] as const;
	return { name, headerLines, columns, rows: below.length, lines: (rows.at(-1)?.line ?? headerLines[1]) - headerLines[1], width };
}

type Header = { readonly first: number; readonly last: number; readonly headers: readonly string[] };

function headerOf({ rows }: Sheet, type: ImportType): Header | null {
	let best: (Header & { readonly score: number }) | null = null;
	const consider = (first: number, last: number, headers: readonly string[]) => {
		const found = new Set(headers.map((header) => columnOfHeader(type, header)).filter((id) => id !== null));
		const score = found.size + (found.has('name') ? 2 : 0);
		if (found.size >= 2 && (!best || score > best.score)) best = { first, last, headers, score };
	};
	for (let i = 0; i < Math.min(rows.length, SEARCHED); i++) {
		const upper = rows[i]!.cells.map((cell) => cellText(cell).slice(0, 200));
		consider(i, i, upper);
		const next = rows[i + 1];
		if (!next || next.line !== rows[i]!.line + 1) continue;
		const lower = next.cells.map((cell) => cellText(cell).slice(0, 200));
		const both = Array.from({ length: Math.max(upper.length, lower.length) }, (_, index) => lowerWins(type, upper[index] ?? '', lower[index] ?? ''));
		// Two rows only where the lower one adds headers of its own, and is no row of values.
		if (lower.filter((header) => columnOfHeader(type, header) !== null).length >= 1) consider(i, i + 1, both);
	}
	return best;
}

function lowerWins(type: ImportType, upper: string, lower: string): string {
	return lower !== '' && (columnOfHeader(type, lower) !== null || columnOfHeader(type, upper) === null) ? lower : upper;
}

/** The columns as their headers name them, each once; what was chosen before for the same header goes first. */
export function recognise(form: SheetForm, type: ImportType, remembered: Readonly<Record<string, string>> = {}): Mapping {
	const ids = new Set(columnsOf(type).map(({ id }) => id));
	const taken = new Set<string>();
	const mapping: Record<number, string> = {};
	const take = (index: number, id: string | null | undefined) => {
		if (!id || !ids.has(id) || taken.has(id) || index in mapping) return;
		taken.add(id);
		mapping[index] = id;
	};
	for (const { index, header } of form.columns) take(index, remembered[sameness(header)]);
	for (const { index, header } of form.columns) if (!(sameness(header) in remembered)) take(index, columnOfHeader(type, header));
	return mapping;
}

/** What tells one layout of headers from another, whatever their order. */
export function signatureOf(forms: readonly SheetForm[]): string {
	const headers = forms.flatMap(({ columns }) => columns.map(({ header }) => sameness(header))).filter(Boolean);
	return [...new Set(headers)].sort().join('|').slice(0, 2000);
}

/** A layout's choices by header, for the next time: an empty text where a header is to be left out. */
export function choicesOf(forms: readonly SheetForm[], mappings: readonly Mapping[]): Record<string, string> {
	return Object.fromEntries(forms.flatMap(({ columns }, i) => columns.filter(({ header }) => header !== '').map(({ index, header }) => [sameness(header), mappings[i]?.[index] ?? ''])));
}

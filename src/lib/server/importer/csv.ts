import { MOST_CHARACTERS, MOST_COLUMNS, MOST_ROWS, MOST_ROWS_BESIDE, isBlank, type Cell, type Sheet, type SheetRow } from '#domain/import/table.ts';
import { UnreadableFile } from './refusal.ts';

/** How a CSV file is written, so that the answer can be written the same way. */
export type CsvForm = { readonly encoding: 'utf-8' | 'utf-16le' | 'gb18030'; readonly mark: boolean; readonly separator: string };

/** The text of a CSV file in UTF-8, UTF-16 (with its mark) or GB18030. Throws `UnreadableFile` for bytes that are no text. */
export function decodeCsv(bytes: Buffer): { text: string } & Omit<CsvForm, 'separator'> {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: bytes.toString('utf16le', 2), encoding: 'utf-16le', mark: true };
	if (bytes.includes(0)) throw new UnreadableFile('not_a_table');
	const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
	for (const encoding of ['utf-8', 'gb18030'] as const)
		try {
			return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding, mark };
		} catch (error) {
			if (!(error instanceof TypeError)) throw error;
		}
	throw new UnreadableFile('not_a_table');
}

/** The sign between the cells: the one of comma, semicolon and tab that parts the first lines most. */
export function separatorOf(text: string): string {
	const declared = /^sep=(.)\r?\n/i.exec(text)?.[1];
	if (declared) return declared;
	const head = text.slice(0, 10_000).replace(/"[^"]*"/g, '');
	const counts = [',', '\t', ';'].map((sign) => [sign, head.split(sign).length] as const);
	return counts.reduce((best, each) => (each[1] > best[1] ? each : best))[0];
}

/** Reads a CSV file as one sheet. Throws `UnreadableFile`. */
export function readCsv(bytes: Buffer, name: string): Sheet & { readonly form: CsvForm } {
	const { text, encoding, mark } = decodeCsv(bytes);
	const separator = separatorOf(text);
	const rows: SheetRow[] = [];
	let line = 0;
	for (const cells of csvRows(text, separator)) {
		line++;
		if (line === 1 && /^sep=/i.test(cells[0] ?? '') && cells.join(separator).length === 5) continue;
		if (cells.length > MOST_COLUMNS && cells.slice(MOST_COLUMNS).some((cell) => !isBlank(cell))) throw new UnreadableFile('too_many_columns', name);
		const read = cells.slice(0, MOST_COLUMNS).map(cellOf);
		if (read.every(isBlank)) continue;
		rows.push({ line, cells: read });
		if (rows.length > MOST_ROWS + MOST_ROWS_BESIDE) throw new UnreadableFile('too_many_rows', name);
	}
	return { name, rows, since1904: false, form: { encoding, mark, separator } };
}

/** What a text of a CSV cell stands for. A formula has no result here; `="00123"` is how Excel is made to keep a text. */
function cellOf(text: string): Cell {
	if (text.length > MOST_CHARACTERS) return { fault: 'too_long', text: text.slice(0, 40) };
	const kept = /^="([^"]*)"$/.exec(text)?.[1];
	if (kept !== undefined) return kept;
	if (/^=./.test(text)) return { fault: 'formula', text };
	if (/^#(NAME\?|REF!|VALUE!|DIV\/0!|N\/A|NUM!|NULL!)$/.test(text)) return { fault: 'error', text };
	return isBlank(text) ? null : harmlessRead(text);
}

/** A text that a spreadsheet might run as a formula, kept from it by an apostrophe. */
export function harmless(text: string): string {
	return /^['=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

/** The text that `harmless` was given. */
export function harmlessRead(text: string): string {
	return /^'['=+\-@\t\r]/.test(text) ? text.slice(1) : text;
}

/** The cells of each line; a line break within quotes belongs to its cell. What stands wrongly in quotes is taken as text. */
export function* csvRows(text: string, separator: string): Generator<string[]> {
	let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
	let cells: string[] = [];
	while (at < text.length) {
		let cell: string;
		if (text[at] === '"') {
			[cell, at] = quoted(text, at);
			const end = plainEnd(text, at, separator);
			cell += text.slice(at, end);
			at = end;
		} else {
			const end = plainEnd(text, at, separator);
			cell = text.slice(at, end);
			at = end;
		}
		cells.push(cell);
		if (cells.length > 100_000) throw new UnreadableFile('too_many_columns');
		const sign = text[at];
		if (sign === separator) {
			at++;
			if (at === text.length) cells.push('');
			else continue;
		}
		if (sign === '\r' && text[at + 1] === '\n') at++;
		at++;
		yield cells;
		cells = [];
	}
}

function plainEnd(text: string, from: number, separator: string): number {
	let at = from;
	const sign = separator.charCodeAt(0);
	for (; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code === sign || code === 10 || code === 13) break;
	}
	return at;
}

/** The text within quotes that open at `from`, and where it ends. */
function quoted(text: string, from: number): [string, number] {
	let cell = '';
	for (let at = from + 1; ; ) {
		const end = text.indexOf('"', at);
		if (end < 0) return [cell + text.slice(at), text.length];
		cell += text.slice(at, end);
		if (text[end + 1] !== '"') return [cell, end + 1];
		cell += '"';
		at = end + 2;
	}
}

import { dayOfSerial } from '#domain/import/serial.ts';
import { isBlank, MOST_CHARACTERS, MOST_COLUMNS, MOST_ROWS, MOST_ROWS_BESIDE, type Cell, type SheetRow } from '#domain/import/table.ts';
import { UnreadableFile } from './refusal.ts';
import { unescaped } from './workbook-parts.ts';
import { attribute, type XmlHandler } from './xml.ts';

/** What cells refer to. */
export type SheetContext = {
	readonly strings: readonly string[];
	readonly dates: readonly (('day' | 'month' | 'year') | null)[];
	readonly since1904: boolean;
	readonly name: string;
	/** Told now and then how many rows have been read. */
	readonly progress?: (rows: number) => void;
};

type Merge = { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };

const MOST_MERGES = 20_000;

/** Column and row of a reference such as `AB12`, from 0 and 1; -1 and 0 for what is none. */
export function readReference(reference: string): { column: number; line: number } {
	let column = 0;
	let at = 0;
	for (; at < reference.length; at++) {
		const code = reference.charCodeAt(at);
		const letter = code >= 97 ? code - 96 : code - 64;
		if (letter < 1 || letter > 26) break;
		if (at > 6) return { column: -1, line: 0 };
		column = column * 26 + letter;
	}
	const line = Number(reference.slice(at));
	return { column: column - 1, line: Number.isSafeInteger(line) && line > 0 ? line : 0 };
}

/** The letters of a column, from 0: `A`, `AB`. */
export function columnLetters(column: number): string {
	let letters = '';
	for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26)) letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
	return letters;
}

/** Collects the rows of a worksheet's XML. Rows without content are left out; merged cells hold their value in each row. */
export class SheetReader implements XmlHandler {
	readonly #context: SheetContext;
	readonly #rows: SheetRow[] = [];
	readonly #merges: Merge[] = [];
	#line = 0;
	#cells: Cell[] = [];
	#filled = false;
	#column = -1;
	#type = 'n';
	#style = 0;
	#formula = false;
	#value: string | null = null;
	#collecting = false;
	#reading = false;
	#sheet = false;

	constructor(context: SheetContext) {
		this.#context = context;
	}

	open(name: string, attributes: string): void {
		switch (name) {
			case 'c': {
				const reference = attribute(attributes, 'r');
				this.#column = reference === null ? this.#column + 1 : readReference(reference).column;
				this.#type = attribute(attributes, 't') ?? 'n';
				this.#style = Number(attribute(attributes, 's') ?? 0);
				this.#formula = false;
				this.#value = null;
				return;
			}
			case 'v':
				this.#collecting = true;
				return;
			case 't':
				this.#collecting = !this.#reading && this.#type === 'inlineStr';
				return;
			case 'f':
				this.#formula = true;
				return;
			case 'row': {
				const line = Number(attribute(attributes, 'r') ?? this.#line + 1);
				if (!Number.isSafeInteger(line) || line <= this.#line || line > 2_000_000) throw new UnreadableFile('damaged');
				this.#line = line;
				this.#cells = [];
				this.#filled = false;
				this.#column = -1;
				return;
			}
			case 'rPh':
				this.#reading = true;
				return;
			case 'worksheet':
				this.#sheet = true;
				return;
			case 'mergeCell':
				this.#merge(attribute(attributes, 'ref') ?? '');
		}
	}

	text(text: string): void {
		if (!this.#collecting) return;
		this.#value = this.#value === null ? text : this.#value + text;
	}

	close(name: string): void {
		switch (name) {
			case 'v':
			case 't':
				this.#collecting = false;
				return;
			case 'rPh':
				this.#reading = false;
				return;
			case 'c': {
				const cell = this.#cell();
				if (isBlank(cell)) return;
				if (this.#column < 0 || this.#column >= MOST_COLUMNS) throw new UnreadableFile('too_many_columns', this.#context.name);
				while (this.#cells.length < this.#column) this.#cells.push(null);
				this.#cells[this.#column] = cell;
				this.#filled = true;
				return;
			}
			case 'row':
				if (!this.#filled) return;
				this.#rows.push({ line: this.#line, cells: this.#cells });
				if (this.#rows.length > MOST_ROWS + MOST_ROWS_BESIDE) throw new UnreadableFile('too_many_rows', this.#context.name);
				if (this.#rows.length % 1000 === 0) this.#context.progress?.(this.#rows.length);
		}
	}

	/** The rows in their order. Throws `UnreadableFile` where the part was no worksheet. */
	rows(): SheetRow[] {
		if (!this.#sheet) throw new UnreadableFile('damaged');
		return spread(this.#rows, this.#merges);
	}

	#merge(reference: string): void {
		const [from = '', to = ''] = reference.split(':');
		const [first, last] = [readReference(from), readReference(to)];
		if (first.line > 0 && last.line > first.line - 1 && first.column >= 0 && this.#merges.length < MOST_MERGES)
			this.#merges.push({ top: first.line, bottom: last.line, left: first.column, right: last.column });
	}

	#cell(): Cell {
		const value = this.#value;
		if (value === null || value === '') return this.#formula && this.#type !== 'str' ? { fault: 'formula', text: '' } : null;
		if (value.length > MOST_CHARACTERS) return { fault: 'too_long', text: value.slice(0, 40) };
		switch (this.#type) {
			case 's':
				return this.#shared(Number(value));
			case 'inlineStr':
			case 'str':
				return unescaped(value);
			case 'b':
				return value.trim() === '1';
			case 'e':
				return { fault: 'error', text: value };
			case 'd':
				return value.slice(0, 10);
		}
		const number = Number(value);
		if (!Number.isFinite(number)) return value;
		const shows = this.#context.dates[this.#style] ?? null;
		const day = shows === null ? null : dayOfSerial(number, this.#context.since1904);
		return day === null || shows === null ? number : { day, shows: shows === 'day' || !day.endsWith('-01') ? 'day' : shows };
	}

	#shared(index: number): Cell {
		const text = this.#context.strings[index];
		if (text === undefined) throw new UnreadableFile('damaged');
		return text.length > MOST_CHARACTERS ? { fault: 'too_long', text: text.slice(0, 40) } : text;
	}
}

/** Gives the rows that a merged cell spans its value in their first column of it, the top row in every column of it. */
function spread(rows: readonly SheetRow[], merges: readonly Merge[]): SheetRow[] {
	if (merges.length === 0) return [...rows];
	const at = new Map(rows.map((row, i) => [row.line, i]));
	const result = rows.map(({ line, cells }) => ({ line, cells: [...cells] }));
	for (const { top, bottom, left, right } of merges) {
		const master = result[at.get(top) ?? -1]?.cells[left];
		if (master === undefined || isBlank(master)) continue;
		for (let line = top; line <= Math.min(bottom, top + MOST_ROWS); line++) {
			const row = result[at.get(line) ?? -1];
			const last = line === top ? Math.min(right, MOST_COLUMNS - 1) : left;
			for (let column = left; row && column <= last; column++) {
				while (row.cells.length < column) row.cells.push(null);
				if (isBlank(row.cells[column])) row.cells[column] = master;
			}
		}
	}
	return result;
}

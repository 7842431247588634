import type { ImportJob } from '#domain/import/job.ts';
import type { RowResult } from '#domain/import/result.ts';
import { marksOf, type SheetMarks } from './answer-mark.ts';
import { MarkedStyles } from './answer-style.ts';
import { columnLetters, readReference } from './sheet-reader.ts';
import { textOf } from './text.ts';
import { readWorkbookParts, type Archive } from './workbook-parts.ts';
import { attribute, encoded } from './xml.ts';
import { Budget, packedBytes, readDirectory, type ZipEntry } from './zip.ts';
import { packed, packedStream, writeZip, type PackedFile } from './zip-writer.ts';

const MOST_UNPACKED = 640_000_000;

/** The workbook as it was, every sheet and style of it, with a column that says what is wrong and the wrong cells coloured. */
export async function answerWorkbook(file: Buffer, job: ImportJob, wrong: readonly RowResult[]): Promise<Buffer> {
	const archive: Archive = { bytes: file, entries: readDirectory(file), budget: new Budget(MOST_UNPACKED) };
	const parts = await readWorkbookParts(archive);
	const marks = marksOf(job, wrong);
	const bySheet = new Map(job.forms.flatMap(({ name }, i) => {
		const entry = parts.sheets.find((sheet) => sheet.name === name)?.entry;
		const own = marks.get(i);
		return entry && own ? [[entry.name, own] as const] : [];
	}));
	const styles = new MarkedStyles(parts.styles ? await whole(archive, parts.styles) : null);
	const changed = new Map<string, PackedFile>();
	for (const [name, own] of bySheet) changed.set(name, await packedStream(name, markedSheet(archive, archive.entries.get(name) as ZipEntry, own, styles)));
	if (parts.styles) changed.set(parts.styles.name, packed(parts.styles.name, styles.written()));
	const files = [...archive.entries.values()].filter(({ name }) => !name.endsWith('/')).map((entry) => changed.get(entry.name) ?? copied(file, entry));
	return writeZip(files);
}

function copied(file: Buffer, entry: ZipEntry): PackedFile {
	return { name: entry.name, method: entry.method === 0 ? 0 : 8, crc: entry.crc, size: entry.size, packed: packedBytes(file, entry) };
}

async function whole(archive: Archive, entry: ZipEntry): Promise<string> {
	let text = '';
	for await (const piece of textOf(archive.bytes, entry, archive.budget)) text += piece;
	return text;
}

const ROW = /<((?:\w+:)?)row\b([^>]*?)(\/?)>/g;

/** The sheet's XML with its marks, row by row. */
async function* markedSheet(archive: Archive, entry: ZipEntry, marks: SheetMarks, styles: MarkedStyles): AsyncGenerator<string> {
	let rest = '';
	let line = 0;
	let first = true;
	for await (const piece of textOf(archive.bytes, entry, archive.budget)) {
		rest += piece;
		if (first) {
			// What is before the rows arrives with the first of them.
			if (!/<(?:\w+:)?sheetData\b/.test(rest)) continue;
			rest = rest.replace(/<(?:\w+:)?dimension\b[^>]*?\/>/, '');
			first = false;
		}
		let out = '';
		let at = 0;
		ROW.lastIndex = 0;
		for (let match = ROW.exec(rest); match; match = ROW.exec(rest)) {
			const [tag, prefix = '', attributes = '', closed] = match;
			const close = `</${prefix}row>`;
			const end = closed ? match.index + tag.length : rest.indexOf(close, match.index);
			if (end < 0) break;
			const inner = closed ? '' : rest.slice(match.index + tag.length, end);
			const after = closed ? end : end + close.length;
			line = Number(attribute(attributes, 'r') ?? line + 1);
			out += rest.slice(at, match.index);
			const row = marks.rows.get(line);
			const isMarked = row !== undefined || line === marks.headerLine || (marks.again && line > marks.headerLine);
			out += isMarked ? markedRow({ prefix, attributes, inner, line }, marks, styles) : rest.slice(match.index, after);
			at = after;
			ROW.lastIndex = after;
		}
		// A row that has begun waits for its end.
		const begun = rest.lastIndexOf('<');
		const open = lastOpenRow(rest, at);
		const keep = open >= 0 ? open : Math.max(at, begun);
		yield out + rest.slice(at, keep);
		rest = rest.slice(keep);
	}
	yield rest;
}

function lastOpenRow(text: string, from: number): number {
	const found = /<(?:\w+:)?row\b/.exec(text.slice(from));
	return found ? from + found.index : -1;
}

type RawRow = { readonly prefix: string; readonly attributes: string; readonly inner: string; readonly line: number };

function markedRow({ prefix, attributes, inner, line }: RawRow, marks: SheetMarks, styles: MarkedStyles): string {
	const cells = new Map<number, string>();
	let column = -1;
	for (const [, , own = '', , content] of inner.matchAll(/<((?:\w+:)?)c\b([^>]*?)(\/>|>([\s\S]*?)<\/\1c>)/g)) {
		const reference = attribute(own, 'r');
		column = reference === null ? column + 1 : readReference(reference).column;
		const style = Number(attribute(own, 's') ?? 0);
		const plain = marks.again ? styles.unmarked(style) : style;
		const rest = `${own.replace(/\s(?:r|s)\s*=\s*(?:"[^"]*"|'[^']*')/g, '')} s="${plain}"`;
		cells.set(column, `<${prefix}c r="${columnLetters(column)}${line}"${rest}${content === undefined ? '/>' : `>${content}</${prefix}c>`}`);
	}
	const row = marks.rows.get(line);
	for (const index of row?.columns ?? []) {
		const cell = cells.get(index) ?? `<${prefix}c r="${columnLetters(index)}${line}" s="0"/>`;
		cells.set(index, cell.replace(/ s="(\d+)"/, (_, style: string) => ` s="${styles.marked(Number(style))}"`));
	}
	const said = line === marks.headerLine ? marks.header : (row?.text ?? '');
	const reference = `${columnLetters(marks.column)}${line}`;
	if (said === '') cells.delete(marks.column);
	else
		cells.set(
			marks.column,
			`<${prefix}c r="${reference}" s="${line === marks.headerLine ? 0 : styles.marked(0)}" t="inlineStr"><${prefix}is><${prefix}t xml:space="preserve">${encoded(said)}</${prefix}t></${prefix}is></${prefix}c>`
		);
	const sorted = [...cells].sort(([a], [b]) => a - b).map(([, cell]) => cell);
	return `<${prefix}row${attributes.replace(/\sspans\s*=\s*(?:"[^"]*"|'[^']*')/, '')}>${sorted.join('')}</${prefix}row>`;
}

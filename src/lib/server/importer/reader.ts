import { MOST_FILE_BYTES, MOST_ROWS, MOST_ROWS_BESIDE, type Sheet } from '#domain/import/table.ts';
import { readCsv } from './csv.ts';
import { UnreadableFile } from './refusal.ts';
import { SheetReader } from './sheet-reader.ts';
import { scanPart } from './text.ts';
import { readDateStyles, readStrings, readWorkbookParts } from './workbook-parts.ts';
import { Budget, readDirectory } from './zip.ts';

/** What may come out of an archive in all. 50,000 rows of thirty columns are about a third of it. */
const MOST_UNPACKED = 320_000_000;

export type ReadOptions = { readonly name: string; readonly progress?: (rows: number) => void };

const STARTS: readonly (readonly [readonly number[], 'image' | 'pdf' | 'other_zip' | 'not_a_table'])[] = [
	[[0x89, 0x50, 0x4e, 0x47], 'image'],
	[[0xff, 0xd8, 0xff], 'image'],
	[[0x47, 0x49, 0x46, 0x38], 'image'],
	[[0x42, 0x4d], 'image'],
	[[0x52, 0x49, 0x46, 0x46], 'image'],
	[[0x25, 0x50, 0x44, 0x46], 'pdf'],
	[[0x52, 0x61, 0x72, 0x21], 'other_zip'],
	[[0x37, 0x7a, 0xbc, 0xaf], 'other_zip'],
	[[0x1f, 0x8b], 'other_zip'],
	[[0x7f, 0x45, 0x4c, 0x46], 'not_a_table'],
	[[0x4d, 0x5a], 'not_a_table']
];

/** Is it a workbook (and not, as far as its first bytes tell, text)? */
export function isZip(bytes: Buffer): boolean {
	return bytes.length > 3 && bytes.readUInt32LE(0) === 0x04034b50;
}

/**
 * Reads a workbook (.xlsx) or a CSV file by what it holds, whatever its name says: the visible sheets that hold
 * anything. Takes a bounded amount of memory and of time for any bytes. Throws `UnreadableFile`.
 */
export async function readTable(bytes: Buffer, { name, progress }: ReadOptions): Promise<Sheet[]> {
	if (bytes.length === 0) throw new UnreadableFile('empty_file');
	if (bytes.length > MOST_FILE_BYTES) throw new UnreadableFile('too_large');
	const sheets = isZip(bytes) ? await readWorkbook(bytes, progress) : [readText(bytes, name)];
	const filled = sheets.filter(({ rows }) => rows.length > 0);
	if (filled.length === 0) throw new UnreadableFile('no_rows');
	const rows = filled.reduce((sum, sheet) => sum + sheet.rows.length, 0);
	if (rows > MOST_ROWS + MOST_ROWS_BESIDE) throw new UnreadableFile('too_many_rows');
	return filled;
}

function readText(bytes: Buffer, name: string): Sheet {
	if (bytes.length > 7 && bytes.readUInt32BE(0) === 0xd0cf11e0) throw new UnreadableFile(isLocked(bytes) ? 'encrypted' : 'old_xls');
	const start = STARTS.find(([signature]) => signature.every((byte, i) => bytes[i] === byte));
	if (start) throw new UnreadableFile(start[1]);
	const { rows, since1904 } = readCsv(bytes, name);
	return { name, rows, since1904 };
}

/** A workbook under a password is an OLE file that holds a part of this name, in UTF-16. */
function isLocked(bytes: Buffer): boolean {
	return bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'));
}

async function readWorkbook(bytes: Buffer, progress: ReadOptions['progress']): Promise<Sheet[]> {
	const archive = { bytes, entries: readDirectory(bytes), budget: new Budget(MOST_UNPACKED) };
	const parts = await readWorkbookParts(archive);
	const strings = await readStrings(archive, parts.strings);
	const dates = await readDateStyles(archive, parts.styles);
	const sheets: Sheet[] = [];
	let before = 0;
	for (const { name, entry } of parts.sheets) {
		const earlier = before;
		const reader = new SheetReader({ strings, dates, since1904: parts.since1904, name, progress: (rows) => progress?.(earlier + rows) });
		await scanPart(bytes, entry, archive.budget, reader);
		const rows = reader.rows();
		before += rows.length;
		sheets.push({ name, rows, since1904: parts.since1904 });
	}
	return sheets;
}

import { MOST_SHEETS } from '#domain/import/table.ts';
import { shownByNumber, shownDate } from '#domain/import/serial.ts';
import { UnreadableFile } from './refusal.ts';
import { scanPart } from './text.ts';
import { attribute, type XmlHandler } from './xml.ts';
import type { Budget, ZipEntry } from './zip.ts';

/** An archive that is being read: its bytes, its files, and what may still come out of it. */
export type Archive = { readonly bytes: Buffer; readonly entries: ReadonlyMap<string, ZipEntry>; readonly budget: Budget };

/** What a workbook says of itself: its visible sheets in order with the part that holds each. */
export type WorkbookParts = {
	readonly sheets: readonly { readonly name: string; readonly entry: ZipEntry }[];
	readonly since1904: boolean;
	readonly strings: ZipEntry | null;
	readonly styles: ZipEntry | null;
};

const MOST_STRINGS = 2_000_000;

/** The part of this path, whatever the case and direction of its slashes. */
export function partOf({ entries }: Archive, path: string): ZipEntry | null {
	const wanted = path.replace(/\\/g, '/').replace(/^\//, '').toLowerCase();
	return entries.get(path) ?? [...entries.values()].find(({ name }) => name.replace(/\\/g, '/').toLowerCase() === wanted) ?? null;
}

/** Reads the workbook and its relations. Throws `UnreadableFile`. */
export async function readWorkbookParts(archive: Archive): Promise<WorkbookParts> {
	const root = await relations(archive, '_rels/.rels', '');
	const path = [...root.values()].find(({ type }) => type.endsWith('/officeDocument'))?.target ?? 'xl/workbook.xml';
	const workbook = partOf(archive, path);
	if (!workbook || !/\.xml$/i.test(path)) throw new UnreadableFile(archive.entries.has('word/document.xml') || archive.entries.has('ppt/presentation.xml') ? 'other_office' : 'other_zip');
	const folder = path.slice(0, path.lastIndexOf('/') + 1);
	const named = await relations(archive, `${folder}_rels/${path.slice(folder.length)}.rels`, folder);
	const found: { name: string; id: string; hidden: boolean }[] = [];
	let since1904 = false;
	let isWorkbook = false;
	await scanPart(archive.bytes, workbook, archive.budget, {
		open(name, attributes) {
			if (name === 'workbook') isWorkbook = true;
			if (name === 'workbookPr') since1904 = ['1', 'true'].includes(attribute(attributes, 'date1904') ?? '');
			if (name !== 'sheet') return;
			const id = /\s[\w]+:id\s*=\s*["']([^"']*)["']/.exec(attributes)?.[1] ?? '';
			found.push({ name: attribute(attributes, 'name') ?? '', id, hidden: /hidden/i.test(attribute(attributes, 'state') ?? '') });
		},
		close() {},
		text() {}
	});
	if (!isWorkbook) throw new UnreadableFile('other_office');
	if (found.length > MOST_SHEETS) throw new UnreadableFile('too_many_sheets', String(found.length));
	const sheets = found
		.filter(({ hidden }) => !hidden)
		.flatMap(({ name, id }) => {
			const relation = named.get(id);
			const entry = relation?.type.endsWith('/worksheet') ? partOf(archive, relation.target) : null;
			return entry ? [{ name, entry }] : [];
		});
	const one = (type: string) => {
		const relation = [...named.values()].find((each) => each.type.endsWith(type));
		return relation ? partOf(archive, relation.target) : null;
	};
	return { sheets, since1904, strings: one('/sharedStrings'), styles: one('/styles') };
}

async function relations(archive: Archive, path: string, folder: string): Promise<Map<string, { type: string; target: string }>> {
	const found = new Map<string, { type: string; target: string }>();
	const entry = partOf(archive, path);
	if (!entry) return found;
	await scanPart(archive.bytes, entry, archive.budget, {
		open(name, attributes) {
			if (name !== 'Relationship' || attribute(attributes, 'TargetMode') === 'External') return;
			const target = attribute(attributes, 'Target') ?? '';
			found.set(attribute(attributes, 'Id') ?? '', { type: attribute(attributes, 'Type') ?? '', target: resolved(folder, target) });
		},
		close() {},
		text() {}
	});
	return found;
}

/** A target as a path from the archive's root: `../xl/worksheets/sheet1.xml`, `/xl/…` and `worksheets/…` alike. */
function resolved(folder: string, target: string): string {
	const parts: string[] = [];
	for (const part of (target.startsWith('/') ? target : folder + target).split('/')) {
		if (part === '..') parts.pop();
		else if (part !== '' && part !== '.') parts.push(part);
	}
	return parts.join('/');
}

/** The texts that cells name by number. Readings (furigana) are left out. Throws `UnreadableFile`. */
export async function readStrings(archive: Archive, entry: ZipEntry | null): Promise<string[]> {
	const strings: string[] = [];
	if (!entry) return strings;
	await scanPart(archive.bytes, entry, archive.budget, textHandler((text) => {
		if (strings.length >= MOST_STRINGS) throw new UnreadableFile('bomb');
		strings.push(text);
	}));
	return strings;
}

function textHandler(done: (text: string) => void): XmlHandler {
	let text = '';
	let inside = false;
	let reading = false;
	return {
		open(name) {
			if (name === 'si') text = '';
			else if (name === 't') inside = !reading;
			else if (name === 'rPh') reading = true;
		},
		close(name) {
			if (name === 't') inside = false;
			else if (name === 'rPh') reading = false;
			else if (name === 'si') done(unescaped(text));
		},
		text(part) {
			if (inside) text += part;
		}
	};
}

/** Characters that a workbook cannot hold as they are: `_x000D_`. */
export function unescaped(text: string): string {
	return text.includes('_x') ? text.replace(/_x([\da-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : text;
}

/** For each cell style by number, how much of a date it shows; null for what is no date. Throws `UnreadableFile`. */
export async function readDateStyles(archive: Archive, entry: ZipEntry | null): Promise<(('day' | 'month' | 'year') | null)[]> {
	const formats = new Map<number, 'day' | 'month' | 'year' | null>();
	const styles: number[] = [];
	let inCells = false;
	if (entry)
		await scanPart(archive.bytes, entry, archive.budget, {
			open(name, attributes) {
				if (name === 'numFmt') formats.set(Number(attribute(attributes, 'numFmtId')), shownDate((attribute(attributes, 'formatCode') ?? '').slice(0, 500)));
				else if (name === 'cellXfs') inCells = true;
				else if (name === 'xf' && inCells) styles.push(Number(attribute(attributes, 'numFmtId') ?? 0));
			},
			close(name) {
				if (name === 'cellXfs') inCells = false;
			},
			text() {}
		});
	return styles.slice(0, 100_000).map((format) => (formats.has(format) ? (formats.get(format) ?? null) : shownByNumber(format)));
}

import { columnLetters } from './sheet-reader.ts';
import { encoded } from './xml.ts';
import { packed, packedStream, writeZip } from './zip-writer.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const CONTENT = `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPES}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/></Types>`;
const ROOT = `${HEAD}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;
const NAMED = `${HEAD}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`;
/** Style 0 is text (so that 2024-03 stays as it is when it is edited), 1 a number, 2 the header. */
const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>`;

/** What a cell of an export holds. Texts are written as texts: none is ever run as a formula. */
export type OutCell = string | number | null;

/** Writes a workbook of one sheet: a frozen header and rows. */
export async function writeWorkbook(name: string, header: readonly string[], rows: Iterable<readonly OutCell[]>): Promise<Buffer> {
	const workbook = `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${encoded(name.slice(0, 31))}" sheetId="1" r:id="rId1"/></sheets></workbook>`;
	return writeZip([
		packed('[Content_Types].xml', CONTENT),
		packed('_rels/.rels', ROOT),
		packed('xl/workbook.xml', workbook),
		packed('xl/_rels/workbook.xml.rels', NAMED),
		packed('xl/styles.xml', STYLES),
		await packedStream('xl/worksheets/sheet1.xml', sheetXml(header, rows))
	]);
}

async function* sheetXml(header: readonly string[], rows: Iterable<readonly OutCell[]>): AsyncGenerator<string> {
	const widths = header.map((text, i) => `<col min="${i + 1}" max="${i + 1}" width="${Math.max(10, Math.min(28, text.length * 2 + 4))}" customWidth="1" style="0"/>`);
	yield `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>`;
	yield rowXml(1, header, 2);
	let line = 1;
	let some = '';
	for (const row of rows) {
		some += rowXml(++line, row, 0);
		if (some.length < 200_000) continue;
		yield some;
		some = '';
	}
	yield `${some}</sheetData></worksheet>`;
}

function rowXml(line: number, cells: readonly OutCell[], style: number): string {
	const written = cells.map((cell, i) => {
		if (cell === null || cell === '') return '';
		const place = `r="${columnLetters(i)}${line}"`;
		if (typeof cell === 'number') return `<c ${place} s="1"><v>${cell}</v></c>`;
		return `<c ${place} s="${style}" t="inlineStr"><is><t xml:space="preserve">${encoded(escaped(cell))}</t></is></c>`;
	});
	return `<row r="${line}">${written.join('')}</row>`;
}

/** What a workbook would take for an escaped character, escaped; a line break as it is, a lone carriage return written out. */
function escaped(text: string): string {
	return text.replace(/_(?=x[\da-fA-F]{4}_)/g, '_x005F_').replace(/\r/g, '_x000D_');
}

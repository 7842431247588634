import { columnLetters } from '#lib/server/importer/sheet-reader.ts';
import { encoded } from '#lib/server/importer/xml.ts';
import { packed, writeZip, type PackedFile } from '#lib/server/importer/zip-writer.ts';

/** A cell as a program writes it: a text, a number, or XML of its own (`{r}` stands for the reference). */
export type MadeCell = string | number | null | { readonly xml: string };

export type MadeSheet = {
	readonly name: string;
	/** By line, from 1; a missing line has no row at all. */
	readonly rows: Readonly<Record<number, readonly MadeCell[]>>;
	readonly merges?: readonly string[];
	readonly state?: string;
};

/** How a workbook is written: `shared` as Excel and WPS do, `inline` as many libraries do, `bare` without references. */
export type Manner = 'shared' | 'inline' | 'bare';

export type MadeWorkbook = { readonly sheets: readonly MadeSheet[]; readonly manner?: Manner; readonly since1904?: boolean; readonly prefix?: string; readonly extra?: readonly PackedFile[] };

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Style 1 is a day, 2 a month (yyyy"年"m"月"), 3 the built-in Chinese month, 4 yellow. */
const STYLES = `<?xml version="1.0"?><styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy&quot;年&quot;m&quot;月&quot;;@"/></numFmts><fonts count="1"><font><sz val="11"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFFF00"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="165" applyNumberFormat="1"/><xf numFmtId="57"/><xf numFmtId="0" fillId="2" applyFill="1"><alignment horizontal="center"/></xf></cellXfs></styleSheet>`;

/** A workbook as raw XML, in one of the manners in which programs write it. */
export function makeWorkbook({ sheets, manner = 'shared', since1904 = false, prefix = '', extra = [] }: MadeWorkbook): Buffer {
	const strings: string[] = [];
	const p = prefix && `${prefix}:`;
	const ns = prefix ? `xmlns:${prefix}="${MAIN}"` : `xmlns="${MAIN}"`;
	const text = (value: string, reference: string): string => {
		if (manner !== 'shared') return `<${p}c${reference} t="inlineStr"><${p}is><${p}t xml:space="preserve">${encoded(value)}</${p}t></${p}is></${p}c>`;
		if (!strings.includes(value)) strings.push(value);
		return `<${p}c${reference} t="s"><${p}v>${strings.indexOf(value)}</${p}v></${p}c>`;
	};
	const cell = (value: MadeCell, column: number, line: number): string => {
		const reference = manner === 'bare' ? '' : ` r="${columnLetters(column)}${line}"`;
		if (value === null) return manner === 'bare' ? `<${p}c/>` : '';
		if (typeof value === 'object') return value.xml.replace('{r}', reference);
		return typeof value === 'number' ? `<${p}c${reference}><${p}v>${value}</${p}v></${p}c>` : text(value, reference);
	};
	const parts = sheets.map(({ rows, merges = [] }, i) => {
		const lines = Object.entries(rows).map(([line, cells]) => `<${p}row r="${line}" spans="1:9">${cells.map((value, column) => cell(value, column, Number(line))).join('')}</${p}row>`);
		const merged = merges.length > 0 ? `<${p}mergeCells count="${merges.length}">${merges.map((ref) => `<${p}mergeCell ref="${ref}"/>`).join('')}</${p}mergeCells>` : '';
		const dimension = manner === 'shared' ? `<${p}dimension ref="A1:Z99"/>` : '';
		return packed(`xl/worksheets/sheet${i + 1}.xml`, `<?xml version="1.0" encoding="UTF-8"?>\r\n<${p}worksheet ${ns}>${dimension}<${p}sheetData>${lines.join('\n')}</${p}sheetData>${merged}</${p}worksheet>`);
	});
	const list = sheets.map(({ name, state }, i) => `<${p}sheet name="${encoded(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"${state ? ` state="${state}"` : ''}/>`);
	const relations = [
		...sheets.map((_, i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`),
		`<Relationship Id="rIdS" Type="${OFFICE}/styles" Target="/xl/styles.xml"/>`,
		...(manner === 'shared' ? [`<Relationship Id="rIdT" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/>`] : [])
	];
	return writeZip([
		packed('[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>'),
		packed('_rels/.rels', `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`),
		packed('xl/workbook.xml', `<${p}workbook ${ns} xmlns:r="${OFFICE}"><${p}workbookPr${since1904 ? ' date1904="1"' : ''}/><${p}sheets>${list.join('')}</${p}sheets></${p}workbook>`),
		packed('xl/_rels/workbook.xml.rels', `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}</Relationships>`),
		packed('xl/styles.xml', STYLES),
		...(manner === 'shared' ? [packed('xl/sharedStrings.xml', `<sst xmlns="${MAIN}">${strings.map((each) => `<si><t xml:space="preserve">${encoded(each)}</t></si>`).join('')}</sst>`)] : []),
		...parts,
		...extra
	]);
}

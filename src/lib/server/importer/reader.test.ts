import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formOf, recognise } from '#domain/import/header.ts';
import { cellText } from '#domain/import/table.ts';
import { makeWorkbook, type Manner } from '#tests/records/workbook.ts';
import { harmless, harmlessRead, readCsv } from './csv.ts';
import { readTable } from './reader.ts';
import { UnreadableFile } from './refusal.ts';
import { packed, writeZip, type PackedFile } from './zip-writer.ts';

const texts = async (bytes: Buffer) => (await readTable(bytes, { name: 'x.csv' })).map(({ name, rows }) => [name, rows.map(({ line, cells }) => [line, ...cells.map(cellText)])]);

async function refusal(bytes: Buffer): Promise<string> {
	try {
		await readTable(bytes, { name: 'x' });
		return 'read';
	} catch (error) {
		if (error instanceof UnreadableFile) return error.code;
		throw error;
	}
}

describe('workbooks as programs write them', () => {
	test.each<[Manner, string]>([
		['shared', ''],
		['inline', ''],
		['bare', ''],
		['shared', 'x'],
		['inline', 'ss']
	])('%s strings, prefix "%s"', async (manner, prefix) => {
		const sheet = { name: '名单', rows: { 1: ['一览 & <表>'], 3: ['名称', '城市', '日期'], 4: ['红豆_x000D_\n集团', null, { xml: `<${prefix && `${prefix}:`}c{r} s="1"><${prefix && `${prefix}:`}v>45356</${prefix && `${prefix}:`}v></${prefix && `${prefix}:`}c>` }], 9: [null, '无锡', 2024] } };
		const read = await texts(makeWorkbook({ manner, prefix, sheets: [sheet, { name: '空', rows: {} }, { name: '隐', rows: { 1: ['x'] }, state: 'hidden' }] }));
		expect(read).toEqual([['名单', [[1, '一览 & <表>'], [3, '名称', '城市', '日期'], [4, '红豆\r\n集团', '', '2024-03-05'], [9, '', '无锡', '2024']]]]);
	});

	test('dates as the sheet shows them, from 1904 too; formulas by their results; errors as errors', async () => {
		const row = ['45352 2', '45352 3', '45356 2', '45352 0', '45352.5 1'].map((cell) => ({ xml: `<c{r} s="${cell.split(' ')[1]}"><v>${cell.split(' ')[0]}</v></c>` }));
		const others = ['<c{r} t="str"><f>A1</f><v>甲</v></c>', '<c{r}><f>B1</f></c>', '<c{r} t="e"><v>#NAME?</v></c>', '<c{r} t="b"><v>1</v></c>', '<c{r} t="inlineStr"><is><r><t>a</t></r><rPh><t>x</t></rPh><r><t>b</t></r></is></c>'].map((xml) => ({ xml }));
		const [sheet] = await readTable(makeWorkbook({ sheets: [{ name: 'a', rows: { 1: row, 2: others } }] }), { name: 'x' });
		expect(sheet?.rows[0]?.cells).toEqual([{ day: '2024-03-01', shows: 'month' }, { day: '2024-03-01', shows: 'month' }, { day: '2024-03-05', shows: 'day' }, 45352, { day: '2024-03-01', shows: 'day' }]);
		expect(sheet?.rows[1]?.cells).toEqual(['甲', { fault: 'formula', text: '' }, { fault: 'error', text: '#NAME?' }, true, 'ab']);
		const [old] = await readTable(makeWorkbook({ since1904: true, sheets: [{ name: 'a', rows: { 1: [{ xml: '<c{r} s="1"><v>0</v></c>' }] } }] }), { name: 'x' });
		expect(old?.rows[0]?.cells).toEqual([{ day: '1904-01-01', shows: 'day' }]);
	});

	test('a merged cell holds in each of its rows; a header of two rows is one', async () => {
		const rows = { 1: ['联盟成员'], 2: ['单位', '所在地', null, '入盟'], 3: [null, '城市', '区县', '时间'], 4: ['甲', '无锡', '滨湖区', '2024'], 5: ['乙', null, '梁溪区', '2023'] };
		const [sheet] = await readTable(makeWorkbook({ sheets: [{ name: 'a', rows, merges: ['A1:D1', 'B2:C2', 'A2:A3', 'B4:B5'] }] }), { name: 'x' });
		expect(sheet?.rows[4]?.cells).toEqual(['乙', '无锡', '梁溪区', '2023']);
		const form = formOf(sheet as NonNullable<typeof sheet>, 'members');
		expect(form.headerLines).toEqual([2, 3]);
		expect(recognise(form, 'members')).toMatchObject({ 0: 'name', 1: 'city', 2: 'district' });
	});
});

describe('CSV as programs write it', () => {
	const wanted = [['x.csv', [[1, '名称', '城市'], [2, '红豆,集团', '无锡'], [4, '他说"好"\n了', '']]]];
	const csv = '名称,城市\r\n"红豆,集团",无锡\r\n,\r\n"他说""好""\n了",\r\n';

	test('in UTF-8 with and without its mark, in UTF-16 and GB18030, with any separator', async () => {
		expect(await texts(Buffer.from(csv))).toEqual(wanted);
		expect(await texts(Buffer.from(`\ufeff${csv}`))).toEqual(wanted);
		expect(await texts(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(csv, 'utf16le')]))).toEqual(wanted);
		expect(await texts(Buffer.from('a\tb\r\n1\t"2\t3"\n'))).toEqual([['x.csv', [[1, 'a', 'b'], [2, '1', '2\t3']]]]);
		expect(await texts(Buffer.from('sep=;\r\na;b\n'))).toEqual([['x.csv', [[2, 'a', 'b']]]]);
		const gb18030 = Buffer.from('c3fbb3c62cb3c7cad00abcd72ccedecefd0a', 'hex');
		expect(await texts(gb18030)).toEqual([['x.csv', [[1, '名称', '城市'], [2, '甲', '无锡']]]]);
	});

	test('what a spreadsheet might run is kept from it, and read back as it was', () => {
		for (const text of ['=1+1', '+86 510', '-', '@x', "'=a", "'quoted'", 'plain', '\tx']) {
			expect(harmless(text)).not.toMatch(/^[=+\-@\t]/);
			expect(harmlessRead(harmless(text))).toBe(text);
		}
		const cells = readCsv(Buffer.from('=1+1,"=""007""",\'=1,#NAME?\n'), 'x').rows[0]?.cells;
		expect(cells).toEqual([{ fault: 'formula', text: '=1+1' }, '007', '=1', { fault: 'error', text: '#NAME?' }]);
	});

	test('any bytes are a table or a refusal', async () => {
		await fc.assert(fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.string({ unit: 'binary' }).map((text) => Buffer.from(text))), async (bytes) => {
			expect(await refusal(Buffer.from(bytes))).toMatch(/^[a-z_]+$/);
		}));
	});
});

/** An entry that claims to be smaller than it is, or larger. */
function lying(name: string, content: string, size: number): PackedFile {
	return { ...packed(name, content), size };
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const shell = (sheet: PackedFile, ...others: PackedFile[]): Buffer =>
	writeZip([
		packed('_rels/.rels', `<Relationships><Relationship Id="a" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`),
		packed('xl/workbook.xml', '<workbook xmlns:r="r"><sheets><sheet name="a" r:id="s"/></sheets></workbook>'),
		packed('xl/_rels/workbook.xml.rels', `<Relationships><Relationship Id="s" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="t" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`),
		sheet,
		...others
	]);
const sheet = (content: string): PackedFile => packed('xl/worksheets/sheet1.xml', `<worksheet><sheetData>${content}</sheetData></worksheet>`);

describe('hostile and mistaken files are refused, each with its reason', () => {
	const blanks = (bytes: number): PackedFile => {
		const content = Buffer.alloc(bytes, 32);
		return { name: 'xl/worksheets/sheet1.xml', method: 8, crc: 0, size: bytes, packed: deflateRawSync(content) };
	};

	test.each<[string, string, () => Buffer]>([
		['nothing', 'empty_file', () => Buffer.alloc(0)],
		['an old .xls', 'old_xls', () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(5000)])],
		['a workbook under a password', 'encrypted', () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(500), Buffer.from('EncryptedPackage', 'utf16le')])],
		['a PNG', 'image', () => Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(100, 7)])],
		['a JPEG', 'image', () => Buffer.from('ffd8ffe000104a46', 'hex')],
		['a PDF', 'pdf', () => Buffer.from('%PDF-1.7\n')],
		['a program', 'not_a_table', () => Buffer.from('MZ\0\0\0')],
		['half a workbook', 'damaged', () => makeWorkbook({ sheets: [{ name: 'a', rows: { 1: ['x'] } }] }).subarray(0, 700)],
		['a Word document', 'other_office', () => writeZip([packed('word/document.xml', '<w/>')])],
		['another archive', 'other_zip', () => writeZip([packed('readme.txt', 'hello')])],
		['a path out of the archive', 'unsafe_name', () => writeZip([packed('../../etc/passwd', 'x')])],
		['an absolute path', 'unsafe_name', () => writeZip([packed('/etc/passwd', 'x')])],
		['a document type', 'dtd', () => shell(packed('xl/worksheets/sheet1.xml', '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet>&e;</worksheet>'))],
		['a bomb that owns up', 'bomb', () => shell(lying('xl/worksheets/sheet1.xml', '<worksheet/>', 4_000_000_000))],
		['a bomb that does not', 'bomb', () => shell({ ...blanks(400_000_000), size: 100 })],
		['a bomb of many entries', 'bomb', () => writeZip(Array.from({ length: 2001 }, (_, i) => packed(`x${i}`, '')))],
		['a bomb of shared texts', 'bomb', () => shell(sheet('<row r="1"><c t="s"><v>0</v></c></row>'), packed('xl/sharedStrings.xml', `<sst>${'<si><t>a</t></si>'.repeat(2_000_001)}</sst>`))],
		['a million columns', 'too_many_columns', () => shell(sheet('<row r="1"><c r="BDWGN1"><v>1</v></c></row>'))],
		['columns without end', 'too_many_columns', () => shell(sheet(`<row r="1">${'<c><v>1</v></c>'.repeat(100_000)}</row>`))],
		['a text of a million columns', 'too_many_columns', () => Buffer.from('a,'.repeat(1_000_000))],
		['too many rows', 'too_many_rows', () => shell(sheet('<row><c><v>1</v></c></row>'.repeat(60_000)))],
		['a text of too many rows', 'too_many_rows', () => Buffer.from('a,b\n'.repeat(60_000))],
		['rows that go back', 'damaged', () => shell(sheet('<row r="5"/><row r="2"/>'))],
		['a text that is not there', 'damaged', () => shell(sheet('<row><c t="s"><v>7</v></c></row>'))],
		['a tag without end', 'damaged', () => shell(packed('xl/worksheets/sheet1.xml', `<worksheet ${'a'.repeat(500_000)}`))],
		['nothing but blanks', 'no_rows', () => makeWorkbook({ sheets: [{ name: 'a', rows: { 1: [' ', '　'] } }] })]
	])('%s: %s', async (_, code, make) => {
		const bytes = make();
		const before = process.memoryUsage().rss;
		expect(await refusal(bytes)).toBe(code);
		expect(process.memoryUsage().rss - before).toBeLessThan(800_000_000);
	});

	test('a cell longer than a cell can be is no value', async () => {
		const [read] = await readTable(shell(sheet(`<row r="1"><c r="A1" t="inlineStr"><is><t>${'长'.repeat(40_000)}</t></is></c></row>`)), { name: 'x' });
		expect(read?.rows[0]?.cells[0]).toMatchObject({ fault: 'too_long' });
	});

	test('any damage to a workbook is a table or a refusal', async () => {
		const whole = makeWorkbook({ sheets: [{ name: 'a', rows: { 1: ['名称', '城市'], 2: ['甲', '无锡'] } }] });
		await fc.assert(
			fc.asyncProperty(fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }), async (changes) => {
				const bytes = Buffer.from(whole);
				for (const [at, value] of changes) bytes[at] = value;
				expect(await refusal(bytes)).toMatch(/^[a-z_]+$/);
			}),
			{ numRuns: 300 }
		);
	});
});

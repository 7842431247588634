import { fileURLToPath } from 'node:url';
import { encoded } from '#lib/server/importer/xml.ts';

/** The workbook beside this file, as LibreOffice wrote it from what this module prints; every unit in it is invented. */
export const MESSY = fileURLToPath(new URL('messy.xlsx', import.meta.url));

/** Rows of the workbook that are wrong, and the unit in it whose name differs from a member's in its legal form only. */
export const MESSY_FIGURES = { wrong: 10, namesake: '红豆集团有限公司' } as const;

/** What is wrong in the workbook's cells, and what a person would put there. */
export const CORRECTIONS: readonly (readonly [wrong: string, right: string])[] = [
	['不知何处', '江苏省无锡市'],
	['3/5/2024', '2024-03-05'],
	['#NAME?', '2024年3月'],
	['不详', '研究院']
];

type MessyCell = { readonly value?: string | number; readonly day?: string; readonly formula?: string; readonly across?: number; readonly down?: number; readonly covered?: true };

const SIGNS = [...'澄湖溪岭荷帆桥松渔锦安宁云'];
const KINDS: readonly (readonly [kind: string, ending: string])[] = [
	['研究院', '研究院'],
	['企业', '有限公司'],
	['博物馆', '博物馆'],
	['高校', '学院'],
	['产业园', '科创园'],
	['商会', '商会']
];
const WUXI = ['无锡', '无锡市', '江苏省无锡市'];
const ELSEWHERE = ['苏州市', '杭州', '浙江省湖州市', '上海', '安徽省芜湖市', '南京市', '合肥'];
const DISTRICTS = ['滨湖区', '崇安区', ''];
const DATES: readonly MessyCell[] = [
	{ value: '2024年3月' },
	{ value: '2024.3.5' },
	{ value: '２０２３年１１月' },
	{ day: '2023-05-06' },
	{ value: 45_000 },
	{ value: '2025-11-26' },
	{ value: '二〇二二年' },
	{ value: '不晚于2023-09-26' }
];

type Unit = { readonly name: string; readonly kind: string; readonly city: string; readonly district: string; readonly joined: MessyCell };

/** Which rows are wrong, and in what; beside them one that says what an earlier one says, one namesake of a member and one member. */
function unit(i: number): Unit {
	if (i === 1500) return { name: '红豆集团', kind: '企业', city: '江苏省无锡市', district: '', joined: {} };
	if (i === 1600) return { name: MESSY_FIGURES.namesake, kind: '企业', city: '无锡', district: '', joined: { value: '2024.1.5' } };
	if (i === 1700) return unit(1250);
	const [kind, ending] = KINDS[i % KINDS.length]!;
	const signs = [SIGNS[Math.floor(i / 169)], SIGNS[Math.floor(i / 13) % 13], SIGNS[i % 13]].join('');
	const inWuxi = i % 10 < 3;
	const made: Unit = {
		name: i % 50 === 7 ? `\u3000示例${signs} ${ending} ` : `示例${signs}${ending}`,
		kind,
		city: inWuxi ? WUXI[i % 3]! : ELSEWHERE[i % 7]!,
		district: inWuxi ? DISTRICTS[Math.floor(i / 10) % 3]! : '',
		joined: DATES[i % 8]!
	};
	if ([105, 705, 1405].includes(i)) return { ...made, city: '不知何处' };
	if ([206, 1506].includes(i)) return { ...made, joined: { value: '3/5/2024' } };
	if ([307, 1607].includes(i)) return { ...made, joined: { formula: 'of:=SHILIRIQI()' } };
	return [408, 1708].includes(i) ? { ...made, kind: '不详' } : made;
}

const widened = (n: number): string => String(n).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
const text = (value: string): MessyCell => (value === '' ? {} : { value });
const COVERED: MessyCell = { covered: true };

/** The first sheet: title rows, a header of two rows, a city merged over the rows it holds for, blank lines, the header again. */
function register(): MessyCell[][] {
	const upper: MessyCell[] = [{ value: '序号', down: 2 }, { value: '入盟时间', down: 2 }, { value: '地域', across: 2 }, COVERED, { value: '单位类别', down: 2 }, { value: '单位全称', down: 2 }];
	const lower: MessyCell[] = [COVERED, COVERED, { value: '所在市' }, { value: '区县' }, COVERED, COVERED];
	const rows: MessyCell[][] = [[{ value: '示例联络单位一览表（虚构）', across: 6 }, ...Array.from({ length: 5 }, () => COVERED)], [{ value: '填报：示例秘书处', across: 3 }, COVERED, COVERED, { value: '２０２６年１１月' }], [], upper, lower];
	for (let i = 0; i < 1240; i++) {
		const { name, kind, city, district, joined } = unit(i);
		// The rows of Wuxi at the start of each hundred stand under one merged cell.
		const merged = i % 100 === 0 ? { value: city, down: 3 } : i % 100 < 3 ? COVERED : text(city);
		rows.push([i % 2 ? { value: widened(i + 1) } : { value: i + 1 }, joined, merged, text(district), text(kind), text(name)]);
		if (i % 50 === 49) rows.push([]);
		if (i === 619) rows.push([{ value: '序号' }, { value: '入盟时间' }, { value: '所在市' }, { value: '区县' }, { value: '单位类别' }, { value: '单位全称' }]);
	}
	return rows;
}

/** The second sheet: other headers in another order. */
function supplement(): MessyCell[][] {
	const rows: MessyCell[][] = [[{ value: '补充名单（虚构）' }], [], ['机构名称', '类别', '加盟日期', '城市', '联系人', '所在区县'].map(text)];
	for (let i = 1240; i < 2000; i++) {
		const { name, kind, city, district, joined } = unit(i);
		rows.push([text(name), text(kind), joined, text(city), text('示例联系人'), text(district)]);
		if (i % 60 === 59) rows.push([]);
	}
	return rows;
}

const NOTES: MessyCell[][] = [[{ value: '说明' }], [{ value: '本工作簿中的单位均为虚构，仅供测试。' }]];

function cell({ value, day, formula, across = 1, down = 1, covered }: MessyCell): string {
	if (covered) return '<table:covered-table-cell/>';
	const spans = across * down > 1 ? ` table:number-columns-spanned="${across}" table:number-rows-spanned="${down}"` : '';
	if (formula) return `<table:table-cell table:formula="${formula}"/>`;
	if (day) return `<table:table-cell table:style-name="day" office:value-type="date" office:date-value="${day}"/>`;
	if (value === undefined) return '<table:table-cell/>';
	if (typeof value === 'number') return `<table:table-cell office:value-type="float" office:value="${value}"/>`;
	const words = encoded(value).replace(/ /g, '<text:s/>');
	return `<table:table-cell office:value-type="string"${spans}><text:p>${words}</text:p></table:table-cell>`;
}

const table = (name: string, rows: readonly (readonly MessyCell[])[]): string =>
	`<table:table table:name="${name}">${rows.map((cells) => `<table:table-row>${cells.length ? cells.map(cell).join('') : '<table:table-cell/>'}</table:table-row>`).join('\n')}</table:table>`;

/**
 * The workbook as a flat OpenDocument sheet. To make `messy.xlsx` again: print this to `messy.fods`, then
 * `soffice --headless --convert-to xlsx messy.fods`.
 */
export function messySheets(): string {
	const names = ['office', 'table', 'text', 'style'].map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`).join(' ');
	return `<?xml version="1.0" encoding="UTF-8"?>
<office:document ${names} xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:automatic-styles><number:date-style style:name="ymd"><number:year number:style="long"/><number:text>/</number:text><number:month/><number:text>/</number:text><number:day/></number:date-style><style:style style:name="day" style:family="table-cell" style:data-style-name="ymd"/></office:automatic-styles>
<office:body><office:spreadsheet>${table('会员名录', register())}${table('2026年补充', supplement())}${table('说明', NOTES)}</office:spreadsheet></office:body></office:document>`;
}

import type { Day } from '#domain/day.ts';
import type { Locale } from '#domain/locale.ts';
import { openDataText } from './open-data.ts';

/** What the archive of the whole record says of itself. */
export type ArchiveFacts = {
	readonly publisher: string;
	readonly on: Day;
	readonly known: Day | null;
	readonly address: string;
	readonly licence: string;
	readonly attribution: string;
	readonly cite: { readonly gbt7714: string; readonly apa: string };
	readonly files: readonly { readonly name: string; readonly rows: number }[];
};

/** The README of the archive. */
export function archiveReadme(facts: ArchiveFacts, locale: Locale): string {
	const t = openDataText[locale];
	const { publisher, on, known, address, licence, attribution, cite, files } = facts;
	const list = files.map(({ name, rows }) => `- ${name}: ${rows}`).join('\n');
	return locale === 'zh-CN'
		? `# ${publisher}：公开记录

${on} 的全部公开记录${known ? `，按 ${known} 当日已有的记录` : ''}。来自 ${address}。

登记的数字与媒体公布的数字分列，不相加。未知即未知：空格表示没有来源说明，不表示零。
日期写作 2023-09-26、2023-09、2023；「<=2023-09-26」表示不晚于该日。一格中有多个值时以分号隔开。
文件均为 UTF-8 编码的 CSV，首行是列的代码，含义见 dictionary.csv；会被表格软件当作公式的文字前加一个撇号。
边界为 GeoJSON（RFC 7946，WGS-84）。

## 文件与行数

${list}

## ${t.licence}

${t.licenceText}
${licence}

## ${t.attribution}

${attribution}

## ${t.cite}

GB/T 7714：${cite.gbt7714}
APA：${cite.apa}
`
		: `# ${publisher}: the public record

All of the public record on ${on}${known ? `, as recorded by ${known}` : ''}. From ${address}.

What is recorded and what others published stand apart and are never added. Unknown is unknown: an empty cell means that no
source says, not zero. Dates are written 2023-09-26, 2023-09 or 2023; "<=2023-09-26" means not after that day. Several values
in a cell have semicolons between them. Files are CSV in UTF-8; the first line holds the codes of the columns, which
dictionary.csv explains; a text that a spreadsheet would take for a formula begins with an apostrophe. Boundaries are GeoJSON
(RFC 7946, WGS-84).

## Files and their rows

${list}

## ${t.licence}

${t.licenceText}
${licence}

## ${t.attribution}

${attribution}

## ${t.cite}

GB/T 7714: ${cite.gbt7714}
APA: ${cite.apa}
`;
}

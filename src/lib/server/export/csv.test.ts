import fc from 'fast-check';
import { expect, test } from 'vitest';
import { harmless, toCsv } from './csv.ts';
import type { Cell } from './table.ts';

/** An independent reader of RFC 4180. */
function readCsv(text: string): string[][] {
	const rows: string[][] = [];
	let [row, cell, quoted]: [string[], string, boolean] = [[], '', false];
	for (let i = 0; i < text.length; i++) {
		const c = text[i] as string;
		if (quoted) {
			if (c !== '"') cell += c;
			else if (text[i + 1] === '"') cell += text[++i];
			else quoted = false;
		} else if (c === '"') quoted = true;
		else if (c === ',') [row, cell] = [[...row, cell], ''];
		else if (c === '\r' && text[i + 1] === '\n') {
			rows.push([...row, cell]);
			[row, cell] = [[], ''];
			i++;
		} else cell += c;
	}
	return rows;
}

const columns = [{ code: 'id', label: '编号' }, { code: 'value', label: '数值' }] as const;

test('begins with the mark Excel needs, and ends every line as the standard says', () => {
	expect(toCsv({ columns, rows: [['a', 1], [null, true]] })).toBe('\ufeff编号,数值\r\na,1\r\n,true\r\n');
});

test('what is written is read back, formulas disarmed', () => {
	const cell: fc.Arbitrary<Cell> = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '＝', '\t', '\r', '\n', '"', ',', ' ', 'a', '锡') }), fc.integer(), fc.constant(null));
	fc.assert(
		fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 8 }), (rows) => {
			const [, ...read] = readCsv(toCsv({ columns, rows }).slice(1));
			expect(read).toEqual(rows.map((row) => row.map((value) => (value === null ? '' : typeof value === 'string' ? harmless(value) : String(value)))));
			for (const [i, row] of read.entries())
				for (const [j, text] of row.entries()) if (typeof rows[i]?.[j] === 'string') expect(text).not.toMatch(/^[\s\u3000]*[=+\-@＝＋－＠]|^[\t\r\n]/);
		})
	);
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠A', ' =1', '\u00a0=1', '\u3000＝1'])('%j is no formula', (text) => {
	expect(harmless(text)).toBe(`'${text}`);
});

test.each(['无锡', 'a=b', '<=2023-09-26', '1-2', ''])('%j stays as it is', (text) => {
	expect(harmless(text)).toBe(text);
});

import { expect, test } from 'vitest';
import { textWidth } from '../map/text-width.ts';
import { escapeXml, wrapped } from './markup.ts';

test('text stays text in XML, and what XML cannot hold is left out', () => {
	expect(escapeXml(`<a b="c">'&`)).toBe('&#60;a b=&#34;c&#34;&#62;&#39;&#38;');
	expect(escapeXml('a\u0000\u0008b\u001f\ufffec\td')).toBe('abc\td');
	expect(escapeXml('𠮷\ud842野\udfb7')).toBe('𠮷\ufffd野\ufffd');
});

test('lines hold their width, break no word, and begin with no closing mark', () => {
	const text = '截至2026年11月22日，共有登记成员20家，覆盖江苏、浙江、安徽、上海的8座城市。 As of 22 November 2026 there are members.';
	for (const ems of [8, 12, 30]) {
		const lines = wrapped(text, ems);
		expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
		for (const line of lines) {
			expect(line).not.toMatch(/^[，。、]/);
			// A closing mark may hang over by its own width.
			expect(textWidth(line)).toBeLessThanOrEqual(ems + 1);
		}
	}
	const quoted = '“扩大朋友圈　推进一体化”六城市加盟暨合作项目签约（在“无锡”）';
	for (let ems = 4; ems < 20; ems++) {
		const lines = wrapped(quoted, ems);
		expect(lines.join('').replace(/\s/g, '')).toBe(quoted.replace(/\s/g, ''));
		for (const line of lines) expect(line).not.toMatch(/^[”）]|[“（]$/);
	}
	expect(wrapped('', 10)).toEqual([]);
	expect(wrapped('Incomprehensibilities', 3)).toEqual(['Incomprehensibilities']);
});

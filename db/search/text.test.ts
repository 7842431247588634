import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anywhere, atStart, normalise, wordsOf } from './text.ts';

test.each([
	['  ＡＢＣ　Group ', 'abc group'],
	['国际（室内）', '国际(室内)'],
	['Ma’anshan', "ma'anshan"],
	['a\n\tb', 'a b']
])('%j is normalised to %j', (text, normal) => {
	expect(normalise(text)).toBe(normal);
});

test('words are never empty, and normalising again changes nothing', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme' }), (text) => {
			expect(wordsOf(text)).not.toContain('');
			expect(wordsOf(wordsOf(text).join(' '))).toEqual(wordsOf(text));
		})
	);
});

test('a pattern takes the signs of LIKE literally', () => {
	expect(anywhere('50%_\\')).toBe('%50\\%\\_\\\\%');
	expect(atStart('a_')).toBe('%\na\\_%');
});

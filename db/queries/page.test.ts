import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cut, readCursor, writeCursor } from './page.ts';

const value = fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer());

test('a cursor is read back as it was written, and is safe in an address', () => {
	fc.assert(
		fc.property(fc.array(value, { minLength: 1, maxLength: 4 }), (values) => {
			const text = writeCursor(values);
			expect(text).toMatch(/^[\w-]+$/);
			expect(readCursor(text, values.length)).toEqual(values);
			expect(readCursor(text, values.length + 1)).toBeNull();
		})
	);
});

test('any other text is no cursor, and no error', () => {
	fc.assert(fc.property(fc.string(), (text) => void readCursor(text, 2)));
	for (const text of [null, undefined, '', '!', writeCursor([{} as never, 'a']), Buffer.from('{"0":1}').toString('base64url')])
		expect(readCursor(text, 2)).toBeNull();
});

test('a page is cut off; only where more follows is there a next one', () => {
	const valuesOf = (row: string) => [row];
	expect(cut(['a', 'b', 'c'], 2, valuesOf)).toEqual({ rows: ['a', 'b'], next: writeCursor(['b']) });
	expect(cut(['a', 'b'], 2, valuesOf)).toEqual({ rows: ['a', 'b'], next: null });
	expect(cut([], 2, valuesOf)).toEqual({ rows: [], next: null });
});

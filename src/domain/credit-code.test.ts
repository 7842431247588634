import fc from 'fast-check';
import { expect, test } from 'vitest';
import { creditCheck, isCreditCode, plainCreditCode } from './credit-code.ts';

/* The codes of listed companies, as they publish them. */
const PUBLISHED = ['91440300708461136T', '91330100799655058B', '91310000132206289R'];

test('published codes pass', () => {
	for (const code of PUBLISHED) expect(isCreditCode(code), code).toBe(true);
});

const character = fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY');

test('any one character that is mistyped, and any two neighbours that change places, are noticed', () => {
	fc.assert(
		fc.property(fc.array(character, { minLength: 17, maxLength: 17 }), fc.nat(17), character, (first, place, other) => {
			const code = [...first, creditCheck(first.join('')) as string];
			expect(isCreditCode(code.join(''))).toBe(true);
			const mistyped = code.with(place, other);
			expect(isCreditCode(mistyped.join(''))).toBe(other === code[place]);
			if (place === 17) return;
			const swapped = code.with(place, code[place + 1] as string).with(place + 1, code[place] as string);
			expect(isCreditCode(swapped.join(''))).toBe(code[place] === code[place + 1]);
		})
	);
});

test('what is no code is none, and nothing throws', () => {
	for (const text of ['', '9144030070846113', '91440300708461136I', '91440300708461136t', ' 91440300708461136T']) expect(isCreditCode(text)).toBe(false);
	expect(creditCheck('9144030070846113O')).toBeNull();
	expect(creditCheck('9')).toBeNull();
	fc.assert(fc.property(fc.string(), (text) => void isCreditCode(text)));
});

test('pasted codes are put right', () => {
	expect(plainCreditCode(' 914403007084-61136ｔ ')).toBe('91440300708461136T');
});

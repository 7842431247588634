import * as v from 'valibot';
import { expect, test } from 'vitest';
import { emailSchema, passwordSchema } from './person.ts';

test('an address is kept in lower case without blanks', () => expect(v.parse(emailSchema, ' Shen@Example.ORG ')).toBe('shen@example.org'));

test.each(['', 'shen', 'shen@', '@example.org', 'a b@example.org', `${'a'.repeat(250)}@x.org`])('%s is no address', (text) => expect(v.is(emailSchema, text)).toBe(false));

test.each([
	['太湖之滨 lakeside', true],
	['correct horse battery', true],
	['short', false],
	['aaaaaaaaaaaaaaaa', false],
	['abababababababab', false],
	['x'.repeat(129), false]
])('the password %s: %s', (password, fits) => expect(v.is(passwordSchema, password)).toBe(fits));

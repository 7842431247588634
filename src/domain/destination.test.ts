import { expect, test } from 'vitest';
import { destinationOf } from './destination.ts';

test.each(['/staff/people?q=1', '/en/staff', '/members/x#y', '/staff/login'])('%s is within the site', (path) => expect(destinationOf(path)).toBe(path));

test.each([null, undefined, '', '//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', '/a b', '/a\tb', '/login?to=/login', '/en/setup/x', `/${'a'.repeat(2001)}`])(
	'%s leads to the desk',
	(path) => expect(destinationOf(path)).toBe('/staff')
);

import { describe, expect, it } from 'vitest';
import { barePath, localeOf, localePath, spokenPath } from './address.ts';

describe('addresses in two languages', () => {
	it.each(['/', '/?at=2021-06-30', '/cities/320200', '/english-corner'])('%s there and back', (path) => {
		expect(localeOf(path.split('?')[0] as string)).toBe('zh-CN');
		const english = localePath(path, 'en');
		const [pathname = '', query] = english.split('?');
		expect(localeOf(pathname)).toBe('en');
		expect(barePath(pathname) + (query ? `?${query}` : '')).toBe(path);
		expect(localePath(path, 'zh-CN')).toBe(path);
	});
});

describe('an address in a sentence', () => {
	it.each([
		['/cities/%E6%97%A0%E9%94%A1', '/cities/无锡'],
		['/members/a%2Fb', '/members/a%2Fb'],
		['/%E0%A4%A', '/%E0%A4%A'],
		[`/${'x'.repeat(200)}`, `/${'x'.repeat(79)}…`]
	])('%s is read as %s', (path, spoken) => expect(spokenPath(path)).toBe(spoken));
});

import { describe, expect, it } from 'vitest';
import { barePath, localeOf, localePath } from './address.ts';

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

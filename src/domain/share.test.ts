import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { opens, sharePathSchema, shareRefusal, withoutOrigin } from './share.ts';

const NOW = '2026-11-22T04:00:00.000Z';

describe('a share', () => {
	it('opens until it expires or is revoked', () => {
		expect(shareRefusal({ expiresAt: null, revokedAt: null }, NOW)).toBeNull();
		expect(shareRefusal({ expiresAt: '2026-11-22T04:00:00.001Z', revokedAt: null }, NOW)).toBeNull();
		expect(shareRefusal({ expiresAt: NOW, revokedAt: null }, NOW)).toBe('expired');
		expect(shareRefusal({ expiresAt: null, revokedAt: NOW }, NOW)).toBe('revoked');
	});

	it('opens its own page with any view of it, and no other', () => {
		expect(opens('/wall?views=overview', '/wall')).toBe(true);
		expect(opens('/cities/320200', '/cities/320200/')).toBe(true);
		expect(opens('/', '/')).toBe(true);
		expect(opens('/', '/members')).toBe(false);
		expect(opens('/wall', '/wallpaper')).toBe(false);
		expect(opens('/cities/320200', '/cities/320500')).toBe(false);
	});

	it.each(['https://example.org/', '//example.org', '/\\example.org', 'wall', '/a b', '/share/x', '/en/share/x', '/staff', '/en/staff/shares', '/login?to=/', ''])('refuses the path %j', (path) => {
		expect(v.is(sharePathSchema, path)).toBe(false);
	});

	it('takes an address as it is pasted, without the origin of the site alone', () => {
		expect(withoutOrigin(' https://Atlas.example.org/wall?views=map ', 'https://atlas.example.org')).toBe('/wall?views=map');
		expect(withoutOrigin('https://atlas.example.org.evil.org/', 'https://atlas.example.org')).toBe('https://atlas.example.org.evil.org/');
		expect(withoutOrigin('/wall', 'https://atlas.example.org')).toBe('/wall');
	});

	it.each(['/', '/wall?views=overview;city:320200', '/en/cities/320200?at=2021-06-30', '/staffing', '/wall?playlist=aB3-_'])('takes the path %j', (path) => {
		expect(v.is(sharePathSchema, path)).toBe(true);
	});
});

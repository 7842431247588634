import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { DEFAULT_FRAMING, frameAncestors, framingSchema, mayFrame, originOf } from './framing.ts';

test('an address is reduced to its origin, and what names no site is refused', () => {
	expect(originOf(' https://Example.org/news/?id=1 ')).toBe('https://example.org');
	expect(originOf('http://localhost:4000')).toBe('http://localhost:4000');
	expect(originOf('https://太湖.中国/成员')).toBe('https://xn--sssq60c.xn--fiqs8s');
	expect(originOf('https://*.example.org')).toBe('https://*.example.org');
	for (const wrong of ['', 'example.org', 'ftp://example.org', 'javascript:alert(1)', 'https://*', 'https://a.*.org', 'https://u:p@example.org', "https://a';script-src *"])
		expect(originOf(wrong), wrong).toBeNull();
});

test('an origin never carries what could end a header or a directive', () => {
	fc.assert(
		fc.property(fc.string(), fc.webUrl(), (text, url) => {
			for (const origin of [originOf(text), originOf(`https://${text}`), originOf(url + text)]) expect(origin ?? '').not.toMatch(/[\s;,'"<>]/);
		})
	);
});

test('the setting is read in its canonical form, each origin once', () => {
	const read = v.parse(framingSchema, { anywhere: false, origins: ['https://example.org/a', 'https://example.org/b', 'https://*.gov.cn'] });
	expect(read).toEqual({ anywhere: false, origins: ['https://example.org', 'https://*.gov.cn'] });
	expect(v.parse(framingSchema, { anywhere: true })).toEqual(DEFAULT_FRAMING);
	expect(v.safeParse(framingSchema, { anywhere: false, origins: ['nowhere'] }).success).toBe(false);
	expect(v.safeParse(framingSchema, {}).success).toBe(false);
});

test('frame-ancestors says the same as mayFrame', () => {
	expect(frameAncestors(DEFAULT_FRAMING)).toBe('*');
	const list = { anywhere: false as const, origins: ['https://example.org', 'https://*.gov.cn'] };
	expect(frameAncestors(list)).toBe("'self' https://example.org https://*.gov.cn");
	expect(frameAncestors({ anywhere: false, origins: [] })).toBe("'self'");
	expect(mayFrame(DEFAULT_FRAMING, 'https://anyone.net')).toBe(true);
	for (const origin of ['https://example.org', 'https://wuxi.gov.cn', 'https://a.b.gov.cn']) expect(mayFrame(list, origin), origin).toBe(true);
	for (const origin of ['http://example.org', 'https://gov.cn', 'https://evilgov.cn', 'http://wuxi.gov.cn', 'https://example.org:8080']) expect(mayFrame(list, origin), origin).toBe(false);
});

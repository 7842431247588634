import * as v from 'valibot';
import { expect, test } from 'vitest';
import { frozenId, refusalSchema, seenPath, seenSchema } from './embed-use.ts';

const told = { path: '/en/embed/city/320200', host: 'https://News.example.org', width: 640, height: 900, error: null };

test('a word is reduced to the embed, the site and the size', () => {
	expect(v.parse(seenSchema, { ...told, visitor: '1.2.3.4' })).toEqual({ path: 'city/320200', host: 'https://news.example.org', size: { width: 640, height: 900 }, error: null });
	expect(v.parse(seenSchema, { ...told, path: '/embed/frozen/a1b2c3d4e5' }).path).toBe('frozen/a1b2c3d4e5');
});

test('what is no word of an embed is refused', () => {
	for (const wrong of [{}, { ...told, path: '/embed/nothing' }, { ...told, path: '/staff' }, { ...told, host: 'nowhere' }, { ...told, host: 'https://*.org' }, { ...told, width: -1 }, { ...told, height: '9' }, { ...told, error: '<b>' }])
		expect(v.safeParse(seenSchema, wrong).success, JSON.stringify(wrong)).toBe(false);
});

test('a browser’s report of a refused frame names the site', () => {
	const report = { 'document-uri': 'https://atlas.example.org/embed/map?at=2024-01-01', 'blocked-uri': 'https://other.example.net/page?user=1', referrer: '', 'violated-directive': 'frame-ancestors', 'original-policy': '…' };
	expect(v.parse(refusalSchema, { 'csp-report': report })).toEqual({ path: 'map', host: 'https://other.example.net', size: null, error: 'refused' });
	expect(v.safeParse(refusalSchema, { 'csp-report': { ...report, 'violated-directive': 'script-src' } }).success).toBe(false);
	expect(v.safeParse(refusalSchema, { 'csp-report': { ...report, 'blocked-uri': 'inline' } }).success).toBe(false);
});

test('only embeds and frozen ones have a path', () => {
	expect(seenPath('/embed/map')).toBe('map');
	expect(seenPath('/embed/map.png')).toBeNull();
	expect(frozenId('frozen/../x')).toBeNull();
});

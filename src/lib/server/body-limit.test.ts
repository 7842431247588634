import { expect, test } from 'vitest';
import { bodyRefusal, LARGEST_BODY } from './body-limit.ts';

const of = (url: string, length: number) => bodyRefusal({ url, headers: { 'content-length': String(length) } });

test('a workbook may be sent to the imports, and nowhere else', () => {
	for (const url of ['/staff/import', '/en/staff/import', '/staff/import/?/upload', '/staff/import?/upload']) {
		expect(of(url, LARGEST_BODY), url).toBeNull();
		expect(of(url, LARGEST_BODY + 1), url).toBe(413);
	}
	for (const url of ['/', '/login?/in', '/staff/imports', '/staff/import/abc', '/x/staff/import', '/login?to=/staff/import']) {
		expect(of(url, 500_000), url).toBeNull();
		expect(of(url, 600_000), url).toBe(413);
	}
});

test('a body of unknown length is taken where large ones are', () => {
	const headers = { 'transfer-encoding': 'chunked' };
	expect(bodyRefusal({ url: '/login', headers })).toBe(411);
	expect(bodyRefusal({ url: '/staff/import', headers })).toBeNull();
	expect(bodyRefusal({ url: '/login', headers: {} })).toBeNull();
});

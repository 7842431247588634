import { expect, inject, test } from 'vitest';
import { PUBLISHED } from '#tests/records/addresses.ts';
import { faultsOf } from './judges.ts';

const origin = inject('origin');

test.each(PUBLISHED)('%s still answers, as %s', async (path, type) => {
	const response = await fetch(origin + path);
	expect(response.status).toBe(200);
	expect(response.headers.get('content-type')?.split(';')[0]).toBe(type);
	expect(faultsOf(type, new Uint8Array(await response.arrayBuffer()))).toEqual([]);
});

import { expect, test } from 'vitest';
import { qrCode } from '#domain/qr.ts';
import { qrPath } from './qr-path.ts';

test('a code’s path covers its dark modules and no other', () => {
	const code = qrCode('https://atlas.example.org/cities/320200');
	const painted = code.dark.map((row) => row.map(() => false));
	for (const [, x, y, width] of qrPath(code).matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g))
		for (let i = 0; i < Number(width); i++) painted[Number(y)]![Number(x) + i] = true;
	expect(painted).toEqual(code.dark);
});

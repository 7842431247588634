import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { png } from './png.ts';

/** Width, height and whether any two pixels differ inside a box of shares; enough of a PNG reader for RGBA of 8 bits. */
function pixels(file: Buffer) {
	const chunks: Buffer[] = [];
	const header = { width: file.readUInt32BE(16), height: file.readUInt32BE(20), depth: file[24], color: file[25] };
	for (let at = 8; at < file.length; ) {
		const length = file.readUInt32BE(at);
		if (file.toString('latin1', at + 4, at + 8) === 'IDAT') chunks.push(file.subarray(at + 8, at + 8 + length));
		at += 12 + length;
	}
	const raw = inflateSync(Buffer.concat(chunks));
	const [row, bpp] = [header.width * 4, 4];
	const out = Buffer.alloc(row * header.height);
	for (let y = 0; y < header.height; y++) {
		const filter = raw[y * (row + 1)];
		for (let x = 0; x < row; x++) {
			const left = x >= bpp ? (out[y * row + x - bpp] as number) : 0;
			const up = y > 0 ? (out[(y - 1) * row + x] as number) : 0;
			const corner = x >= bpp && y > 0 ? (out[(y - 1) * row + x - bpp] as number) : 0;
			const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
			const paeth = a <= b && a <= c ? left : b <= c ? up : corner;
			const add = [0, left, up, (left + up) >> 1, paeth][filter as number] as number;
			out[y * row + x] = ((raw[y * (row + 1) + 1 + x] as number) + add) & 255;
		}
	}
	const dark = (x0: number, x1: number): number => {
		let n = 0;
		for (let y = 0; y < header.height; y++) for (let x = Math.floor(x0 * header.width); x < x1 * header.width; x++) if ((out[y * row + x * 4] as number) < 128) n++;
		return n;
	};
	return { ...header, dark };
}

const drawing = (text: string): string =>
	`<svg xmlns="http://www.w3.org/2000/svg" width="200" height="50"><rect width="200" height="50" fill="#fff"/><text x="10" y="34" font-size="24" font-family="'PingFang SC',sans-serif">${text}</text></svg>`;

test('a drawing becomes a PNG of the width asked for, its height in proportion', async () => {
	const { width, height, depth, color } = pixels(await png(drawing('a'), 600));
	expect([width, height, depth, color]).toEqual([600, 150, 8, 6]);
});

test('Chinese letters leave ink, each its own, whatever fonts the machine has', async () => {
	const [blank, one, two] = await Promise.all(['', '锡', '锡锡'].map(async (text) => pixels(await png(drawing(text), 400)).dark(0, 1)));
	expect(blank).toBe(0);
	expect(one).toBeGreaterThan(200);
	expect(two).toBe((one ?? 0) * 2);
	const other = pixels(await png(drawing('一'), 400)).dark(0, 1);
	expect(other).toBeGreaterThan(20);
	expect(other).toBeLessThan((one ?? 0) / 2);
});

test('more at once than are drawn abreast are all drawn', async () => {
	const files = await Promise.all(Array.from({ length: 7 }, (_, i) => png(drawing(String(i)), 200 + i)));
	expect(files.map((file) => file.readUInt32BE(16))).toEqual([200, 201, 202, 203, 204, 205, 206]);
});

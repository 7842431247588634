import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { correctionWords, MOST_QR_BYTES, qrCode, TooLongForQr, type QrCode } from './qr.ts';

/** Format information of level M for masks 0–7, and version information (ISO/IEC 18004, annexes C and D). */
const FORMATS = ['101010000010010', '101000100100101', '101111001111100', '101101101001011', '100010111111001', '100000011001110', '100111110010111', '100101010100000'];
const VERSIONS: Record<number, string> = {
	7: '000111110010010100',
	8: '001000010110111100',
	9: '001001101010011001',
	10: '001010010011010011',
	11: '001011101111110110',
	12: '001100011101100010',
	13: '001101100001000111',
	14: '001110011000001101',
	15: '001111100100101000'
};
/** Words in all, and blocks, of level M (table 9); the rest a reader works out. */
const WORDS = [26, 44, 70, 100, 134, 172, 196, 242, 292, 346, 404, 466, 532, 581, 655];
const BLOCKS = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10];
const CORRECTION = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24];
const CENTRES = ['', '18', '22', '26', '30', '34', '22 38', '24 42', '26 46', '28 50', '30 54', '32 58', '34 62', '26 46 66', '26 48 70'];

/** Reads a code as a scanner does once it has the modules; throws where it is not what the standard says. */
function decode({ size, dark }: QrCode): string {
	const version = (size - 17) / 4;
	const bit = (row: number, column: number): string => (dark[row]?.[column] ? '1' : '0');
	const first = [[8, 0], [8, 1], [8, 2], [8, 3], [8, 4], [8, 5], [8, 7], [8, 8], [7, 8], [5, 8], [4, 8], [3, 8], [2, 8], [1, 8], [0, 8]].map(([r, c]) => bit(r!, c!)).join('');
	const second = [...[1, 2, 3, 4, 5, 6, 7].map((i) => bit(size - i, 8)), ...[8, 7, 6, 5, 4, 3, 2, 1].map((i) => bit(8, size - i))].join('');
	expect(second).toBe(first);
	const mask = FORMATS.indexOf(first);
	expect(mask).toBeGreaterThanOrEqual(0);
	if (version >= 7) {
		const info = Array.from({ length: 18 }, (_, i) => bit(5 - Math.floor(i / 3), size - 9 - (i % 3))).join('');
		expect(info).toBe(VERSIONS[version]);
	}
	const flip = [
		(r: number, c: number) => (r + c) % 2,
		(r: number) => r % 2,
		(_: number, c: number) => c % 3,
		(r: number, c: number) => (r + c) % 3,
		(r: number, c: number) => ((r >> 1) + Math.trunc(c / 3)) % 2,
		(r: number, c: number) => (r * c) % 6, // (rc mod 2) + (rc mod 3) is 0 where 6 divides rc
		(r: number, c: number) => (((r * c) % 2) + ((r * c) % 3)) % 2,
		(r: number, c: number) => (((r + c) % 2) + ((r * c) % 3)) % 2
	][mask] as (r: number, c: number) => number;
	let bits = '';
	for (let pair = size - 1, row = size - 1, step = -1; pair > 0; pair -= pair === 8 ? 3 : 2, step = -step, row += step)
		for (; row >= 0 && row < size; row += step)
			for (const column of [pair, pair - 1]) if (!isPattern(version, row, column)) bits += (bit(row, column) === '1') !== (flip(row, column) === 0) ? '1' : '0';
	return textOf(version, (bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

function isPattern(version: number, row: number, column: number): boolean {
	const size = 17 + 4 * version;
	if (row === 6 || column === 6) return true;
	if ((row < 9 && column < 9) || (row < 9 && column >= size - 8) || (row >= size - 8 && column < 9)) return true;
	if (version >= 7 && ((row < 6 && column >= size - 11) || (column < 6 && row >= size - 11))) return true;
	const centres = [6, ...(CENTRES[version - 1] ?? '').split(' ').filter(Boolean).map(Number)];
	const last = centres.at(-1);
	return centres.some((r) =>
		centres.some((c) => {
			const taken = (r === 6 && c === 6) || (r === 6 && c === last) || (r === last && c === 6);
			return version > 1 && !taken && Math.abs(row - r) <= 2 && Math.abs(column - c) <= 2;
		})
	);
}

/** Takes the blocks apart, checks each for errors, and reads the bytes. */
function textOf(version: number, words: readonly number[]): string {
	const [all, count, correction] = [WORDS[version - 1]!, BLOCKS[version - 1]!, CORRECTION[version - 1]!];
	expect(words.length).toBe(all);
	const data = all - count * correction;
	const short = Math.floor(data / count);
	const blocks = Array.from({ length: count }, (_, b) => {
		const own = short + (b >= count - (data % count) ? 1 : 0);
		return Array.from({ length: own }, (_, i) => words[i < short ? i * count + b : short * count + b - (count - (data % count))]!);
	});
	for (const [b, block] of blocks.entries()) {
		const checks = Array.from({ length: correction }, (_, i) => words[data + i * count + b]!);
		const syndromes = checks.map((_, i) => [...block, ...checks].reduce((sum, word) => times(sum, POWERS[i]!) ^ word, 0));
		expect(syndromes.filter((syndrome) => syndrome !== 0)).toEqual([]);
	}
	const bits = blocks.flat().map((word) => word.toString(2).padStart(8, '0')).join('');
	expect(bits.slice(0, 4)).toBe('0100');
	const header = version < 10 ? 12 : 20;
	const length = Number.parseInt(bits.slice(4, header), 2);
	return new TextDecoder('utf-8', { fatal: true }).decode(
		Uint8Array.from({ length }, (_, i) => Number.parseInt(bits.slice(header + 8 * i, header + 8 * i + 8), 2))
	);
}

/** Multiplication in GF(256), bit by bit. */
function times(a: number, b: number): number {
	let [sum, factor] = [0, a];
	for (let rest = b; rest > 0; rest >>= 1) {
		if (rest & 1) sum ^= factor;
		factor = (factor << 1) ^ (factor & 0x80 ? 0x11d : 0);
	}
	return sum;
}

const POWERS = Array.from({ length: 255 }, () => 1);
for (let i = 1; i < 255; i++) POWERS[i] = times(2, POWERS[i - 1]!);

describe('a QR code', () => {
	test('has the error correction words of the published example', () => {
		const data = [32, 91, 11, 120, 209, 114, 220, 77, 67, 64, 236, 17, 236, 17, 236, 17];
		expect(correctionWords(data, 10)).toEqual([196, 35, 39, 119, 235, 215, 231, 226, 93, 23]);
	});

	test('of any text reads back as that text', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
				expect(decode(qrCode(text))).toBe(text.toWellFormed());
			}),
			{ numRuns: 25 }
		);
	});

	test.each([0, 1, 14, 15, 26, 27, 42, 62, 84, 106, 122, 152, 180, 213, 214, 251, 287, 331, 362, MOST_QR_BYTES])('of %i bytes reads back, in each version to the brim', (length) => {
		const text = 'https://atlas.example.org/'.padEnd(length, 'x').slice(0, length);
		expect(decode(qrCode(text))).toBe(text);
	});

	test('takes the smallest version that holds the text', () => {
		const brims = [14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362, MOST_QR_BYTES];
		for (const [i, brim] of brims.entries()) {
			expect(qrCode('x'.repeat(brim)).size).toBe(21 + 4 * i);
			if (i < 14) expect(qrCode('x'.repeat(brim + 1)).size).toBe(25 + 4 * i);
		}
	});

	test('is refused for a text that no version made here can hold', () => {
		expect(() => qrCode('x'.repeat(MOST_QR_BYTES + 1))).toThrow(TooLongForQr);
	});
});

/** A QR code: its side in modules, and whether the module of a row and column is dark. */
export type QrCode = { readonly size: number; readonly dark: readonly (readonly boolean[])[] };

/** A text too long for the largest code made here. */
export class TooLongForQr extends Error {}

/** Bytes of text that a code can hold at most (version 15, level M). */
export const MOST_QR_BYTES = 412;

/**
 * Level M for versions 1–15 (ISO/IEC 18004, table 9): error correction words a block, then blocks and their data words;
 * blocks of the second kind hold one word more.
 */
const BLOCKS: readonly (readonly [correction: number, blocks: number, words: number, longer: number])[] = [
	[10, 1, 16, 0],
	[16, 1, 28, 0],
	[26, 1, 44, 0],
	[18, 2, 32, 0],
	[24, 2, 43, 0],
	[16, 4, 27, 0],
	[18, 4, 31, 0],
	[22, 2, 38, 2],
	[22, 3, 36, 2],
	[26, 4, 43, 1],
	[30, 1, 50, 4],
	[22, 6, 36, 2],
	[22, 8, 37, 1],
	[24, 4, 40, 5],
	[24, 5, 41, 5]
];

/** Centres of the alignment patterns of versions 1–15 (annex E). */
const ALIGNMENT: readonly (readonly number[])[] = [
	[],
	[6, 18],
	[6, 22],
	[6, 26],
	[6, 30],
	[6, 34],
	[6, 22, 38],
	[6, 24, 42],
	[6, 26, 46],
	[6, 28, 50],
	[6, 30, 54],
	[6, 32, 58],
	[6, 34, 62],
	[6, 26, 46, 66],
	[6, 26, 48, 70]
];

/** The eight masks (table 10). */
const MASKS: readonly ((row: number, column: number) => boolean)[] = [
	(r, c) => (r + c) % 2 === 0,
	(r) => r % 2 === 0,
	(_, c) => c % 3 === 0,
	(r, c) => (r + c) % 3 === 0,
	(r, c) => (Math.floor(r / 2) + Math.floor(c / 3)) % 2 === 0,
	(r, c) => ((r * c) % 2) + ((r * c) % 3) === 0,
	(r, c) => (((r * c) % 2) + ((r * c) % 3)) % 2 === 0,
	(r, c) => (((r + c) % 2) + ((r * c) % 3)) % 2 === 0
];

/**
 * The QR code of a text in UTF-8: byte mode, error correction level M (15 %), the smallest version that holds it, the
 * mask of the lowest penalty. Without the quiet zone of four modules, which who draws it leaves free.
 * Throws `TooLongForQr` beyond `MOST_QR_BYTES`.
 */
export function qrCode(text: string): QrCode {
	const bytes = new TextEncoder().encode(text);
	const version = 1 + BLOCKS.findIndex((_, i) => bytes.length <= capacity(i + 1));
	if (version === 0) throw new TooLongForQr(`${bytes.length} bytes; at most ${MOST_QR_BYTES} fit`);
	const bits = codewords(bytes, version).flatMap((word) => bitsOf(word, 8));
	const candidates = MASKS.map((_, mask) => draw(version, bits, mask));
	const best = candidates.map(penalty).reduce((low, points, i, all) => (points < (all[low] as number) ? i : low), 0);
	return { size: 17 + 4 * version, dark: candidates[best] as boolean[][] };
}

function capacity(version: number): number {
	return dataWords(version) - (version < 10 ? 2 : 3);
}

function dataWords(version: number): number {
	const [, blocks, words, longer] = BLOCKS[version - 1] as (typeof BLOCKS)[number];
	return blocks * words + longer * (words + 1);
}

function bitsOf(value: number, length: number): boolean[] {
	return Array.from({ length }, (_, i) => ((value >> (length - 1 - i)) & 1) === 1);
}

/** Data and error correction words in the order in which they are drawn. */
function codewords(bytes: Uint8Array, version: number): number[] {
	const bits = [...bitsOf(0b0100, 4), ...bitsOf(bytes.length, version < 10 ? 8 : 16), ...[...bytes].flatMap((byte) => bitsOf(byte, 8))];
	const room = dataWords(version);
	const data: number[] = [];
	for (let i = 0; i < bits.length; i += 8) data.push(bits.slice(i, i + 8).reduce((word, bit, j) => word | (Number(bit) << (7 - j)), 0));
	for (let pad = 0xec; data.length < room; pad ^= 0xec ^ 0x11) data.push(pad);

	const [correction, blocks, words, longer] = BLOCKS[version - 1] as (typeof BLOCKS)[number];
	const parts = Array.from({ length: blocks + longer }, (_, i) => {
		const from = i * words + Math.max(0, i - blocks);
		return data.slice(from, from + words + (i < blocks ? 0 : 1));
	});
	const checks = parts.map((part) => correctionWords(part, correction));
	return [...interleave(parts, words + 1), ...interleave(checks, correction)];
}

function interleave(parts: readonly (readonly number[])[], most: number): number[] {
	return Array.from({ length: most }, (_, i) => parts.flatMap((part) => part[i] ?? [])).flat();
}

/** Powers of the generator element in GF(256) modulo x⁸+x⁴+x³+x²+1, and their logarithms. */
const POWERS: number[] = [];
const LOGARITHMS: number[] = [];
for (let i = 0, value = 1; i < 255; i++) {
	POWERS[i] = value;
	LOGARITHMS[value] = i;
	value = (value << 1) ^ (value & 0x80 ? 0x11d : 0);
}

function product(a: number, b: number): number {
	return a === 0 || b === 0 ? 0 : (POWERS[((LOGARITHMS[a] as number) + (LOGARITHMS[b] as number)) % 255] as number);
}

/** Reed–Solomon error correction words of a block of data words. */
export function correctionWords(data: readonly number[], count: number): number[] {
	let generator = [1];
	for (let i = 0; i < count; i++) {
		const raised = [...generator, 0];
		generator = raised.map((term, j) => term ^ (j > 0 ? product(generator[j - 1] as number, POWERS[i] as number) : 0));
	}
	const rest = [...data, ...Array<number>(count).fill(0)];
	for (let i = 0; i < data.length; i++) {
		const lead = rest[i] as number;
		generator.forEach((term, j) => (rest[i + j] = (rest[i + j] as number) ^ product(term, lead)));
	}
	return rest.slice(data.length);
}

/** The remainder of a value shifted up by a code's length: its BCH check bits. */
function checkBits(value: number, generator: number, length: number): number {
	let rest = value << length;
	for (let bit = 31 - Math.clz32(rest); bit >= length; bit = 31 - Math.clz32(rest)) rest ^= generator << (bit - length);
	return rest;
}

function draw(version: number, bits: readonly boolean[], mask: number): boolean[][] {
	const size = 17 + 4 * version;
	const cells: (boolean | null)[][] = Array.from({ length: size }, () => Array<boolean | null>(size).fill(null));
	const set = (row: number, column: number, dark: boolean): void => {
		(cells[row] as (boolean | null)[])[column] = dark;
	};
	drawPatterns(cells, version, set);
	drawFormat(size, mask, set);
	if (version >= 7) drawVersion(size, version, set);

	const masked = MASKS[mask] as (typeof MASKS)[number];
	let next = 0;
	for (let right = size - 1, up = true; right > 0; right -= 2, up = !up) {
		if (right === 6) right = 5; // the timing pattern's own column
		for (let i = 0; i < size; i++) {
			const row = up ? size - 1 - i : i;
			for (const column of [right, right - 1])
				if (cells[row]?.[column] === null) set(row, column, (bits[next++] ?? false) !== masked(row, column));
		}
	}
	return cells as boolean[][];
}

type Set = (row: number, column: number, dark: boolean) => void;

/** Finder, timing and alignment patterns, and the dark module. */
function drawPatterns(cells: readonly (readonly (boolean | null)[])[], version: number, set: Set): void {
	const size = cells.length;
	for (const [top, left] of [
		[0, 0],
		[0, size - 7],
		[size - 7, 0]
	] as const)
		for (let r = -1; r <= 7; r++)
			for (let c = -1; c <= 7; c++) {
				const ring = Math.max(Math.abs(r - 3), Math.abs(c - 3));
				if (cells[top + r]?.[left + c] !== undefined) set(top + r, left + c, ring !== 2 && ring !== 4);
			}
	const centres = ALIGNMENT[version - 1] as readonly number[];
	for (const row of centres)
		for (const column of centres) {
			if (cells[row]?.[column] !== null) continue;
			for (let r = -2; r <= 2; r++) for (let c = -2; c <= 2; c++) set(row + r, column + c, Math.max(Math.abs(r), Math.abs(c)) !== 1);
		}
	for (let i = 8; i < size - 8; i++) {
		set(6, i, i % 2 === 0);
		set(i, 6, i % 2 === 0);
	}
	set(size - 8, 8, true);
}

/** The level (M is 00) and the mask, twice. */
function drawFormat(size: number, mask: number, set: Set): void {
	const bits = bitsOf(((mask << 10) | checkBits(mask, 0x537, 10)) ^ 0x5412, 15);
	bits.forEach((dark, i) => {
		if (i < 6) set(8, i, dark);
		else if (i < 8) set(8, i + 1, dark);
		else if (i === 8) set(7, 8, dark);
		else set(14 - i, 8, dark);
		if (i < 7) set(size - 1 - i, 8, dark);
		else set(8, size - 15 + i, dark);
	});
}

function drawVersion(size: number, version: number, set: Set): void {
	const bits = bitsOf((version << 12) | checkBits(version, 0x1f25, 12), 18).reverse();
	bits.forEach((dark, i) => {
		set(Math.floor(i / 3), size - 11 + (i % 3), dark);
		set(size - 11 + (i % 3), Math.floor(i / 3), dark);
	});
}

/** How hard a code would be to read (7.8.3): runs, blocks, finder-like rows, and an uneven share of dark. */
function penalty(dark: readonly (readonly boolean[])[]): number {
	const size = dark.length;
	const columns = Array.from({ length: size }, (_, c) => dark.map((row) => row[c] as boolean));
	let points = 0;
	for (const line of [...dark, ...columns]) {
		const text = line.map(Number).join('');
		for (const run of text.match(/0{5,}|1{5,}/g) ?? []) points += run.length - 2;
		points += 40 * (text.match(/(?=00001011101|10111010000)/g) ?? []).length;
	}
	for (let r = 1; r < size; r++)
		for (let c = 1; c < size; c++) {
			const own = dark[r]?.[c];
			if (dark[r - 1]?.[c] === own && dark[r]?.[c - 1] === own && dark[r - 1]?.[c - 1] === own) points += 3;
		}
	const share = dark.flat().filter(Boolean).length / size ** 2;
	return points + 10 * Math.floor(Math.abs(share - 0.5) * 20);
}

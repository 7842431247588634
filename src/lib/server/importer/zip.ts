import { createInflateRaw } from 'node:zlib';
import { UnreadableFile } from './refusal.ts';

/** One file of an archive. `start` is where its local header lies; the sizes are what the archive claims. */
export type ZipEntry = {
	readonly name: string;
	readonly method: number;
	readonly crc: number;
	readonly packed: number;
	readonly size: number;
	readonly start: number;
	readonly encrypted: boolean;
};

const MOST_ENTRIES = 2_000;
const CHUNK = 1 << 18;
const END = 0x06054b50;
const DIRECTORY = 0x02014b50;
const LOCAL = 0x04034b50;
const NOT_HERE = 0xffffffff;

/** How many bytes may still come out of an archive, whatever it claims. */
export class Budget {
	#left: number;

	constructor(bytes: number) {
		this.#left = bytes;
	}

	/** Throws `UnreadableFile` once there is no more. */
	take(bytes: number): void {
		this.#left -= bytes;
		if (this.#left < 0) throw new UnreadableFile('bomb');
	}
}

/** The files of an archive by name, from its directory. Throws `UnreadableFile`: damaged, too many entries, unsafe names. */
export function readDirectory(bytes: Buffer): Map<string, ZipEntry> {
	const end = endOf(bytes);
	const count = bytes.readUInt16LE(end + 10);
	if (count > MOST_ENTRIES) throw new UnreadableFile('bomb');
	let at = bytes.readUInt32LE(end + 16);
	const entries = new Map<string, ZipEntry>();
	for (let i = 0; i < count; i++) {
		if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== DIRECTORY) throw new UnreadableFile('damaged');
		const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset)) as [number, number, number];
		const extraAt = at + 46 + nameLength;
		const after = extraAt + extraLength + commentLength;
		if (after > bytes.length) throw new UnreadableFile('damaged');
		const name = bytes.toString('utf8', at + 46, extraAt);
		if (isUnsafe(name) || entries.has(name)) throw new UnreadableFile('unsafe_name', name.slice(0, 80));
		const wide = wideSizes(bytes.subarray(extraAt, extraAt + extraLength));
		const number = (offset: number) => {
			const value = bytes.readUInt32LE(at + offset);
			return value === NOT_HERE ? (wide.shift() ?? value) : value;
		};
		// In the order in which the wide sizes stand: unpacked, packed, start.
		const size = number(24);
		const packed = number(20);
		const start = number(42);
		const flags = bytes.readUInt16LE(at + 8);
		entries.set(name, { name, method: bytes.readUInt16LE(at + 10), crc: bytes.readUInt32LE(at + 16), packed, size, start, encrypted: (flags & 1) === 1 });
		at = after;
	}
	return entries;
}

function endOf(bytes: Buffer): number {
	for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - 0xffff); at--) if (bytes.readUInt32LE(at) === END) return at;
	throw new UnreadableFile('damaged');
}

/** Sizes above 4 GB and of writers that always write them wide, in the order they stand. */
function wideSizes(extra: Buffer): number[] {
	for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
		const length = extra.readUInt16LE(at + 2);
		if (extra.readUInt16LE(at) !== 1 || at + 4 + length > extra.length) continue;
		return Array.from({ length: Math.min(3, length >> 3) }, (_, i) => Number(extra.readBigUInt64LE(at + 4 + 8 * i)));
	}
	return [];
}

/** A name that leads out of the archive. */
function isUnsafe(name: string): boolean {
	return /^[/\\]|^[a-z]:|\0/i.test(name) || name.split(/[/\\]/).includes('..');
}

/** The bytes of one file as the archive packs them. Throws `UnreadableFile`. */
export function packedBytes(bytes: Buffer, entry: ZipEntry): Buffer {
	const { start, packed } = entry;
	if (start + 30 > bytes.length || bytes.readUInt32LE(start) !== LOCAL) throw new UnreadableFile('damaged');
	const at = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28);
	if (at + packed > bytes.length) throw new UnreadableFile('damaged');
	return bytes.subarray(at, at + packed);
}

/** The contents of one file a piece at a time; no more than the budget allows. Throws `UnreadableFile`. */
export async function* contentOf(bytes: Buffer, entry: ZipEntry, budget: Budget): AsyncGenerator<Buffer> {
	if (entry.encrypted) throw new UnreadableFile('encrypted');
	// What the archive itself says is too much need not be tried.
	if (entry.size > entry.packed * 1100 + 10_000) throw new UnreadableFile('bomb');
	const data = packedBytes(bytes, entry);
	if (entry.method === 0) {
		budget.take(data.length);
		yield data;
		return;
	}
	if (entry.method !== 8) throw new UnreadableFile('damaged');
	const inflate = createInflateRaw({ chunkSize: CHUNK });
	inflate.end(data);
	try {
		for await (const piece of inflate as AsyncIterable<Buffer>) {
			budget.take(piece.length);
			yield piece;
		}
	} catch (error) {
		if (error instanceof UnreadableFile) throw error;
		throw new UnreadableFile('damaged');
	} finally {
		inflate.destroy();
	}
}

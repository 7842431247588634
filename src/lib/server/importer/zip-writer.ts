import { crc32, createDeflateRaw, deflateRawSync } from 'node:zlib';

/** One file to go into an archive, packed already. */
export type PackedFile = { readonly name: string; readonly method: 0 | 8; readonly crc: number; readonly size: number; readonly packed: Buffer };

/** Packs a text or bytes. */
export function packed(name: string, content: string | Buffer): PackedFile {
	const bytes = typeof content === 'string' ? Buffer.from(content) : content;
	return { name, method: 8, crc: crc32(bytes), size: bytes.length, packed: deflateRawSync(bytes) };
}

/** Packs a text that arrives a piece at a time. */
export async function packedStream(name: string, pieces: AsyncIterable<string>): Promise<PackedFile> {
	const deflate = createDeflateRaw({ level: 4 });
	const out: Buffer[] = [];
	deflate.on('data', (piece: Buffer) => out.push(piece));
	const ended = new Promise<void>((resolve, reject) => deflate.once('end', resolve).once('error', reject));
	let crc = 0;
	let size = 0;
	for await (const piece of pieces) {
		const bytes = Buffer.from(piece);
		crc = crc32(bytes, crc);
		size += bytes.length;
		if (!deflate.write(bytes)) await new Promise<void>((resolve) => deflate.once('drain', () => resolve()));
	}
	deflate.end();
	await ended;
	return { name, method: 8, crc, size, packed: Buffer.concat(out) };
}

/** An archive of these files in this order. */
export function writeZip(files: readonly PackedFile[]): Buffer {
	const parts: Buffer[] = [];
	const directory: Buffer[] = [];
	let at = 0;
	for (const { name, method, crc, size, packed: bytes } of files) {
		const label = Buffer.from(name);
		const common = Buffer.alloc(26);
		common.writeUInt16LE(20, 0);
		common.writeUInt16LE(0x0800, 2);
		common.writeUInt16LE(method, 4);
		// 1 January 1980: the same content is the same file.
		common.writeUInt16LE(0x21, 8);
		common.writeUInt32LE(crc, 10);
		common.writeUInt32LE(bytes.length, 14);
		common.writeUInt32LE(size, 18);
		common.writeUInt16LE(label.length, 22);
		parts.push(Buffer.from([0x50, 0x4b, 3, 4]), common, label, bytes);
		const tail = Buffer.alloc(14);
		tail.writeUInt32LE(at, 10);
		directory.push(Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), common, tail, label);
		at += 30 + label.length + bytes.length;
	}
	const list = Buffer.concat(directory);
	const end = Buffer.alloc(22);
	end.writeUInt32LE(0x06054b50, 0);
	end.writeUInt16LE(files.length, 8);
	end.writeUInt16LE(files.length, 10);
	end.writeUInt32LE(list.length, 12);
	end.writeUInt32LE(at, 16);
	return Buffer.concat([...parts, list, end]);
}

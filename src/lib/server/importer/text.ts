import { StringDecoder } from 'node:string_decoder';
import { type Budget, contentOf, type ZipEntry } from './zip.ts';
import { UnreadableFile } from './refusal.ts';
import { XmlScanner, type XmlHandler } from './xml.ts';

/** Scans one XML part of an archive as it is unpacked. Throws `UnreadableFile`. */
export async function scanPart(bytes: Buffer, entry: ZipEntry, budget: Budget, handler: XmlHandler): Promise<void> {
	const scanner = new XmlScanner(handler);
	for await (const text of textOf(bytes, entry, budget)) scanner.write(text);
	scanner.end();
}

/** The text of one part a piece at a time, from UTF-8 or, by its mark, UTF-16. Throws `UnreadableFile`. */
export async function* textOf(bytes: Buffer, entry: ZipEntry, budget: Budget): AsyncGenerator<string> {
	let decoder: StringDecoder | null = null;
	for await (const piece of contentOf(bytes, entry, budget)) {
		if (piece.length === 0) continue;
		if (!decoder) {
			if (piece[0] === 0xfe && piece[1] === 0xff) throw new UnreadableFile('damaged');
			decoder = new StringDecoder(piece[0] === 0xff && piece[1] === 0xfe ? 'utf16le' : 'utf8');
			const first = decoder.write(piece);
			yield first.charCodeAt(0) === 0xfeff ? first.slice(1) : first;
		} else yield decoder.write(piece);
	}
	const last = decoder?.end() ?? '';
	if (last) yield last;
}

import { textWidth } from '../map/text-width.ts';

/** Text without what XML cannot hold: control characters and halves of surrogate pairs. */
export function xmlSafe(text: string): string {
	// eslint-disable-next-line no-control-regex
	return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
}

/** Text for XML, escaped. */
export function escapeXml(text: string): string {
	return xmlSafe(text).replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}

/** Punctuation that may not begin a line. */
const CLINGS = /^[，。；：、）」』》〉】”’…！？,.;:)!?%]/u;

/** What is never parted: a Han character or a Latin word with the opening marks before it. */
const PIECES = /[“‘（「『《〈【]*(?:\p{Script=Han}|[^\p{Script=Han}\s“‘（「『《〈【]+\s*)|[“‘（「『《〈【]+\s*|\s+/gu;

/** A text in lines no wider than `ems`: Latin words stay whole, Han characters break anywhere but before closing and after opening marks. */
export function wrapped(text: string, ems: number): string[] {
	const pieces = text.match(PIECES) ?? [];
	const lines: string[] = [];
	let line = '';
	for (const piece of pieces) {
		if (line !== '' && textWidth((line + piece).trimEnd()) > ems && !CLINGS.test(piece)) {
			lines.push(line.trimEnd());
			line = '';
		}
		line += line === '' ? piece.trimStart() : piece;
	}
	return line.trim() === '' ? lines : [...lines, line.trimEnd()];
}

/** Lines of text one under the other, the first on the baseline `y`. */
export function textLines(lines: readonly string[], at: { x: number; y: number; size: number; leading: number; attributes?: string }): string {
	const { x, y, size, leading, attributes = '' } = at;
	return lines.map((line, i) => `<text x="${x}" y="${short(y + i * leading)}" font-size="${size}"${attributes && ` ${attributes}`}>${escapeXml(line)}</text>`).join('');
}

/** A number with two decimals at most. */
export function short(n: number): string {
	return String(Math.round(n * 100) / 100 + 0);
}

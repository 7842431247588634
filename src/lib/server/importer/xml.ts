import { UnreadableFile } from './refusal.ts';

/** What a scanner tells. Names come without prefix; attributes as they are written, for `attribute`. */
export type XmlHandler = {
	open(name: string, attributes: string, empty: boolean): void;
	close(name: string): void;
	/** Text between tags; may come in parts. */
	text(text: string): void;
};

/** A tag longer than this is no tag of a workbook. */
const LONGEST_TAG = 100_000;

/**
 * Reads XML as it arrives and tells of tags and text. Knows no document type and no entities beyond the five of XML
 * itself: a declaration of either is refused. Throws `UnreadableFile`: dtd, damaged.
 */
export class XmlScanner {
	readonly #handler: XmlHandler;
	#rest = '';

	constructor(handler: XmlHandler) {
		this.#handler = handler;
	}

	write(part: string): void {
		const text = this.#rest === '' ? part : this.#rest + part;
		let at = 0;
		while (at < text.length) {
			const open = text.indexOf('<', at);
			if (open < 0) {
				// An entity may be cut in two.
				const cut = text.lastIndexOf('&');
				const end = cut >= at && text.length - cut < 12 && !text.includes(';', cut) ? cut : text.length;
				if (end > at) this.#handler.text(decoded(text.slice(at, end)));
				at = end;
				break;
			}
			if (open > at) this.#handler.text(decoded(text.slice(at, open)));
			at = open;
			const next = text.charCodeAt(open + 1);
			const end = next === 33 || next === 63 ? this.#special(text, open) : this.#tag(text, open);
			if (end < 0) break;
			at = end;
		}
		this.#rest = at === 0 ? text : text.slice(at);
		if (this.#rest.length > 2 * LONGEST_TAG && !this.#rest.startsWith('<![CDATA[')) throw new UnreadableFile('damaged');
		if (this.#rest.length > 40_000_000) throw new UnreadableFile('bomb');
	}

	/** Throws when the document stops within a tag. */
	end(): void {
		if (this.#rest.trim() !== '') throw new UnreadableFile('damaged');
	}

	/** Where a tag ends, told; -1 when it has not arrived whole. */
	#tag(text: string, open: number): number {
		let close = text.indexOf('>', open);
		for (let quote = nextQuote(text, open, close); quote >= 0 && close >= 0; quote = nextQuote(text, quote, close)) {
			const end = text.indexOf(text[quote] as string, quote + 1);
			if (end < 0) return -1;
			if (end > close) close = text.indexOf('>', end);
			quote = end + 1;
		}
		if (close < 0) return -1;
		if (close - open > LONGEST_TAG) throw new UnreadableFile('damaged');
		if (text.charCodeAt(open + 1) === 47) {
			this.#handler.close(localName(text.slice(open + 2, close).trimEnd()));
			return close + 1;
		}
		const empty = text.charCodeAt(close - 1) === 47;
		let end = open + 1;
		for (; end < close; end++) {
			const code = text.charCodeAt(end);
			if (code <= 32 || code === 47) break;
		}
		const name = localName(text.slice(open + 1, end));
		this.#handler.open(name, text.slice(end, empty ? close - 1 : close), empty);
		if (empty) this.#handler.close(name);
		return close + 1;
	}

	/** Comments, instructions and character data. */
	#special(text: string, open: number): number {
		if (text.startsWith('<?', open)) return after(text, '?>', open);
		if (text.startsWith('<!--', open)) return after(text, '-->', open + 4);
		if (text.startsWith('<![CDATA[', open)) {
			const end = after(text, ']]>', open);
			if (end >= 0) this.#handler.text(text.slice(open + 9, end - 3));
			return end;
		}
		if (text.length - open < 9) return -1;
		throw new UnreadableFile('dtd');
	}
}

function after(text: string, mark: string, from: number): number {
	const at = text.indexOf(mark, from);
	return at < 0 ? -1 : at + mark.length;
}

function nextQuote(text: string, from: number, before: number): number {
	for (let at = from; at < before; at++) {
		const code = text.charCodeAt(at);
		if (code === 34 || code === 39) return at;
	}
	return -1;
}

function localName(name: string): string {
	const colon = name.indexOf(':');
	return colon < 0 ? name : name.slice(colon + 1);
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text with its entities resolved; one that XML does not know stays as it is. */
export function decoded(text: string): string {
	if (!text.includes('&')) return text;
	return text.replace(/&(#x[\da-f]{1,6}|#\d{1,7}|[a-z]{2,4});/gi, (whole, name: string) => {
		if (!name.startsWith('#')) return ENTITIES[name] ?? whole;
		const code = name[1] === 'x' || name[1] === 'X' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
		return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '';
	});
}

/** The value of an attribute among those of a tag, null where it is missing. Names are compared whole, prefix included. */
export function attribute(attributes: string, name: string): string | null {
	for (let at = attributes.indexOf(name); at >= 0; at = attributes.indexOf(name, at + 1)) {
		if (at > 0 && attributes.charCodeAt(at - 1) > 32) continue;
		let equals = at + name.length;
		while (attributes.charCodeAt(equals) <= 32) equals++;
		if (attributes.charCodeAt(equals) !== 61) continue;
		let quote = equals + 1;
		while (attributes.charCodeAt(quote) <= 32) quote++;
		const end = attributes.indexOf(attributes[quote] ?? '"', quote + 1);
		return end < 0 ? null : decoded(attributes.slice(quote + 1, end));
	}
	return null;
}

/** A text as it may stand between tags or in quotes; what XML cannot hold is left out. */
export function encoded(text: string): string {
	return text
		// eslint-disable-next-line no-control-regex
		.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '')
		.replace(/&/g, '&amp;')
		.replace(/</g, '&lt;')
		.replace(/>/g, '&gt;')
		.replace(/"/g, '&quot;');
}

/** An element of a page as sent: enough of a tree to read tables, links and words from it. */
export type Element = {
	readonly name: string;
	readonly attributes: Readonly<Record<string, string>>;
	readonly children: readonly (Element | string)[];
};

const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
/** Their content is no markup. */
const RAW = new Set(['script', 'style', 'textarea', 'title']);
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

const TAG = /<!--[^]*?-->|<!doctype[^>]*>|<(\/?)([a-z][\w:-]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>/gi;
const ATTRIBUTE = /([^\s"'=<>/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;

/** Text as a browser reads it, the character references of HTML that pages use resolved. */
export function unescape(text: string): string {
	return text.replace(/&(?:#x([\da-f]+)|#(\d+)|([a-z]+));/gi, (whole, hex, decimal, name) =>
		hex ? String.fromCodePoint(parseInt(hex, 16)) : decimal ? String.fromCodePoint(Number(decimal)) : (ENTITIES[name] ?? whole)
	);
}

/** Reads a page into a tree. A tag that closes nothing, or one left open, throws: a browser would move things about. */
export function readDocument(html: string): Element {
	type Open = { name: string; attributes: Record<string, string>; children: (Element | string)[] };
	const root: Open = { name: '#document', attributes: {}, children: [] };
	const open: Open[] = [root];
	let from = 0;
	const text = (to: number): void => void (to > from && open.at(-1)?.children.push(unescape(html.slice(from, to))));
	TAG.lastIndex = 0;
	for (let tag = TAG.exec(html); tag; tag = TAG.exec(html)) {
		text(tag.index);
		from = TAG.lastIndex;
		const [, closing, written = '', rest = ''] = tag;
		const name = written.toLowerCase();
		if (!name) continue;
		if (closing) {
			const last = open.pop();
			if (last?.name !== name) throw new Error(`</${name}> closes <${last?.name}> near …${html.slice(tag.index - 80, from)}`);
			continue;
		}
		const element: Open = { name, attributes: attributesOf(rest), children: [] };
		open.at(-1)?.children.push(element);
		if (VOID.has(name) || rest.endsWith('/')) continue;
		if (!RAW.has(name)) {
			open.push(element);
			continue;
		}
		const end = new RegExp(`</${name}\\s*>`, 'gi');
		end.lastIndex = from;
		const found = end.exec(html);
		if (!found) throw new Error(`<${name}> is never closed`);
		const raw = html.slice(from, found.index);
		element.children.push(name === 'title' || name === 'textarea' ? unescape(raw) : raw);
		from = TAG.lastIndex = end.lastIndex;
	}
	text(html.length);
	if (open.length > 1) throw new Error(`<${open.at(-1)?.name}> is never closed`);
	return root;
}

function attributesOf(text: string): Record<string, string> {
	return Object.fromEntries(
		[...text.matchAll(ATTRIBUTE)].map(([, name = '', a, b, c]) => [name.toLowerCase(), unescape(a ?? b ?? c ?? '')])
	);
}

/** All elements below `within` that are so named and pass `test`, in the order of the page. `*` is any name. */
export function all(within: Element, name: string, test: (element: Element) => boolean = () => true): Element[] {
	return within.children.flatMap((child) =>
		typeof child === 'string'
			? []
			: [...((name === '*' || child.name === name) && test(child) ? [child] : []), ...all(child, name, test)]
	);
}

/** The one such element. Throws when there is none, or more than one. */
export function only(within: Element, name: string, test?: (element: Element) => boolean): Element {
	const found = all(within, name, test);
	if (found.length !== 1 || !found[0]) throw new Error(`${found.length} <${name}> where one was expected`);
	return found[0];
}

/** What a reader sees of an element, white space folded; scripts, styles and titles of drawings left out. */
export function words(element: Element): string {
	const parts = (node: Element | string): string =>
		typeof node === 'string' ? node : ['script', 'style', 'title'].includes(node.name) ? ' ' : node.children.map(parts).join('');
	return parts(element).replace(/\s+/g, ' ').trim();
}

/** The section of a page under the heading with these words. */
export function section(page: Element, heading: string): Element {
	return only(page, 'section', (element) => all(element, 'h2').some((title) => words(title) === heading));
}

/** The cells of a table's body, row by row, in words. */
export function rows(table: Element): string[][] {
	return all(table, 'tr', (row) => all(row, 'td').length > 0).map((row) =>
		row.children.filter((cell): cell is Element => typeof cell !== 'string').map(words)
	);
}

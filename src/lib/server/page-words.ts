/** Asks this site for one of its pages as anybody would. */
export type Ask = (path: string) => Promise<Response>;

/** What a page says of itself: its title and, where it has one, its description. */
export type PageWords = { readonly title: string; readonly description: string };

/** Pages that stand for themselves on other sites; what is signed in, shared or no page has no words. */
const NO_PAGE = /^(\/en)?\/(staff|login|setup|share|private|embed|oembed|api|stage|live|healthz|readyz|metrics)(\/|$|\.)/;

/** The words of a public page, asked for without anybody's cookies; null when there is none. */
export async function pageWords(path: string, ask: Ask): Promise<PageWords | null> {
	if (!/^\/(?![/\\])/.test(path) || path.length > 2000 || NO_PAGE.test(path)) return null;
	const response = await ask(path);
	if (!response.ok || !(response.headers.get('content-type') ?? '').startsWith('text/html')) return null;
	const html = await response.text();
	const [, title = ''] = /<title>([^<]*)<\/title>/.exec(html) ?? [];
	const [, description = ''] = /<meta name="description" content="([^"]*)"/.exec(html) ?? [];
	return title === '' ? null : { title: unescape(title), description: unescape(description) };
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** Text from the markup that this site writes. */
function unescape(text: string): string {
	return text.replace(/&(?:#(\d{1,6})|(\w+));/g, (whole, code: string | undefined, name: string | undefined) => (code ? String.fromCodePoint(Number(code)) : (NAMED[name ?? ''] ?? whole)));
}

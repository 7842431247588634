import { readShape } from '#domain/shape.ts';
import { ask, type Answer } from './answer.ts';
import { all } from './document.ts';

/** What a page links to on its own server: the address with its query, and the place on that page. */
export type Link = { readonly path: string; readonly fragment: string };

const ABREAST = 6;

/** Data in other shapes, feeds, the interface and signed-in work: tests of their own ask for those. */
function isElsewhere(pathname: string): boolean {
	const path = pathname.replace(/^\/en(?=\/|$)/, '') || '/';
	return readShape(path) !== null || /^\/(api\/|staff(\/|$)|data\.zip|feed\.atom|events\.ics)/.test(path);
}

/** The links of an answer to other pages of its own server, as a browser resolves them. */
export function internalLinks(origin: string, path: string, { page }: Answer): Link[] {
	return all(page, 'a', ({ attributes }) => attributes.href !== undefined).flatMap(({ attributes }) => {
		const url = new URL(attributes.href as string, origin + path);
		return url.origin === origin && !isElsewhere(url.pathname) ? [{ path: url.pathname + url.search, fragment: url.hash.slice(1) }] : [];
	});
}

/** What a page is, whichever record it shows: `/en/cities/320200` → `/cities/…`. */
export function kindOf(path: string): string {
	const [, first = '', second] = path.replace(/^\/en(?=\/|$|\?)/, '').replace(/\?.*/, '').split('/');
	return second === undefined ? `/${first}` : `/${first}/…`;
}

/**
 * Follows every link from `starts` and calls `visit` with each answer once. Of the addresses with a query, those of one
 * parameter are followed, with one value for every kind of page: what works with one value works with the next.
 * `follow` narrows it further. Returns how many addresses it asked for.
 */
export async function crawl(
	origin: string,
	starts: readonly string[],
	visit: (path: string, answer: Answer) => void | Promise<void>,
	follow: (path: string) => boolean = () => true
): Promise<number> {
	const seen = new Set<string>(starts);
	const tried = new Set<string>();
	const waiting = [...starts];
	let running = 0;
	const wanted = (path: string): boolean => {
		if (seen.has(path) || !follow(path)) return false;
		seen.add(path);
		const query = path.indexOf('?');
		if (query < 0) return true;
		if (path.includes('&')) return false;
		const locale = path.startsWith('/en') ? 'en' : 'zh';
		const key = `${locale} ${kindOf(path)} ${path.slice(query).replace(/=.*/, '')}`;
		if (tried.has(key)) return false;
		tried.add(key);
		return true;
	};
	const work = async (): Promise<void> => {
		for (;;) {
			const path = waiting.shift();
			if (path === undefined) {
				if (running === 0) return;
				await new Promise((resolve) => setTimeout(resolve, 5));
				continue;
			}
			running++;
			try {
				const answer = await ask(origin, path);
				if (answer.headers.get('content-type')?.startsWith('text/html') && answer.status < 300)
					for (const link of internalLinks(origin, path, answer)) if (wanted(link.path)) waiting.push(link.path);
				await visit(path, answer);
			} finally {
				running--;
			}
		}
	};
	await Promise.all(Array.from({ length: ABREAST }, work));
	return seen.size;
}

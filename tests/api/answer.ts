import { readDocument, type Element } from './document.ts';

/** An answer read to its end. `page` is the tree of an HTML answer. */
export type Answer = {
	readonly status: number;
	readonly headers: Headers;
	readonly body: string;
	readonly page: Element;
};

/** Asks for an address of the server at `origin`, following no redirect. `page` throws where the answer is no HTML. */
export async function ask(origin: string, path: string, init: RequestInit = {}): Promise<Answer> {
	const response = await fetch(origin + path, { redirect: 'manual', ...init });
	const { status, headers } = response;
	const body = await response.text();
	let page: Element | undefined;
	return {
		status,
		headers,
		body,
		get page() {
			if (!headers.get('content-type')?.startsWith('text/html')) throw new Error(`${path.slice(0, 100)} (${status}) is no page: ${body.slice(0, 200)}`);
			return (page ??= readDocument(body));
		}
	};
}

/** Asks for a page that must be there. Throws with the status otherwise. */
export async function open(origin: string, path: string): Promise<Element> {
	const { status, page, body } = await ask(origin, path);
	if (status !== 200) throw new Error(`${path} answers ${status}: ${body.slice(0, 200)}`);
	return page;
}

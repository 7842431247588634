import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Somebody else's site: one page, whose policy allows scripts, frames and pictures of one other origin and nothing else. */
export type Host = { readonly origin: string; close(): Promise<void> };

/** Serves `body` on an origin of its own, under a policy that allows only `atlas`. */
export async function host(atlas: string, body: string, policy = strict(atlas)): Promise<Host> {
	const page = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>Host</title></head><body>${body}</body></html>`;
	const server: Server = createServer((request, response) => {
		if (request.url !== '/') return void response.writeHead(404).end();
		response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy });
		response.end(page);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		// Another host name than the atlas's, so that nothing is shared.
		origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		close: () =>
			new Promise((resolve) => {
				server.closeAllConnections();
				server.close(() => resolve());
			})
	};
}

function strict(atlas: string): string {
	return `default-src 'none'; script-src ${atlas}; frame-src ${atlas}; img-src ${atlas}; base-uri 'none'`;
}

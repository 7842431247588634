import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One answer that went by: what the browser wanted it for (`document`, `style`, `script`, `worker`, …) and its bytes. */
export type Passed = { readonly path: string; readonly destination: string; readonly bytes: number };

/** A server that stands for another; `passed` is what has gone through it, `stop` ends it. */
export type Relay = { readonly origin: string; readonly passed: Passed[]; stop(): Promise<void> };

/**
 * Stands between a browser and the server at `origin` and counts the bytes of every answer, head and compressed body.
 * DevTools does not show a page the scripts of its workers; nothing gets past this. On a free port of 127.0.0.1.
 */
export async function startRelay(origin: string): Promise<Relay> {
	const passed: Passed[] = [];
	const { hostname, port } = new URL(origin);
	const pass = (asked: IncomingMessage, response: ServerResponse): void => {
		const onward = request({ hostname, port, method: asked.method, path: asked.url, headers: asked.headers }, (answer) => {
			let bytes = headBytes(answer);
			response.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
			answer.on('data', (part: Buffer) => (bytes += part.length));
			answer.once('end', () => passed.push({ path: asked.url ?? '', destination: String(asked.headers['sec-fetch-dest'] ?? ''), bytes }));
			answer.pipe(response);
		});
		onward.once('error', (error) => response.destroy(error));
		asked.pipe(onward);
	};
	const server = createServer(pass);
	await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
	return {
		origin: `http://localhost:${(server.address() as AddressInfo).port}`,
		passed,
		stop: () =>
			new Promise((resolve, reject) => {
				server.close((error) => (error ? reject(error) : resolve()));
				server.closeAllConnections();
			})
	};
}

function headBytes({ httpVersion, statusCode, statusMessage, rawHeaders }: IncomingMessage): number {
	const status = `HTTP/${httpVersion} ${statusCode} ${statusMessage}\r\n\r\n`;
	// Name and value alternate; after each pair stand a colon, a space and a line break.
	return Buffer.byteLength(status, 'latin1') + Buffer.byteLength(rawHeaders.join(''), 'latin1') + rawHeaders.length * 2;
}

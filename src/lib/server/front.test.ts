import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { frontOf, setHead, type Handler } from './front.ts';

let server: Server | undefined;
afterEach(() => server?.close());

async function served(handler: Handler, version: () => number | null, mostBytes?: number): Promise<string> {
	server = createServer(frontOf(handler, { version, ...(mostBytes && { mostBytes }) }));
	await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Counts how often it is asked and says so in its answer. */
function counting(headers: Record<string, string> = {}, status = 200): { handler: Handler; asked: () => number } {
	let asked = 0;
	return {
		asked: () => asked,
		handler: (request, response) => {
			asked += 1;
			for (const [name, value] of Object.entries({ 'content-type': 'text/html', etag: 'W/"e"', ...headers })) response.setHeader(name, value);
			response.writeHead(status);
			response.write(`${request.url} `);
			response.end(String(asked));
		}
	};
}

const text = async (url: string, headers: Record<string, string> = {}): Promise<string> => (await fetch(url, { headers })).text();

describe('the front', () => {
	it('gives out the same answer until the version changes', async () => {
		let version = 1;
		const { handler, asked } = counting();
		const origin = await served(handler, () => version);
		expect([await text(`${origin}/a`), await text(`${origin}/a`), await text(`${origin}/b`)]).toEqual(['/a 1', '/a 1', '/b 2']);
		version = 2;
		expect(await text(`${origin}/a`)).toBe('/a 3');
		expect(asked()).toBe(3);
	});

	it('keeps answers of different encodings apart', async () => {
		const { handler } = counting();
		const origin = await served(handler, () => 1);
		const br = await text(`${origin}/`, { 'accept-encoding': 'br' });
		expect(await text(`${origin}/`, { 'accept-encoding': 'identity' })).not.toBe(br);
		expect(await text(`${origin}/`, { 'accept-encoding': 'gzip, br' })).toBe(br);
	});

	it('answers "not modified" to whoever has it', async () => {
		const { handler } = counting({ 'content-security-policy': "default-src 'self'" });
		const origin = await served(handler, () => 1);
		await text(`${origin}/`);
		const again = await fetch(`${origin}/`, { headers: { 'if-none-match': 'W/"e"', 'cache-control': 'no-cache' } });
		expect(again.status).toBe(304);
		expect(again.headers.get('content-security-policy')).toBe("default-src 'self'");
		expect(await again.text()).toBe('');
	});

	it.each([10, 200_000])('gives out %i bytes as they were, with their length and the head of this request', async (size) => {
		const bytes = Buffer.from(Array.from({ length: size }, (_, i) => (i * 7919) % 256));
		let [asked, left] = [0, 9];
		const front = frontOf(
			(_, response, head = []) => {
				asked += 1;
				setHead(response, head);
				response.setHeader('content-type', 'image/png');
				response.write(bytes.subarray(0, 3));
				response.end(bytes.subarray(3));
			},
			{ version: () => 1 }
		);
		const origin = await served((request, response) => front(request, response, ['ratelimit', `r=${left--}`]), () => null);
		for (const expected of ['r=9', 'r=8', 'r=7']) {
			const answer = await fetch(origin);
			expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
			expect(answer.headers.get('ratelimit')).toBe(expected);
			expect(answer.headers.get('content-length')).toBe(expected === 'r=9' ? null : String(size));
		}
		expect(asked).toBe(1);
	});

	it.each([
		['a cookie', { 'set-cookie': 'a=b' }, 200],
		['no-store', { 'cache-control': 'no-store' }, 200],
		['another type', { 'content-type': 'text/event-stream' }, 200],
		['an error', {}, 500],
		['not found', {}, 404]
	])('never keeps an answer with %s', async (_, headers, status) => {
		const { handler, asked } = counting(headers, status);
		const origin = await served(handler, () => 1);
		await text(`${origin}/`);
		await text(`${origin}/`);
		expect(asked()).toBe(2);
	});

	it('keeps nothing and gives out nothing while the version is unknown', async () => {
		let version: number | null = 1;
		const { handler, asked } = counting();
		const origin = await served(handler, () => version);
		await text(`${origin}/`);
		version = null;
		expect(await text(`${origin}/`)).toBe('/ 2');
		expect(asked()).toBe(2);
	});

	it('keeps no answer that was made while the version changed', async () => {
		let version = 1;
		const { handler } = counting();
		const origin = await served((request, response) => {
			version += 1;
			handler(request, response);
		}, () => version);
		expect([await text(`${origin}/`), await text(`${origin}/`)]).toEqual(['/ 1', '/ 2']);
	});

	it('forgets the oldest when there is no room', async () => {
		const { handler } = counting();
		const origin = await served(handler, () => 1, 20);
		await text(`${origin}/1`);
		for (const path of ['/2', '/3', '/4', '/5', '/6']) await text(origin + path);
		expect(await text(`${origin}/1`)).not.toBe('/1 1');
		expect(await text(`${origin}/6`)).toBe('/6 6');
	});
});

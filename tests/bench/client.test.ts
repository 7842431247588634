import { createServer, type Server } from 'node:http';
import { createServer as createSocketServer, type AddressInfo, type Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { startBare } from './bare.ts';
import { openConnection } from './client.ts';
import { startRelay } from './relay.ts';

const stops: (() => unknown)[] = [];
afterEach(async () => {
	for (const stop of stops.splice(0).reverse()) await stop();
});

async function listening(server: Server | ReturnType<typeof createSocketServer>): Promise<string> {
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	stops.push(() => new Promise((resolve) => server.close(resolve)));
	return `http://localhost:${(server.address() as AddressInfo).port}`;
}

async function connected(origin: string) {
	const connection = await openConnection(origin);
	stops.push(connection.close);
	return connection;
}

test('the bare server, in its own process, sends the very bytes, one answer after another over one connection', async () => {
	const body = Buffer.from([0, 255, 13, 10, 13, 10, 1]);
	const bare = await startBare({ body, encoding: 'br', type: 'text/html' });
	stops.push(bare.stop);
	const connection = await connected(bare.origin);
	for (let i = 0; i < 3; i++) {
		const answer = await connection.get('/');
		expect(answer).toMatchObject({ status: 200, body });
		expect(answer.headers.get('content-encoding')).toBe('br');
	}
});

test('an answer in many pieces, split inside its head, is put together', async () => {
	const pieces = ['HTTP/1.1 200 OK\r\ncontent-', 'length: 5\r\n\r', '\nab', 'cde'];
	const server = createSocketServer((socket: Socket) => {
		stops.push(() => socket.destroy());
		socket.once('data', async () => {
			for (const piece of pieces) await new Promise((resolve) => (socket.write(piece), setTimeout(resolve, 10)));
		});
	});
	expect((await (await connected(await listening(server))).get('/')).body.toString()).toBe('abcde');
});

test('a connection that the server has closed meanwhile is opened again', async () => {
	const server = createServer((_, response) => response.writeHead(200, { 'content-length': 2 }).end('ok'));
	const connection = await connected(await listening(server));
	await connection.get('/');
	server.closeAllConnections();
	await new Promise((resolve) => setTimeout(resolve, 50));
	expect((await connection.get('/')).status).toBe(200);
});

test('an answer without a length, and one cut short, are errors', async () => {
	const server = createServer((request, response) => {
		if (request.url === '/chunked') return void response.write('of unknown length');
		response.writeHead(200, { 'content-length': 100 }).write('cut');
		setTimeout(() => response.destroy(), 20);
	});
	const origin = await listening(server);
	await expect((await connected(origin)).get('/chunked')).rejects.toThrow('no content-length');
	await expect((await connected(origin)).get('/cut')).rejects.toThrow('closed in the middle');
});

test('a relay passes an answer on as it is and counts it, head and body', async () => {
	const server = createServer((_, response) => response.writeHead(203, { 'content-length': 4, 'x-own': 'yes' }).end('body'));
	const relay = await startRelay(await listening(server));
	stops.push(relay.stop);
	const { status, headers, body } = await (await connected(relay.origin)).get('/path?q=1');
	expect([status, headers.get('x-own'), body.toString()]).toEqual([203, 'yes', 'body']);
	const [passed] = relay.passed;
	const head = ['HTTP/1.1 203 Non-Authoritative Information', ...[...headers].map(([name, value]) => `${name}: ${value}`), '', ''].join('\r\n');
	expect(passed).toEqual({ path: '/path?q=1', destination: '', bytes: head.length + 4 });
});

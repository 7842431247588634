import { connect, type Socket } from 'node:net';

/** An answer as it came over the wire. */
export type Answer = { readonly status: number; readonly headers: ReadonlyMap<string, string>; readonly body: Buffer };

/** A connection that is kept alive and asks one thing at a time; end it with `close`. */
export type Connection = { get(path: string): Promise<Answer>; close(): void };

const HEAD_END = Buffer.from('\r\n\r\n');

/**
 * Opens a connection to an `http:` origin, and again where the server has closed it for want of questions. It is a plain
 * socket, because Node's own client costs more than a plain server does and would measure itself. `get` rejects when the
 * answer has no `content-length` or the connection breaks.
 */
export async function openConnection(origin: string): Promise<Connection> {
	const { hostname, port, host } = new URL(origin);
	const open = (): Promise<Socket> =>
		new Promise((resolve, reject) => {
			const socket = connect({ port: Number(port), host: hostname, noDelay: true }, () => {
				// An error while nothing is asked shows as a closed connection at the next question.
				socket.off('error', reject).on('error', () => undefined);
				resolve(socket);
			}).once('error', reject);
		});
	let socket = await open();
	return {
		async get(path) {
			if (socket.destroyed || socket.readableEnded) socket = await open();
			const answer = nextAnswer(socket);
			socket.write(`GET ${path} HTTP/1.1\r\nhost: ${host}\r\naccept: text/html\r\naccept-encoding: gzip, deflate, br\r\n\r\n`);
			return answer;
		},
		close: () => void socket.destroy()
	};
}

function nextAnswer(socket: Socket): Promise<Answer> {
	return new Promise((resolve, reject) => {
		const parts: Buffer[] = [];
		let [size, missing] = [0, Infinity];
		let head: Omit<Answer, 'body'> | undefined;
		const end = (settle: () => void): void => {
			socket.off('data', take).off('error', fail).off('close', broken);
			settle();
		};
		const fail = (error: Error): void => end(() => reject(error));
		const broken = (): void => fail(new Error('the connection was closed in the middle of an answer'));
		const take = (part: Buffer): void => {
			parts.push(part);
			size += part.length;
			if (!head) {
				const all = parts.length === 1 ? part : Buffer.concat(parts);
				const at = all.indexOf(HEAD_END);
				if (at < 0) return;
				head = readHead(all.toString('latin1', 0, at));
				const length = Number(head.headers.get('content-length') ?? NaN);
				if (Number.isNaN(length)) return fail(new Error('the answer has no content-length'));
				missing = at + HEAD_END.length + length;
			}
			const { status, headers } = head;
			if (size >= missing) end(() => resolve({ status, headers, body: Buffer.concat(parts).subarray(missing - Number(headers.get('content-length'))) }));
		};
		socket.on('data', take).once('error', fail).once('close', broken);
	});
}

function readHead(text: string): Omit<Answer, 'body'> {
	const [first = '', ...lines] = text.split('\r\n');
	const headers = lines.map((line): [string, string] => {
		const colon = line.indexOf(':');
		return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
	});
	return { status: Number(first.split(' ')[1]), headers: new Map(headers) };
}

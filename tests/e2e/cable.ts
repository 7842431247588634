import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A line to a server that can be cut and mended, as a cable can. */
export type Cable = {
	/** Where a browser reaches the server through it. */
	readonly origin: string;
	cut(): void;
	mend(): void;
	remove(): Promise<void>;
};

/** Lays a line to the server at `origin` (http, on this machine). */
export async function layCable(origin: string): Promise<Cable> {
	const port = Number(new URL(origin).port);
	const sockets = new Set<Socket>();
	let whole = true;
	const server = createServer((near) => {
		if (!whole) return near.destroy();
		const far = connect(port, '127.0.0.1');
		for (const [one, other] of [
			[near, far],
			[far, near]
		] as const) {
			sockets.add(one);
			one.pipe(other);
			one.on('error', () => other.destroy());
			one.on('close', () => {
				sockets.delete(one);
				other.destroy();
			});
		}
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const cutAll = (): void => sockets.forEach((socket) => socket.destroy());
	return {
		origin: `http://localhost:${(server.address() as AddressInfo).port}`,
		cut() {
			whole = false;
			cutAll();
		},
		mend: () => void (whole = true),
		remove() {
			cutAll();
			return new Promise((resolve) => server.close(() => resolve()));
		}
	};
}

import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { serveBytes, type Encoded, type Reference } from './reference.ts';

/**
 * The bare server in a process of its own, as the measured program is in one, sending `bytes` as they are. It ends with
 * this process. Rejects when it does not start.
 */
export async function startBare(bytes: Encoded): Promise<Reference> {
	const child = fork(fileURLToPath(import.meta.url), ['--serve'], { serialization: 'advanced' });
	child.send(bytes);
	const origin = await new Promise<string>((resolve, reject) => {
		child.once('message', (message) => resolve(String(message)));
		child.once('error', reject);
		child.once('exit', (code) => reject(new Error(`the bare server ended with code ${code}`)));
	});
	return {
		origin,
		stop: () =>
			new Promise((resolve) => {
				child.once('exit', () => resolve());
				child.disconnect();
			})
	};
}

if (process.argv[2] === '--serve' && process.send) {
	process.once('disconnect', () => process.exit(0));
	process.once('message', async (bytes: Encoded) => {
		const body = Buffer.from(bytes.body); // arrives as a bare Uint8Array
		process.send?.((await serveBytes({ ...bytes, body })).origin);
	});
}

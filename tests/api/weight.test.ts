import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { fillWithMembers } from '#tests/bench/members.ts';
import { startServer, type RunningServer } from '#tests/server/start.ts';
import { open } from './answer.ts';
import { all } from './document.ts';

/** What the dashboard may weigh until its map is readable: bytes on the wire, and requests. */
const MOST_BYTES = 45_000;
const MOST_REQUESTS = 2;

/** Bytes of an answer's body as they travel, with the encoding they travel in. */
function travelled(address: string, accept: string): Promise<{ bytes: number; encoding: string | undefined }> {
	return new Promise((resolve, reject) => {
		request(address, { headers: { 'accept-encoding': accept } }, (response) => {
			let bytes = 0;
			response.on('data', (part: Buffer) => (bytes += part.length));
			response.on('end', () => resolve({ bytes, encoding: response.headers['content-encoding'] }));
			response.on('error', reject);
		})
			.on('error', reject)
			.end();
	});
}

async function weigh(origin: string, path: string): Promise<{ bytes: number; requests: number }> {
	const page = await open(origin, path);
	const styles = all(page, 'link', ({ attributes }) => attributes.rel === 'stylesheet' && !('disabled' in attributes));
	const addresses = [origin + path, ...styles.map(({ attributes }) => new URL(attributes.href as string, origin + path).href)];
	const weights = await Promise.all(addresses.map((address) => travelled(address, 'br, gzip')));
	return { bytes: weights.reduce((sum, { bytes }) => sum + bytes, 0), requests: addresses.length };
}

describe('the dashboard until its map is readable', () => {
	let demo: RunningServer;
	beforeAll(async () => void (demo = await startServer({ demo: true })));
	afterAll(() => demo?.stop());

	test.each(['/', '/en', '/?at=2021-06-30', '/?theme=dark&by=province'])('%s on the recorded facts', async (path) => {
		const { bytes, requests } = await weigh(inject('origin'), path);
		expect(bytes).toBeLessThanOrEqual(MOST_BYTES);
		expect(requests).toBeLessThanOrEqual(MOST_REQUESTS);
	});

	test.each(['/', '/en', '/?at=2023-06-30'])('%s on the demonstration', async (path) => {
		const { bytes, requests } = await weigh(demo.origin, path);
		expect(bytes).toBeLessThanOrEqual(MOST_BYTES);
		expect(requests).toBeLessThanOrEqual(MOST_REQUESTS);
	});

	test('with 20,000 members too: their facts follow the page', async () => {
		const folder = mkdtempSync(join(tmpdir(), 'atlas-weight-'));
		const DATABASE_URL = `sqlite:${join(folder, 'atlas.db')}`;
		await fillWithMembers(DATABASE_URL, 20_000);
		const server = await startServer({ env: { DATABASE_URL } });
		try {
			for (const path of ['/', '/en', '/?at=2023-06-30']) {
				const { bytes, requests } = await weigh(server.origin, path);
				expect(bytes, path).toBeLessThanOrEqual(MOST_BYTES);
				expect(requests).toBeLessThanOrEqual(MOST_REQUESTS);
			}
		} finally {
			await server.stop();
			rmSync(folder, { recursive: true, force: true });
		}
	}, 120_000);
});

describe('compression', () => {
	test('goes by what the reader takes', async () => {
		const origin = inject('origin');
		const [brotli, gzip, plain] = await Promise.all(['br, gzip', 'gzip', 'identity'].map((accept) => travelled(`${origin}/`, accept)));
		expect([brotli?.encoding, gzip?.encoding, plain?.encoding]).toEqual(['br', 'gzip', undefined]);
		expect(brotli?.bytes).toBeLessThan(gzip?.bytes ?? 0);
		expect(gzip?.bytes).toBeLessThan((plain?.bytes ?? 0) / 2);
	});

	test('covers the data of client navigation and the scripts', async () => {
		const origin = inject('origin');
		expect((await travelled(`${origin}/__data.json`, 'br')).encoding).toBe('br');
		const { headers } = await fetch(origin);
		const [, script] = /<\.\/(_app\/immutable\/entry\/start[^>]*\.js)>/.exec(headers.get('link') ?? '') ?? [];
		expect((await travelled(`${origin}/${script}`, 'br')).encoding).toBe('br');
	});
});

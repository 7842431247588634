import { expect, test } from 'vitest';
import { gunzipSync } from 'node:zlib';
import { request } from 'node:http';
import { referencePage, serveBytes } from './reference.ts';

const page = referencePage({ '320200': 4, '310000': 1 });

test('the reference page draws every city, linked, and says how many are covered', () => {
	expect(page.match(/<a href="\/cities\/\d{6}"><path d="m/gi)).toHaveLength(41);
	expect(page).toContain('41个城市中，2个已有成员单位');
	expect(page).toContain('<title>无锡市 4</title>');
	expect(page).not.toMatch(/undefined|<script|https?:/);
});

test.each([
	['gzip', 'gzip', (body: Buffer) => gunzipSync(body)],
	['identity', undefined, (body: Buffer) => body]
])('it is served as it is (%s)', async (accepted, encoding, decode) => {
	const { origin, stop } = await serveBytes(page);
	try {
		const { body, headers } = await get(origin, accepted);
		expect(headers['content-encoding']).toBe(encoding);
		expect(Number(headers['content-length'])).toBe(body.length);
		expect(decode(body).toString()).toBe(page);
	} finally {
		await stop();
	}
});

/** `fetch` decodes what it gets; this is what came over the wire. */
function get(origin: string, accepted: string): Promise<{ body: Buffer; headers: Record<string, unknown> }> {
	return new Promise((resolve, reject) => {
		const sent = request(origin, { headers: { 'accept-encoding': accepted } }, (answer) => {
			const parts: Buffer[] = [];
			answer.on('data', (part: Buffer) => parts.push(part));
			answer.on('end', () => resolve({ body: Buffer.concat(parts), headers: answer.headers }));
		});
		sent.once('error', reject).end();
	});
}

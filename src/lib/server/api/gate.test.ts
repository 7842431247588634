import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { setHead } from '../front.ts';
import { addressReader, gateOf, isOpenData } from './gate.ts';

let server: Server | null = null;
afterEach(() => void server?.close());

async function serve(rate: number, clock: { now: number }): Promise<string> {
	const gate = gateOf((_, response, head = []) => (setHead(response, head), response.end('ok')), { rate, addressOf: ({ headers }) => String(headers['x-who'] ?? 'a'), now: () => clock.now });
	server = createServer(gate);
	await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test('each address has its share, each answer says what is left, and a refusal says when to come back', async () => {
	const clock = { now: 0 };
	const origin = await serve(2, clock);
	const ask = (path: string, who = 'a') => fetch(origin + path, { headers: { 'x-who': who } });
	const first = await ask('/api/v1/members');
	expect([first.status, first.headers.get('ratelimit-policy'), first.headers.get('ratelimit')]).toEqual([200, '"default";q=2;w=60', '"default";r=1;t=30']);
	expect((await ask('/en/cities/320200.csv')).status).toBe(200);
	const refused = await ask('/data.zip?x=1');
	expect([refused.status, refused.headers.get('retry-after'), refused.headers.get('content-type')]).toEqual([429, '30', 'application/problem+json; charset=utf-8']);
	expect(await refused.json()).toMatchObject({ code: 'too_many_requests', status: 429, instance: '/data.zip' });
	expect((await ask('/api/v1/members', 'b')).status).toBe(200);
	expect((await ask('/cities/320200')).headers.has('ratelimit')).toBe(false);
	clock.now = 30_000;
	expect((await ask('/feed.atom')).status).toBe(200);
	expect((await ask('/feed.atom')).status).toBe(429);
});

test('a rate of 0 is no limit', async () => {
	const origin = await serve(0, { now: 0 });
	for (let i = 0; i < 5; i++) expect((await fetch(`${origin}/api/v1`)).headers.has('ratelimit')).toBe(false);
});

test.each(['/api/v1', '/api/v1/members', '/en/api/v1/members', '/dashboard.json', '/en/members.csv', '/data.zip', '/en/feed.atom', '/events.ics', '/sitemap.xml', '/sitemap/1.xml'])('%s is open data', (path) => {
	expect(isOpenData(path)).toBe(true);
});

test.each(['/', '/members', '/icon.svg', '/_app/immutable/a.js', '/apis', '/staff/import'])('%s is not', (path) => {
	expect(isOpenData(path)).toBe(false);
});

test('the address is the connection’s, or what the nearest trusted proxy says; what a client writes before it changes nothing', () => {
	const request = (headers: Record<string, string>) => ({ headers, socket: { remoteAddress: '10.0.0.1' } }) as unknown as IncomingMessage;
	expect(addressReader({})(request({ 'x-forwarded-for': '6.6.6.6' }))).toBe('10.0.0.1');
	const behindOne = addressReader({ ADDRESS_HEADER: 'X-Forwarded-For' });
	for (const forged of ['1.1.1.1', '2.2.2.2']) expect(behindOne(request({ 'x-forwarded-for': `${forged}, 203.0.113.9` }))).toBe('203.0.113.9');
	expect(addressReader({ ADDRESS_HEADER: 'X-Forwarded-For', XFF_DEPTH: '2' })(request({ 'x-forwarded-for': '1.1.1.1, 203.0.113.9, 10.0.0.7' }))).toBe('203.0.113.9');
	expect(addressReader({ ADDRESS_HEADER: 'x-real-ip' })(request({ 'x-real-ip': '203.0.113.9' }))).toBe('203.0.113.9');
	expect(behindOne(request({}))).toBe('10.0.0.1');
});

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { ROOT } from '#tests/server/build.ts';
import { ask } from './answer.ts';
import { originFaults, securityFaults } from './faults.ts';

const origin = inject('origin');

describe('every kind of answer', () => {
	test.each([
		['/cities/999999', 404],
		['/nowhere', 404],
		['/en/members/nobody', 404],
		['/%E0%A4%A', 400],
		['/stage/map', 404]
	])('error page %s (%i) is guarded like any page', async (path, status) => {
		const answer = await ask(origin, path);
		expect(answer.status).toBe(status);
		expect(securityFaults(answer, answer.page)).toEqual([]);
		expect(originFaults(origin, path, answer.page)).toEqual([]);
		expect(answer.body).not.toMatch(/\bat .+\.[jt]s:\d+|node_modules|SQLITE/);
	});

	test.each([
		['/__data.json', 'application/json'],
		['/en/cities/320200/__data.json', 'application/json'],
		['/cities/999999/__data.json', 'application/json'],
		['/healthz', 'text/plain'],
		['/readyz', 'text/plain'],
		['/icon.svg', 'image/svg+xml']
	])('%s is what it says it is', async (path, type) => {
		const answer = await ask(origin, path);
		expect(answer.headers.get('content-type')).toMatch(new RegExp(`^${type.replace(/[+]/g, '\\+')}`));
		expect(securityFaults(answer)).toEqual([]);
	});

	test('a redirect, a script, a missing script and a refused method as well', async () => {
		const folder = join(ROOT, 'build', 'client', '_app', 'immutable', 'entry');
		const script = readdirSync(folder).find((name) => name.endsWith('.js'));
		for (const answer of [
			await ask(origin, '/provinces/310000'),
			await ask(origin, `/_app/immutable/entry/${script}`),
			await ask(origin, '/_app/immutable/nothing.js'),
			await ask(origin, '/', { method: 'POST' }),
			await ask(origin, '/cities/320200', { method: 'DELETE' })
		])
			expect(securityFaults(answer), String(answer.status)).toEqual([]);
	});

	test('scripts may be kept for ever, pages are asked for again', async () => {
		const folder = join(ROOT, 'build', 'client', '_app', 'immutable', 'entry');
		const [script] = readdirSync(folder).filter((name) => name.endsWith('.js'));
		expect((await ask(origin, `/_app/immutable/entry/${script}`)).headers.get('cache-control')).toMatch(/immutable/);
		expect((await ask(origin, '/')).headers.get('cache-control')).toMatch(/no-cache|max-age=0/);
	});

	test('nothing can be written: every method but GET and HEAD is refused', async () => {
		for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
			const { status } = await ask(origin, '/members/hongdou-jituan', { method, headers: { origin, 'content-type': 'application/json' }, ...(method !== 'DELETE' && { body: '{}' }) });
			expect([403, 405], method).toContain(status);
		}
		expect((await ask(origin, '/', { method: 'HEAD' })).status).toBe(200);
	});

	test('a lying Host or forwarding header does not get into a page’s script or link of this server', async () => {
		const { body } = await ask(origin, '/', { headers: { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' } });
		expect(body).not.toContain('evil.example');
	});
});

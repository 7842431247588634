import { existsSync } from 'node:fs';
import { expect, inject, test } from 'vitest';
import { startServer } from './start.ts';

test('the shared server answers at the address it printed', async () => {
	expect((await fetch(inject('origin'))).status).toBe(200);
});

test('a server that cannot start fails with what it said', async () => {
	await expect(startServer({ env: { PORT: 'eighty' } })).rejects.toThrow(/the server ended with code 1:[^]*PORT: must be a port number/);
});

test('a server that is stopped is gone, with its data', async () => {
	const server = await startServer({ env: { ORIGIN: 'https://atlas.example.org' } });
	expect((await fetch(server.origin)).status).toBe(200);
	const file = server.databaseUrl.replace('sqlite:', '');
	expect(existsSync(file)).toBe(true);
	await server.stop();
	await expect(fetch(server.origin)).rejects.toThrow('fetch failed');
	expect(existsSync(file)).toBe(false);
});

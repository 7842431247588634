import { describe, expect, it } from 'vitest';
import { BadEnvironment, readEnvironment } from './env.ts';

describe('readEnvironment', () => {
	it('has defaults for everything', () => {
		expect(readEnvironment({})).toMatchObject({ PORT: 3000, HOST: '0.0.0.0' });
	});

	it('treats an empty variable as not set', () => {
		expect(readEnvironment({ PORT: '', ORIGIN: '' }).PORT).toBe(3000);
	});

	it.each([
		['PORT', 'http'],
		['PORT', '70000'],
		['ORIGIN', 'atlas.example.org'],
		['ORIGIN', 'https://atlas.example.org/path'],
		['DATABASE_URL', 'mysql://x'],
		['ACCESS', 'closed'],
		['AUTH_SECRET', 'short'],
		['AUTH_SECRET', 'x'.repeat(40)],
		['ADDRESS_HEADER', 'x forwarded for'],
		['XFF_DEPTH', '0'],
		['TODAY', '2026-02-30']
	])('names %s when it is %s', (name, value) => {
		expect(() => readEnvironment({ [name]: value })).toThrow(BadEnvironment);
		expect(() => readEnvironment({ [name]: value })).toThrow(name);
	});

	it('drops the slash at the end of an origin', () => {
		expect(readEnvironment({ ORIGIN: 'https://atlas.example.org/' }).ORIGIN).toBe('https://atlas.example.org');
	});

	it('names every wrong variable at once', () => {
		expect(() => readEnvironment({ PORT: 'x', TODAY: 'y' })).toThrow(/PORT[\s\S]*TODAY/);
	});

	it('tells no secret', () => {
		const read = (): unknown => readEnvironment({ AUTH_SECRET: 'hunter2' });
		expect(read).toThrow(/^AUTH_SECRET: must have 32 characters or more/);
		expect(read).not.toThrow(/hunter2/);
	});
});

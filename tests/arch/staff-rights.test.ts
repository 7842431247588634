import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { atLeast } from '#domain/role.ts';
import { FOR_ADMINS } from '#tests/api/rights.ts';
import { roleOf, roleRequired, serverEntries, wayOf, type Entry } from './entries.ts';

const SIGNED_IN = /^\/staff(\/|$)/;

/** Does it change something? What anybody may change of the own account aside. */
const writes = ({ kind, name, route }: Entry): boolean =>
	(kind === 'action' || (kind === 'method' && !['GET', 'HEAD', 'OPTIONS'].includes(name))) && !route.startsWith('/staff/account');

describe('each way into signed-in work', () => {
	const entries = serverEntries().filter(({ route }) => SIGNED_IN.test(route));

	test('is found', () => expect(entries.length).toBeGreaterThan(15));

	test('requires a role, written out, before it does anything else', () => {
		expect(entries.filter((entry) => roleOf(entry) === null).map((entry) => `${entry.file}: ${wayOf(entry)}`)).toEqual([]);
	});

	test('that changes something is for editors at least', () => {
		expect(entries.filter((entry) => writes(entry) && !atLeast(roleOf(entry) ?? 'viewer', 'editor')).map(wayOf)).toEqual([]);
	});

	test('to people and settings is for administrators', () => {
		const theirs = entries.filter(({ route }) => FOR_ADMINS.some((path) => route === path || route.startsWith(`${path}/`)));
		expect(theirs.length).toBeGreaterThan(8);
		expect(theirs.filter((entry) => roleOf(entry) !== 'admin').map(wayOf)).toEqual([]);
	});

	test.each([
		['(event) => load(event)', null],
		['(event) => { requireRole(event, "viewer"); return load(event); }', 'viewer'],
		['async (event) => { const form = await event.request.formData(); requireRole(event, "viewer"); }', null],
		['(event) => told(change(requireRole(event, "admin")))', 'admin'],
		['(event) => requireRole(event, anyRole)', null],
		['(event) => ({})', null]
	])('the check tells: %s', (code, expected) => {
		const source = ts.createSourceFile('x.ts', `const x = ${code};`, ts.ScriptTarget.Latest, true);
		expect(roleRequired(source, source)).toBe(expected);
	});
});

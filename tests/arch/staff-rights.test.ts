import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { rightOf, RIGHTS } from '#tests/api/rights.ts';
import { serverEntries, type Entry } from './entries.ts';

const SIGNED_IN = /^\/staff(\/|$)/;

/** The first call that a piece of code completes: arguments come before the call they are given to. */
function firstCall(node: ts.Node): ts.CallExpression | null {
	let found: ts.CallExpression | null = null;
	const visit = (child: ts.Node): void => {
		if (found) return;
		ts.forEachChild(child, visit);
		if (!found && ts.isCallExpression(child)) found = child;
	};
	visit(node);
	return found;
}

/** A function of the same file, by name: its body. */
function local(source: ts.SourceFile, name: string): ts.Node | null {
	for (const statement of source.statements) {
		if (ts.isFunctionDeclaration(statement) && statement.name?.text === name) return statement.body ?? null;
		if (!ts.isVariableStatement(statement)) continue;
		const declaration = statement.declarationList.declarations.find((candidate) => candidate.name.getText(source) === name);
		const value = declaration?.initializer;
		if (value && (ts.isArrowFunction(value) || ts.isFunctionExpression(value))) return ts.isArrowFunction(value.body) ? value.body.body : value.body;
	}
	return null;
}

/** Does this code check a role before it does anything else? Helpers of the same file are followed. */
function checksFirst(source: ts.SourceFile, node: ts.Node, depth = 0): boolean {
	const call = firstCall(node);
	if (!call || depth > 3) return false;
	const name = call.expression.getText(source);
	if (name === 'requireRole') return true;
	const helper = local(source, name);
	return helper !== null && checksFirst(source, helper, depth + 1);
}

const guarded = ({ source, node }: Entry): boolean => checksFirst(source, ts.isArrowFunction(node) || ts.isFunctionExpression(node) ? node.body : node);

test('every way into the server is for somebody, and none outside the desk for signed-in people only', () => {
	const entries = serverEntries().filter(({ kind, route }) => kind !== 'layout' && !route.startsWith('/stage/'));
	expect(entries.map(rightOf).filter((name) => !(name in RIGHTS)), 'add these to tests/api/rights.ts').toEqual([]);
	expect(Object.keys(RIGHTS).filter((name) => !entries.some((entry) => rightOf(entry) === name)), 'take these out of tests/api/rights.ts').toEqual([]);
	for (const entry of entries) expect(RIGHTS[rightOf(entry)] === 'everybody', rightOf(entry)).toBe(!SIGNED_IN.test(entry.route));
});

describe('each way into signed-in work', () => {
	const entries = serverEntries().filter(({ route }) => SIGNED_IN.test(route));

	test('is found', () => expect(entries.length).toBeGreaterThan(15));

	test('checks the role before it does anything else', () => {
		expect(entries.filter((entry) => !guarded(entry)).map(({ file, name }) => `${file} ${name}`)).toEqual([]);
	});

	test.each([
		['(event) => load(event)', false],
		['(event) => { requireRole(event, "viewer"); return load(event); }', true],
		['async (event) => { const form = await event.request.formData(); requireRole(event, "viewer"); }', false],
		['(event) => told(change(requireRole(event, "admin")))', true],
		['(event) => ({})', false]
	])('the check tells: %s', (code, expected) => {
		const source = ts.createSourceFile('x.ts', `const x = ${code};`, ts.ScriptTarget.Latest, true);
		expect(checksFirst(source, source)).toBe(expected);
	});
});

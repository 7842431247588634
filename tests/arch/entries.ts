import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { isRole, type Role } from '#domain/role.ts';
import { projectFiles, ROOT } from './files.ts';

/** One way into the server: a page's or layout's load, a named form action, or a method of an endpoint. */
export type Entry = {
	readonly file: string;
	/** The route with its parameters: `/staff/people/[id]`. */
	readonly route: string;
	readonly kind: 'load' | 'layout' | 'action' | 'method';
	/** The action's or method's name; empty for a load. */
	readonly name: string;
	readonly source: ts.SourceFile;
	readonly node: ts.Expression;
};

const FILES = /^src\/routes\/(.*\/)?\+(page|layout|server)(\.server)?\.ts$/;
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'fallback']);

/** Every way into the server under src/routes, as the files export them. */
export function serverEntries(): Entry[] {
	return projectFiles()
		.filter((file) => FILES.test(file) && /\+server\.ts$|\.server\.ts$/.test(file))
		.flatMap(entriesOf);
}

function entriesOf(file: string): Entry[] {
	const source = ts.createSourceFile(file, readFileSync(join(ROOT, file), 'utf8'), ts.ScriptTarget.Latest, true);
	const route = `/${file.replace(/^src\/routes\//, '').replace(/\/?[^/]*$/, '')}`.replace(/\/\([^)]*\)/g, '') || '/';
	const common = { file, route, source };
	return [...exported(source)].flatMap(([name, node]): Entry[] => {
		if (name === 'load') return [{ ...common, kind: file.includes('+layout') ? 'layout' : 'load', name: '', node }];
		if (METHODS.has(name) && file.endsWith('+server.ts')) return [{ ...common, kind: 'method', name, node }];
		if (name !== 'actions') return [];
		if (!ts.isObjectLiteralExpression(node)) throw new Error(`${file}: actions must be written out`);
		return node.properties.map((property) => {
			if (ts.isPropertyAssignment(property)) return { ...common, kind: 'action', name: property.name.getText(source), node: property.initializer };
			throw new Error(`${file}: each action must be written as name: function`);
		});
	});
}

/** What a file exports by name: the functions and values. Throws for a form that would hide an entry. */
function exported(source: ts.SourceFile): Map<string, ts.Expression> {
	const found = new Map<string, ts.Expression>();
	for (const statement of source.statements) {
		if (ts.isExportDeclaration(statement) && !statement.isTypeOnly) throw new Error(`${source.fileName}: export what is written here, nothing else's`);
		const isExport = ts.canHaveModifiers(statement) && ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
		if (!isExport) continue;
		if (ts.isFunctionDeclaration(statement) && statement.name) throw new Error(`${source.fileName}: write "export const ${statement.name.text} = …", as everywhere`);
		if (!ts.isVariableStatement(statement)) continue;
		for (const { name, initializer } of statement.declarationList.declarations)
			if (initializer) found.set(name.getText(source), ts.isSatisfiesExpression(initializer) ? initializer.expression : initializer);
	}
	return found;
}

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

/** The role that this code requires before it does anything else; null when it does not. Helpers of the same file are followed. */
export function roleRequired(source: ts.SourceFile, node: ts.Node, depth = 0): Role | null {
	const call = firstCall(node);
	if (!call || depth > 3) return null;
	const name = call.expression.getText(source);
	if (name !== 'requireRole') {
		const helper = local(source, name);
		return helper && roleRequired(source, helper, depth + 1);
	}
	const [, role] = call.arguments;
	return role && ts.isStringLiteral(role) && isRole(role.text) ? role.text : null;
}

/** The role that a way into the server requires first of all; null when it requires none. */
export function roleOf({ source, node }: Entry): Role | null {
	return roleRequired(source, ts.isArrowFunction(node) || ts.isFunctionExpression(node) ? node.body : node);
}

/** A way into the server by name: `route` for a load, `route?/name` for an action, `METHOD route`. */
export function wayOf({ kind, route, name }: Entry): string {
	return kind === 'load' || kind === 'layout' ? route : kind === 'action' ? `${route}?/${name}` : `${name} ${route}`;
}

import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Kysely } from 'kysely';
import { postgresDialect } from './dialects/postgres.ts';
import { sqliteDialect } from './dialects/sqlite.ts';
import type { Db, Tables } from './schema.ts';

/** Where the recorded data and the demonstration data lie unless `DATABASE_URL` says otherwise. */
export const DEFAULT_DATABASE_URL = 'sqlite:.data/atlas.db';
export const DEMO_DATABASE_URL = 'sqlite:.data/demo.db';

/** What a database URL says. `path` is absolute, or `:memory:`. */
export type DatabaseLocation =
	| { readonly dialect: 'sqlite'; readonly path: string }
	| { readonly dialect: 'postgres'; readonly url: string };

/** Thrown for a `DATABASE_URL` that makes no sense; the message says which forms do. */
export class BadDatabaseUrl extends Error {
	override readonly name = 'BadDatabaseUrl';
}

const FORMS = 'Give sqlite:PATH, file:PATH, a plain path, or postgres://USER@HOST/NAME.';

/**
 * Reads `sqlite:PATH`, `file:…`, a plain path or `postgres(ql)://…`; a relative path starts at the working directory.
 * Throws `BadDatabaseUrl`.
 */
export function locateDatabase(url: string): DatabaseLocation {
	const text = url.trim();
	if (/^postgres(ql)?:\/\//i.test(text)) {
		if (!URL.canParse(text)) throw new BadDatabaseUrl(`DATABASE_URL is not a valid PostgreSQL address. ${FORMS}`);
		return { dialect: 'postgres', url: text };
	}
	const path = text.startsWith('file://') ? filePath(text) : text.replace(/^(sqlite|file):/i, '');
	if (path === ':memory:') return { dialect: 'sqlite', path };
	if (path === '' || path.endsWith('/')) throw new BadDatabaseUrl(`DATABASE_URL names no file. ${FORMS}`);
	if (/^[a-z][a-z\d+.-]+:/i.test(path)) {
		const scheme = path.slice(0, path.indexOf(':'));
		throw new BadDatabaseUrl(`DATABASE_URL begins with "${scheme}:", which is not supported. ${FORMS}`);
	}
	return { dialect: 'sqlite', path: resolve(path) };
}

function filePath(url: string): string {
	try {
		return fileURLToPath(url);
	} catch {
		throw new BadDatabaseUrl(`DATABASE_URL is not a valid file address. ${FORMS}`);
	}
}

/**
 * Opens the database; the folder of a SQLite file is made when missing. The first query connects, and throws when the
 * database cannot be reached. End it with `destroy()`. Throws `BadDatabaseUrl`.
 */
export function openDatabase(url: string, options: { readonly waitMs?: number } = {}): Db {
	const location = locateDatabase(url);
	if (location.dialect === 'postgres') return new Kysely<Tables>({ dialect: postgresDialect(location.url) });
	if (location.path !== ':memory:') mkdirSync(dirname(location.path), { recursive: true });
	return new Kysely<Tables>({ dialect: sqliteDialect({ path: location.path, ...options }) });
}

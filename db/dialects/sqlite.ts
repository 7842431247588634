import { DatabaseSync, type StatementSync } from 'node:sqlite';
import {
	CompiledQuery,
	SqliteAdapter,
	SqliteDialect,
	SqliteDriver,
	type DatabaseConnection,
	type Dialect,
	type Driver,
	type SqliteDatabase,
	type SqliteDialectConfig,
	type SqliteStatement,
	type TransactionSettings
} from 'kysely';
import { Turnstile } from './turnstile.ts';

type Parameters = Parameters_[];
type Parameters_ = null | number | bigint | string | NodeJS.ArrayBufferView;

const MOST_STATEMENTS = 500;
const BUSY_TIMEOUT_MS = 5_000;

/** How a SQLite file is opened; `waitMs` bounds how long a query waits for its turn on the one connection. */
export type SqliteOptions = { readonly path: string; readonly waitMs?: number };

/**
 * Kysely on Node's own SQLite: WAL, an acknowledged write is on disk (`synchronous=FULL`), foreign keys held.
 * `path` may be `:memory:`. Throws what `DatabaseSync` throws when the file cannot be opened or is no database.
 */
export function sqliteDialect({ path, waitMs = 30_000 }: SqliteOptions): Dialect {
	const database = async () => open(path);
	return new NodeSqliteDialect({ database }, waitMs);
}

function open(path: string): SqliteDatabase {
	const database = new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MS, enableForeignKeyConstraints: true });
	try {
		database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma cache_size = -65536;');
	} catch (error) {
		database.close();
		throw error;
	}
	const statements = new Map<string, SqliteStatement>();
	return {
		close: () => database.close(),
		prepare(sql) {
			const known = statements.get(sql);
			if (known) return known;
			const made = wrap(database, sql, database.prepare(sql));
			const oldest = statements.keys().next();
			if (statements.size >= MOST_STATEMENTS && !oldest.done) statements.delete(oldest.value);
			statements.set(sql, made);
			return made;
		}
	};
}

function wrap(database: DatabaseSync, sql: string, statement: StatementSync): SqliteStatement {
	return {
		reader: statement.columns().length > 0,
		all: (parameters) => statement.all(...(parameters as Parameters)),
		run: (parameters) => statement.run(...(parameters as Parameters)),
		// A statement of its own: the shared one may be run again while rows are still being read.
		iterate: (parameters) => database.prepare(sql).iterate(...(parameters as Parameters))
	};
}

class NodeSqliteDialect extends SqliteDialect {
	readonly #config: SqliteDialectConfig;
	readonly #waitMs: number;

	constructor(config: SqliteDialectConfig, waitMs: number) {
		super(config);
		this.#config = config;
		this.#waitMs = waitMs;
	}

	override createDriver(): Driver {
		return new NodeSqliteDriver(this.#config, this.#waitMs);
	}

	override createAdapter(): SqliteAdapter {
		return new NodeSqliteAdapter();
	}
}

class NodeSqliteAdapter extends SqliteAdapter {
	/** The driver below does the queueing itself, with a limit. */
	override get supportsMultipleConnections(): boolean {
		return true;
	}

	/** SQLite does roll back its DDL: a migration is all or nothing. */
	override get supportsTransactionalDdl(): boolean {
		return true;
	}
}

/** One connection, used in turn. Waiting for it without end is what `db` inside `db.transaction()` would do. */
class NodeSqliteDriver extends SqliteDriver {
	readonly #turnstile: Turnstile;

	constructor(config: SqliteDialectConfig, waitMs: number) {
		super(config);
		this.#turnstile = new Turnstile(waitMs);
	}

	override async acquireConnection(): Promise<DatabaseConnection> {
		await this.#turnstile.enter();
		return super.acquireConnection();
	}

	override async releaseConnection(): Promise<void> {
		this.#turnstile.leave();
	}

	override async beginTransaction(connection: DatabaseConnection, settings?: TransactionSettings): Promise<void> {
		// A deferred transaction that reads and then writes fails at once when another process wrote in between.
		const begin = settings?.accessMode === 'read only' ? 'begin' : 'begin immediate';
		await connection.executeQuery(CompiledQuery.raw(begin));
	}
}

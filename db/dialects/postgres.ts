import { PostgresAdapter, PostgresDialect, type Dialect, type Kysely } from 'kysely';
import pg from 'pg';

const MOST_CONNECTIONS = 10;
const CONNECT_WITHIN_MS = 10_000;

/** `count`, `sum` and the like arrive as numbers, not as the strings that pg gives by itself. */
const AS_NUMBER: readonly number[] = [pg.types.builtins.INT8, pg.types.builtins.NUMERIC];

/**
 * Kysely on PostgreSQL, over a pool. A connection that breaks while idle is replaced at the next query; the break
 * itself is reported as a process warning.
 */
export function postgresDialect(url: string): Dialect {
	const pool = new pg.Pool({
		connectionString: url,
		max: MOST_CONNECTIONS,
		connectionTimeoutMillis: CONNECT_WITHIN_MS,
		types: {
			getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
				AS_NUMBER.includes(oid) ? Number : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser
		}
	});
	pool.on('error', (error) => {
		if (!pool.ending) process.emitWarning(`idle PostgreSQL connection lost: ${error.message}`);
	});
	return new PostgresDialect({ pool });
}

/** Is this handle on PostgreSQL (and not on SQLite)? */
export function isPostgres(db: Pick<Kysely<never>, 'getExecutor'>): boolean {
	return db.getExecutor().adapter instanceof PostgresAdapter;
}

import { DatabaseSync } from 'node:sqlite';
import { locateDatabase, openDatabase } from './connection.server.ts';
import { dataVersion } from './queries/data-version.ts';

/** How old the version of a PostgreSQL database may be, in milliseconds: it cannot be asked without waiting. */
const POLL_MS = 500;

/** The data version without waiting. `current` is null while the database does not answer. */
export type VersionReader = { current(): number | null; close(): Promise<void> };

/**
 * Reads the data version at once: of SQLite as it is, of PostgreSQL as it was at most half a second ago. For whoever asks
 * at every request. Throws `BadDatabaseUrl`; a database that does not answer is no error.
 */
export function versionReader(url: string): VersionReader {
	const location = locateDatabase(url);
	return location.dialect === 'sqlite' ? ofFile(location.path) : polled(url);
}

function ofFile(path: string): VersionReader {
	const database = new DatabaseSync(path, { readOnly: true });
	const statement = database.prepare('select value from data_version');
	return {
		current() {
			try {
				return Number(statement.get()?.['value'] ?? NaN);
			} catch {
				// Said by the null; the request that goes on without the version says why.
				return null;
			}
		},
		close: () => Promise.resolve(database.close())
	};
}

function polled(url: string): VersionReader {
	const db = openDatabase(url);
	let value: number | null = null;
	const ask = async (): Promise<void> => {
		value = await dataVersion(db).catch(() => null);
	};
	void ask();
	const timer = setInterval(() => void ask(), POLL_MS);
	timer.unref();
	return {
		current: () => value,
		async close() {
			clearInterval(timer);
			await db.destroy();
		}
	};
}

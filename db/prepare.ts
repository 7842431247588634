import type { Instant } from '#domain/instant.ts';
import { migrate } from './migrations/migrate.ts';
import type { Db } from './schema.ts';
import { alliance } from './seeds/alliance.ts';
import { loadSeed, type Loaded } from './seeds/load.ts';
import type { Seed } from './seeds/seed.ts';

/** What preparing did: the migrations applied, and what was loaded. */
export type Prepared = Loaded & { readonly migrations: readonly string[] };

/**
 * Makes a database ready to serve: brings its tables up to date and, where it holds no records yet, loads a seed,
 * the recorded facts unless told otherwise. Doing it again changes nothing. `at` is the instant of recording. Throws
 * `MigrationFailed`.
 */
export async function prepare(db: Db, at: Instant, seed: Seed = alliance): Promise<Prepared> {
	const migrations = await migrate(db);
	return { migrations, ...(await loadSeed(db, seed, at)) };
}

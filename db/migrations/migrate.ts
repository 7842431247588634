import { Migrator, type Migration } from 'kysely/migration';
import type { Db } from '../schema.ts';
import { MIGRATIONS } from './list.ts';

/** Thrown when a migration fails; nothing of the run remains in the database. `cause` is the database's own error. */
export class MigrationFailed extends Error {
	override readonly name = 'MigrationFailed';
}

function migratorOf(db: Db, migrations: Readonly<Record<string, Migration>>): Migrator {
	return new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } });
}

/**
 * Brings the tables up to date, all pending migrations in one transaction, and returns the names of those applied.
 * Throws `MigrationFailed`, also where the database was made by a later version of the program.
 */
export async function migrate(db: Db, migrations = MIGRATIONS): Promise<string[]> {
	const { error, results = [] } = await migratorOf(db, migrations).migrateToLatest();
	if (error !== undefined) {
		const failed = results.find((result) => result.status === 'Error')?.migrationName;
		const message = error instanceof Error ? error.message : String(error);
		throw new MigrationFailed(`${failed ? `migration ${failed} failed` : 'the tables could not be brought up to date'}: ${message}`, { cause: error });
	}
	return results.map((result) => result.migrationName);
}

/** The names of the migrations not applied yet, in order; asking changes nothing. */
export async function pendingMigrations(db: Db, migrations = MIGRATIONS): Promise<string[]> {
	const all = await migratorOf(db, migrations).getMigrations();
	return all.filter((migration) => migration.executedAt === undefined).map((migration) => migration.name);
}

import type { TestProject } from 'vitest/node';
import { startPostgres } from './server.ts';

declare module 'vitest' {
	interface ProvidedContext {
		/** Maintenance database of the PostgreSQL shared by the run; make your own with `createDatabase`. */
		postgresUrl: string;
	}
}

/** Starts one PostgreSQL for all database tests; vitest calls what this returns at the end. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const postgres = await startPostgres();
	project.provide('postgresUrl', postgres.url);
	return () => postgres.stop();
}

import type { TestProject } from 'vitest/node';
import { startServer } from './start.ts';

declare module 'vitest' {
	interface ProvidedContext {
		/** The built program on the recorded facts, shared by the run: read from it, change nothing. */
		origin: string;
		/** Its database, for signing in. */
		databaseUrl: string;
	}
}

/** Starts one server for all API tests; vitest calls what this returns at the end. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	// All tests come from one address, and ask more than a fair share: the limit has tests of its own.
	const server = await startServer({ env: { API_RATE: '999999' } });
	project.provide('origin', server.origin);
	project.provide('databaseUrl', server.databaseUrl);
	return () => server.stop();
}

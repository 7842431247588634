import { startServer } from './start.ts';

/** Starts one server for all browser tests; its address reaches them as `baseURL`, its database as `ATLAS_DATABASE_URL`. Playwright calls what this returns. */
export default async function setup(): Promise<() => Promise<void>> {
	const server = await startServer();
	process.env.ATLAS_ORIGIN = server.origin;
	process.env.ATLAS_DATABASE_URL = server.databaseUrl;
	return () => server.stop();
}

import { startServer } from './start.ts';

/** Starts one server for all browser tests; its address reaches them as `baseURL`. Playwright calls what this returns. */
export default async function setup(): Promise<() => Promise<void>> {
	const server = await startServer();
	process.env.ATLAS_ORIGIN = server.origin;
	return () => server.stop();
}

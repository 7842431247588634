import { openDatabase } from '#db/connection.server.ts';
import { nextDataVersion } from '#db/queries/data-version.ts';
import type { RunningServer } from '#tests/server/start.ts';
import { openConnection } from './client.ts';

/** Times answers of a running server, in ms from the first byte asked to the last byte answered. */
export type Stopwatch = {
	/** Nothing has changed since the last answer. */
	cached(path: string): Promise<number>;
	/** Something has, so that nothing remembered may be used. */
	fresh(path: string): Promise<number>;
};

/** Runs `use` with a stopwatch on a server. A timing rejects when the answer is not a 200. */
export async function withStopwatch<T>(server: RunningServer, use: (stopwatch: Stopwatch) => Promise<T>): Promise<T> {
	const connection = await openConnection(server.origin);
	const db = openDatabase(server.databaseUrl);
	const cached = async (path: string): Promise<number> => {
		const start = performance.now();
		const { status } = await connection.get(path);
		const ms = performance.now() - start;
		if (status !== 200) throw new Error(`${path} answered ${status}:\n${server.output()}`);
		return ms;
	};
	const fresh = async (path: string): Promise<number> => {
		await db.transaction().execute(nextDataVersion);
		return cached(path);
	};
	try {
		return await use({ cached, fresh });
	} finally {
		connection.close();
		await db.destroy();
	}
}

import { openDatabase } from '#db/connection.server.ts';
import type { Db } from '#db/schema.ts';
import { signIn } from '#tests/server/sign-in.ts';
import { startServer } from '#tests/server/start.ts';
import { ask, type Answer } from './answer.ts';

/** The day on which tests of signed-in work play. */
export const TODAY = '2026-11-22';

type Entries = Readonly<Record<string, string>> | readonly (readonly [string, string])[];

/** A server of a test's own, its database, and two people who have signed in; their cookies. */
export type Desk = {
	readonly origin: string;
	readonly databaseUrl: string;
	readonly db: Db;
	readonly editor: string;
	readonly viewer: string;
	/** Asks for a page as one of them, the editor unless said; an empty cookie: nobody. */
	readonly get: (path: string, cookie?: string) => Promise<Answer>;
	/** Sends a form as a browser without script does. */
	readonly post: (path: string, entries: Entries, cookie?: string) => Promise<Answer & { readonly location: string }>;
	readonly stop: () => Promise<void>;
};

/** Starts a server and signs an editor and a viewer in. */
export async function openDesk(): Promise<Desk> {
	const server = await startServer({ env: { TODAY } });
	const db = openDatabase(server.databaseUrl);
	const { cookie: editor } = await signIn('editor', server.databaseUrl, '示例编辑');
	const { cookie: viewer } = await signIn('viewer', server.databaseUrl, '示例领导');
	const headers = (cookie: string): Record<string, string> => ({ accept: 'text/html', origin: server.origin, ...(cookie && { cookie }) });
	return {
		origin: server.origin,
		databaseUrl: server.databaseUrl,
		db,
		editor,
		viewer,
		get: (path, cookie = editor) => ask(server.origin, path, { headers: headers(cookie) }),
		post: async (path, entries, cookie = editor) => {
			const list = Array.isArray(entries) ? (entries as readonly (readonly [string, string])[]) : Object.entries(entries);
			const body = new URLSearchParams(list.map(([name, text]): [string, string] => [name, text]));
			const answer = await ask(server.origin, path, { method: 'POST', headers: headers(cookie), body });
			return Object.assign(answer, { location: answer.headers.get('location') ?? '' });
		},
		stop: async () => {
			await db.destroy();
			await server.stop();
		}
	};
}

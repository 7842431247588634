import { DEFAULT_DATABASE_URL, openDatabase } from '#db/connection.server.ts';
import { dataVersion } from '#db/queries/data-version.ts';
import { installationSecret } from '#db/queries/installation-secret.ts';
import { readSetting } from '#db/queries/setting.ts';
import type { Db } from '#db/schema.ts';
import { dayAt, type Day } from '#domain/day.ts';
import { readEnvironment } from './env.ts';
import { errorDetails, log } from './log.ts';

type Atlas = { readonly db: Db; readonly fixedToday: Day | null; readonly demo: boolean; readonly isPrivate: boolean; readonly secret: string };

let opened: Atlas | null = null;

/** Opens the record this server shows. Throws when the database cannot be reached or was never prepared. */
export async function openAtlas(): Promise<void> {
	const env = readEnvironment(process.env);
	const db = openDatabase(env.DATABASE_URL ?? DEFAULT_DATABASE_URL);
	await dataVersion(db);
	const demo = await readSetting(db, 'demo');
	opened = {
		db,
		fixedToday: env.TODAY ?? demo?.today ?? null,
		demo: demo !== null,
		isPrivate: env.ACCESS === 'private',
		secret: env.AUTH_SECRET ?? (await installationSecret(db, 'auth'))
	};
}

function atlas(): Atlas {
	if (!opened) throw new Error('the record is not open yet');
	return opened;
}

/** The database of this server. */
export function database(): Db {
	return atlas().db;
}

/** Is this the invented data of the demonstration? */
export function isDemo(): boolean {
	return atlas().demo;
}

/** Is the dashboard closed to whoever holds no share of it? */
export function isPrivate(): boolean {
	return atlas().isPrivate;
}

/** What sessions are signed and second factors encrypted with: `AUTH_SECRET`, or else made once and kept in the database. */
export function authSecret(): string {
	return atlas().secret;
}

/** Today in Asia/Shanghai; the demonstration stands still on its own day, and `TODAY` fixes it for tests. */
export function today(): Day {
	return atlas().fixedToday ?? dayAt(Date.now());
}

/** Does the database answer? A failure goes to the log. */
export async function isReady(): Promise<boolean> {
	try {
		await dataVersion(database());
		return true;
	} catch (error) {
		log('error', 'the database does not answer', errorDetails(error));
		return false;
	}
}

import { instantOf } from '#domain/instant.ts';
import { BadDatabaseUrl, DEFAULT_DATABASE_URL, DEMO_DATABASE_URL, locateDatabase, openDatabase } from './connection.server.ts';
import { migrate, MigrationFailed, pendingMigrations } from './migrations/migrate.ts';
import { personCommand, PERSON_USAGE } from './person-command.ts';
import { prepare } from './prepare.ts';
import { recordCounts } from './queries/count.ts';
import { dataVersion } from './queries/data-version.ts';
import { readSetting } from './queries/setting.ts';
import type { Db } from './schema.ts';
import { alliance } from './seeds/alliance.ts';
import { shareCommand, SHARE_USAGE } from './share-command.ts';
import { loadSeed, type Loaded } from './seeds/load.ts';
import type { Seed } from './seeds/seed.ts';

const USAGE = `Usage: node db/cli.ts prepare|migrate|seed|status|share|person [--demo]

  prepare  bring the tables up to date and load the recorded facts into an empty database
  migrate  bring the tables up to date
  seed     load the recorded facts into an empty database
  status   say what the database holds; changes nothing
  ${SHARE_USAGE}
  ${PERSON_USAGE}

With --demo, the artificial data of the demonstration take the place of the recorded facts.
DATABASE_URL says which database; without it, ${DEFAULT_DATABASE_URL}, or ${DEMO_DATABASE_URL} with --demo.`;

/** Thrown where a database holds other data than those asked for. */
class OtherData extends Error {}

type Command = (db: Db, isDemo: boolean, args: readonly string[]) => Promise<string>;

const now = () => instantOf(performance.timeOrigin + performance.now());

const COMMANDS: Readonly<Record<string, Command>> = {
	prepare: async (db, isDemo) => {
		const { migrations, ...loaded } = await prepare(db, now(), await seedOf(isDemo));
		await checkData(db, isDemo);
		return `${migrated(migrations)}; ${seeded(loaded)}.`;
	},
	migrate: async (db) => `${migrated(await migrate(db))}.`,
	seed: async (db, isDemo) => {
		const pending = await pendingMigrations(db);
		if (pending.length > 0) throw new MigrationFailed(`the tables are not up to date (${pending.join(', ')}): run migrate first.`);
		const loaded = await loadSeed(db, await seedOf(isDemo), now());
		await checkData(db, isDemo);
		return `${capital(seeded(loaded))}.`;
	},
	person: (db, _, args) => personCommand(db, args, now()),
	share: (db, _, args) => shareCommand(db, args, now(), process.env['SHARE_PASSWORD']),
	status: async (db) => {
		const pending = await pendingMigrations(db);
		if (pending.length > 0) return `Migrations pending: ${pending.join(', ')}.`;
		const counts = Object.entries(await recordCounts(db)).map(([type, records]) => `${type} ${records}`);
		return `Tables up to date; data version ${await dataVersion(db)}; ${counts.join(', ')}.`;
	}
};

async function seedOf(isDemo: boolean): Promise<Seed> {
	return isDemo ? (await import('./seeds/demo.ts')).demo() : alliance;
}

/** The demonstration must never stand among real records, nor pass for them. */
async function checkData(db: Db, isDemo: boolean): Promise<void> {
	const holdsDemo = (await readSetting(db, 'demo')) !== null;
	if (isDemo && !holdsDemo) throw new OtherData('this database holds real records: give the demonstration one of its own.');
	if (holdsDemo && !isDemo) throw new OtherData('this database holds the demonstration: give the records one of their own.');
}

function migrated(names: readonly string[]): string {
	return names.length > 0 ? `Migrations applied: ${names.join(', ')}` : 'Tables were up to date';
}

function seeded({ loaded, records }: Loaded): string {
	return loaded ? `${records} records loaded` : 'the database holds records already, nothing loaded';
}

function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Which database, without its password. */
function named(url: string): string {
	const location = locateDatabase(url);
	if (location.dialect === 'sqlite') return location.path;
	const { hostname, port, pathname } = new URL(location.url);
	return `postgres://${hostname}${port && `:${port}`}${pathname}`;
}

/** Runs one command and returns the exit code: 0 done, 1 failed, 2 not understood. */
async function run(args: readonly string[], given: string | undefined): Promise<number> {
	const isDemo = args.includes('--demo');
	const [name, ...rest] = args.filter((arg) => arg !== '--demo');
	const command = name === undefined || (rest.length > 0 && name !== 'share' && name !== 'person') || !Object.hasOwn(COMMANDS, name) ? undefined : COMMANDS[name];
	if (!command) {
		console.error(USAGE);
		return 2;
	}
	const url = given || (isDemo ? DEMO_DATABASE_URL : DEFAULT_DATABASE_URL);
	try {
		const where = named(url);
		const db = openDatabase(url);
		try {
			console.log(`${where}: ${await command(db, isDemo, rest)}`);
		} finally {
			await db.destroy();
		}
		return 0;
	} catch (error) {
		const reason = error instanceof Error ? error.message || error.name : String(error);
		console.error(`${name} failed: ${reason}`);
		return error instanceof BadDatabaseUrl ? 2 : 1;
	}
}

process.exitCode = await run(process.argv.slice(2), process.env['DATABASE_URL']);

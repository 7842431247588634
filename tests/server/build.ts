import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isBuildCurrent, rememberBuild } from '#lib/server/build-stamp.ts';
import { listen } from './guarded.ts';

/** The project's root folder, absolute. */
export const ROOT = join(import.meta.dirname, '..', '..');

const LOCK = join(ROOT, 'node_modules', '.cache', 'atlas-build.lock');

/**
 * Builds the program unless the build is of the sources as they are; one process builds, the others wait for it.
 * Throws with the build's output when it fails.
 */
export async function ensureBuild(): Promise<void> {
	mkdirSync(dirname(LOCK), { recursive: true });
	while (!take(LOCK)) await pause(200);
	try {
		if (isBuildCurrent()) return;
		await node('node_modules/@sveltejs/kit/svelte-kit.js', 'sync');
		await node('node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn');
		rememberBuild();
	} finally {
		rmSync(LOCK, { force: true });
	}
}

async function node(...args: string[]): Promise<void> {
	const { NODE_ENV: _test, VITEST: _vitest, ...env } = process.env; // a build under these would be one for tests
	const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
	const { ended, output } = listen(child);
	const how = await ended;
	if (how !== 'code 0') throw new Error(`node ${args.join(' ')} ended with ${how}:\n${output()}`);
}

/** Makes the lock file; takes over one whose process is gone. */
function take(lock: string): boolean {
	try {
		const file = openSync(lock, 'wx');
		writeSync(file, String(process.pid));
		closeSync(file);
		return true;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
	}
	const owner = holder(lock);
	if (owner !== undefined && !alive(owner)) rmSync(lock, { force: true });
	return false;
}

/** The process that holds the lock; `undefined` while it is being written or when it has just gone. */
function holder(lock: string): number | undefined {
	try {
		return Number(readFileSync(lock, 'utf8')) || undefined;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
		throw error;
	}
}

function alive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}

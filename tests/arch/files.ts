import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The project's root folder, absolute. */
export const ROOT = join(import.meta.dirname, '..', '..');

/**
 * The project's own files, relative to its root, with `/`: what git tracks or would track. Where there is no git, what
 * lies on disk and is not ignored by name.
 */
export function projectFiles(): string[] {
	const listed = existsSync(join(ROOT, '.git')) ? git() : walk('');
	return listed.filter((path) => existsSync(join(ROOT, path)) && statSync(join(ROOT, path)).isFile()).sort();
}

function git(): string[] {
	// A checkout that belongs to somebody else, as in a container, is refused without this.
	const args = ['-c', `safe.directory=${ROOT}`, 'ls-files', '-z', '--cached', '--others', '--exclude-standard'];
	return execFileSync('git', args, { cwd: ROOT, encoding: 'utf8', maxBuffer: 1 << 26 }).split('\0').filter(Boolean);
}

function walk(folder: string): string[] {
	const ignored = readFileSync(join(ROOT, '.gitignore'), 'utf8').split('\n');
	return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
		const path = folder ? `${folder}/${entry.name}` : entry.name;
		if (ignored.includes(entry.name) || ignored.includes(`/${path}`)) return [];
		return entry.isDirectory() ? walk(path) : [path];
	});
}

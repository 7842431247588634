import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const STAMP = 'build/.stamp';

/** What the built program is made of. */
const SOURCES = ['src', 'geo/data', 'geo/regions', 'db', 'static', 'svelte.config.js', 'vite.config.ts', 'package-lock.json'];

function fingerprint(): string {
	const hash = createHash('sha256');
	const add = (path: string): void => {
		const stat = statSync(path);
		if (!stat.isDirectory()) hash.update(`${path}\0${stat.size}\0`).update(readFileSync(path));
		else for (const name of readdirSync(path).sort()) add(join(path, name));
	};
	for (const source of SOURCES) if (existsSync(source)) add(source);
	return hash.digest('hex');
}

/** Is there a build, and is it of the sources as they are now? Compares contents, so a fresh checkout of the same is current. */
export function isBuildCurrent(): boolean {
	return existsSync('build/handler.js') && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === fingerprint();
}

/** Notes which sources the build was made of; call it right after building. */
export function rememberBuild(): void {
	writeFileSync(STAMP, fingerprint());
}

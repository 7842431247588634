import { inflate } from '@sparticuz/chromium';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const PARTS = ['chromium.br', 'swiftshader.tar.br', 'al2023.tar.br'];

/** The Chromium of `@sparticuz/chromium` once unpacked: its program, and the libraries that a bare machine lacks. */
export type BundledChromium = { readonly executablePath: string; readonly libraries: string };

/**
 * Unpacks `@sparticuz/chromium` (some 250 MB) into a folder of its version inside `cache`, once; no network.
 * Safe against a second process doing the same and against being cut off: the folder appears complete or not at all.
 */
export async function bundledChromium(cache: string): Promise<BundledChromium> {
	const home = dirname(packageFile());
	const { version } = JSON.parse(readFileSync(packageFile(), 'utf8')) as { version: string };
	const folder = join(cache, `chromium-${version}-${process.arch}`);
	if (!existsSync(folder)) {
		mkdirSync(cache, { recursive: true });
		const staging = mkdtempSync(join(cache, 'unpacking-'));
		try {
			await unpack(join(home, 'bin'), staging);
			renameSync(staging, folder);
		} catch (error) {
			if (!existsSync(folder)) throw error; // another process was first
		} finally {
			rmSync(staging, { recursive: true, force: true });
		}
	}
	return { executablePath: join(folder, 'chromium'), libraries: join(folder, 'al2023', 'lib') };
}

/** `inflate` writes to the temporary folder of the process and nowhere else, so that is `staging` meanwhile. */
async function unpack(from: string, staging: string): Promise<void> {
	const { TMPDIR } = process.env;
	process.env.TMPDIR = staging;
	try {
		for (const part of PARTS) await inflate(join(from, part));
	} finally {
		if (TMPDIR === undefined) delete process.env.TMPDIR;
		else process.env.TMPDIR = TMPDIR;
	}
}

/** The package closes its package.json to imports; its main file lies one folder below it. */
function packageFile(): string {
	return join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..', 'package.json');
}

import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { bundledChromium } from './bundled.ts';
import { fontconfig } from './fonts.ts';

/** What Playwright's `launchOptions` need: the program, its switches and its whole environment. */
export type Chromium = {
	readonly executablePath: string;
	readonly args: readonly string[];
	readonly env: Record<string, string>;
};

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MACOS = [
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium'
];

/** WebGL in software, pictures that are the same everywhere, no word to the outside. */
const ARGS = [
	'--use-angle=swiftshader',
	'--enable-unsafe-swiftshader',
	'--ignore-gpu-blocklist',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-domain-reliability',
	'--no-pings',
	'--font-render-hinting=none',
	'--force-color-profile=srgb',
	'--lang=zh-CN'
];

const CACHE = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'atlas-browser');

/**
 * The Chromium to test with: `CHROMIUM_PATH` if set, else an installed Chromium or Chrome that runs, else (or with
 * `TAIHU_BROWSER=bundled`) the one from npm. Text is drawn with the Chinese font from npm in each case.
 * Throws when CHROMIUM_PATH does not run, or when there is none at all.
 */
export async function chromium(): Promise<Chromium> {
	const found = process.env.TAIHU_BROWSER === 'bundled' ? undefined : installed();
	const fonts = { FONTCONFIG_FILE: fontconfig(CACHE) };
	const args = process.getuid?.() === 0 ? [...ARGS, '--no-sandbox'] : ARGS;
	if (found) return { executablePath: found, args, env: environment(fonts) };

	if (process.platform !== 'linux') throw new Error('no Chromium or Chrome found: install one, or set CHROMIUM_PATH');
	const { executablePath, libraries } = await bundledChromium(CACHE);
	// Its sandbox wants a setuid helper or user namespaces, which are missing where there is no installed browser either.
	const unboxed = [...ARGS, '--no-sandbox', '--no-zygote'];
	const plain = environment(fonts);
	if (runs(executablePath, plain) === true) return { executablePath, args: unboxed, env: plain };
	const search = [libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
	const env = environment({ ...fonts, LD_LIBRARY_PATH: search });
	const outcome = runs(executablePath, env);
	if (outcome !== true)
		throw new Error(`the bundled Chromium does not run here (install one and set CHROMIUM_PATH): ${outcome}`);
	return { executablePath, args: unboxed, env };
}

function installed(): string | undefined {
	const wanted = process.env.CHROMIUM_PATH;
	if (wanted) {
		const outcome = runs(wanted, environment({}));
		if (outcome !== true) throw new Error(`CHROMIUM_PATH=${wanted} does not run: ${outcome}`);
		return wanted;
	}
	const folders = (process.env.PATH ?? '').split(delimiter);
	const candidates = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
	if (process.platform === 'darwin') candidates.push(...MACOS);
	// A snap's stub stands on the PATH, too, and does not run in a container.
	return candidates.find((path) => executable(path) && runs(path, environment({})) === true);
}

function executable(path: string): boolean {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

/** `true`, or why it does not run. */
function runs(path: string, env: Record<string, string>): true | string {
	try {
		execFileSync(path, ['--version'], { env, timeout: 20_000, stdio: ['ignore', 'ignore', 'pipe'] });
		return true;
	} catch (error) {
		return String(error);
	}
}

function environment(extra: Record<string, string>): Record<string, string> {
	const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
	return { ...Object.fromEntries(inherited), ...extra };
}

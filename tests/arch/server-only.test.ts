import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from './files.ts';

/** A small application around the project's own configuration, domain and database, with one page to vary. */
let app: string;

beforeAll(() => {
	const cache = join(ROOT, 'node_modules', '.cache');
	mkdirSync(cache, { recursive: true });
	app = mkdtempSync(join(cache, 'server-only-'));
	const configuration = ['package.json', 'tsconfig.json', 'svelte.config.js', 'vite.config.ts'];
	for (const path of [...configuration, 'db', 'geo/data', 'geo/regions', 'src/domain'])
		cpSync(join(ROOT, path), join(app, path), { recursive: true });
	mkdirSync(join(app, 'src', 'routes'), { recursive: true });
	const page = '<html><head>%sveltekit.head%</head><body>%sveltekit.body%</body></html>';
	writeFileSync(join(app, 'src', 'app.html'), page);
});

afterAll(() => rmSync(app, { recursive: true, force: true }));

/** Builds the application with this script in its page; the build's output, or "built". */
async function build(script: string): Promise<string> {
	writeFileSync(join(app, 'src', 'routes', '+page.svelte'), `<script lang="ts">\n${script}\n</script>\n`);
	// The guard is off where the environment says that tests run.
	const { NODE_ENV: _mode, VITEST: _vitest, TEST: _test, ...env } = process.env;
	const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
	try {
		await promisify(execFile)(process.execPath, [vite, 'build', '--logLevel', 'error'], { cwd: app, env });
		return 'built';
	} catch (error) {
		return String((error as { stderr?: string }).stderr);
	}
}

test('a page that imports from the domain builds', async () => {
	expect(await build("import { LOCALES } from '#domain/locale.ts';\nconsole.log(LOCALES);")).toBe('built');
});

test('a page that imports the database connection does not build', async () => {
	const output = await build("import { openDatabase } from '#db/connection.server.ts';\nconsole.log(openDatabase);");
	expect(output).toMatch(/Cannot import .*connection\.server\.ts into code that runs in the browser/);
});

test('nor does one that reaches it through another module', async () => {
	writeFileSync(join(app, 'src', 'reach.ts'), "export { openDatabase } from '#db/connection.server.ts';\n");
	const output = await build("import { openDatabase } from '../reach.ts';\nconsole.log(openDatabase);");
	expect(output).toMatch(/Cannot import .*connection\.server\.ts into code that runs in the browser/);
});

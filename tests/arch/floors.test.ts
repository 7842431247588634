import { ESLint } from 'eslint';
import { join, posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectFiles, ROOT } from './files.ts';

const files = projectFiles();
const eslint = new ESLint({ cwd: ROOT, ignore: false });

/** The places, each by the files that lie there. */
const PLACES = {
	domain: /^src\/domain\/.*\.ts$/,
	regions: /^geo\/regions\/.*\.ts$/,
	build: /^geo\/build\/.*\.ts$/,
	db: /^db\/.*\.ts$/,
	i18n: /^src\/lib\/i18n\/.*\.ts$/,
	picture: /^src\/lib\/picture\/.*\.ts$/,
	server: /^src\/lib\/server\/.*\.ts$/,
	ui: /^src\/lib\/components\/ui\/.*\.(ts|svelte)$/,
	charts: /^src\/lib\/components\/charts\/.*\.(ts|svelte)$/,
	map: /^src\/lib\/components\/map\/.*\.(ts|svelte)$/,
	wall: /^src\/lib\/components\/wall\/.*\.(ts|svelte)$/,
	entry: /^src\/(serve|hooks\.server)\.ts$/,
	tests: /^tests\/.*\.ts$/
} as const;
type Place = keyof typeof PLACES;

/** The floors of the design, written down a second time: an importer, and the places it may import. */
const FLOORS: readonly [importer: string, may: readonly Place[]][] = [
	['src/domain/importer.ts', ['domain']],
	['geo/regions/importer.ts', ['domain', 'regions']],
	['geo/build/importer.ts', ['domain', 'regions', 'build']],
	['db/importer.ts', ['domain', 'regions', 'db']],
	['db/queries/importer.ts', ['domain', 'regions', 'db']],
	['src/lib/i18n/importer.ts', ['domain', 'i18n']],
	['src/lib/picture/map/importer.ts', ['domain', 'regions', 'i18n', 'picture']],
	['src/lib/server/importer.ts', ['domain', 'regions', 'db', 'i18n', 'picture', 'server']],
	['src/hooks.server.ts', ['domain', 'regions', 'db', 'i18n', 'picture', 'server', 'entry']],
	['src/serve.ts', ['domain', 'regions', 'db', 'i18n', 'picture', 'server', 'entry']],
	['src/lib/components/ui/Importer.svelte', ['domain', 'regions', 'i18n', 'picture', 'ui']],
	['src/lib/components/charts/Importer.svelte', ['domain', 'regions', 'i18n', 'picture', 'ui', 'charts']],
	['src/lib/components/map/Importer.svelte', ['domain', 'regions', 'i18n', 'picture', 'ui', 'map']],
	['src/lib/components/map/importer.ts', ['domain', 'regions', 'i18n', 'picture', 'ui', 'map']],
	['src/lib/components/wall/Importer.svelte', ['domain', 'regions', 'i18n', 'picture', 'ui', 'wall']],
	['src/routes/[code]/+page.svelte', ['domain', 'regions', 'i18n', 'picture', 'ui', 'charts', 'map', 'wall']],
	['src/routes/(dashboard)/+page.ts', ['domain', 'regions', 'i18n', 'picture', 'ui', 'charts', 'map', 'wall']],
	['src/routes/+layout.ts', ['domain', 'regions', 'i18n', 'picture', 'ui', 'charts', 'map', 'wall']],
	['src/hooks.ts', ['domain', 'regions', 'i18n', 'picture', 'ui', 'charts', 'map', 'wall']],
	['src/routes/(dashboard)/+page.server.ts', ['domain', 'regions', 'i18n', 'picture', 'server']],
	['src/routes/+layout.server.ts', ['domain', 'regions', 'i18n', 'picture', 'server']],
	['src/routes/api/v1/[code]/+server.ts', ['domain', 'regions', 'i18n', 'picture', 'server']]
];

const places = Object.keys(PLACES) as Place[];

/** The rules and messages that ESLint reports for a text as if it lay at `path`, each with its line. */
async function lint(path: string, lines: readonly string[]): Promise<{ line: number; rule: string; message: string }[]> {
	const [open, close] = path.endsWith('.svelte') ? ['<script lang="ts">', '</script>'] : ['//', '//'];
	const [result] = await eslint.lintText([open, ...lines, close].join('\n'), { filePath: join(ROOT, path) });
	return (result?.messages ?? []).map(({ line, ruleId, message }) => ({ line: line - 1, rule: ruleId ?? 'parse', message }));
}

/** A file of the project at `place`, as another place imports it. */
function specifier(place: Place, importer: string): string {
	const path = files.find((file) => PLACES[place].test(file) && file !== importer && !file.endsWith('.test.ts'));
	if (!path) throw new Error(`no file to import at ${place}`);
	const alias = /^(?:src\/)?((?:domain|lib|geo|db|tests)\/.*)/.exec(path)?.[1];
	return alias ? `#${alias}` : posix.relative(posix.dirname(importer), path).replace(/^(?!\.)/, './');
}

describe.each(FLOORS)('%s', (importer, may) => {
	test.each(['import value from', 'import type Value from', 'export * from', 'await import('])('%s …', async (form) => {
		const others = places.filter((place) => place !== 'entry' || !may.includes('entry'));
		const lines = others.map((place, i) => {
			const from = `'${specifier(place, importer)}'`;
			return form.endsWith('(') ? `${form}${from});` : `${form.replace(/[Vv]alue/, `$&${i}`)} ${from};`;
		});
		const messages = (await lint(importer, lines)).filter(({ rule }) => rule === 'import-x/no-restricted-paths');
		const refused = messages.map(({ line }) => others[line - 1]);
		expect(refused).toEqual(others.filter((place) => !may.includes(place)));
		for (const { message } of messages) expect(message).toMatch(/ may not import [\w/.]+: .{20,}\. [A-Z].{15,}\.$/);
	});
});

describe('packages and modules', () => {
	test.each([
		['src/domain/importer.ts', "import 'kysely';", /may import no package but valibot/],
		['src/domain/importer.ts', "import type { Feature } from 'geojson';", /may import no package but valibot/],
		['src/domain/importer.ts', "import 'node:fs';", /may not import Node's modules/],
		['src/domain/importer.ts', "import '$app/environment';", /plain Node runs it/],
		['geo/regions/importer.ts', "import 'topojson-server';", /may import no package but topojson-client/],
		['geo/regions/importer.ts', "import 'node:fs';", /may not import Node's modules/],
		['db/importer.ts', "import '$env/dynamic/private';", /plain Node runs it/],
		['src/lib/picture/importer.ts', "import { init } from 'echarts';", /may import only the types of a package/],
		['src/lib/i18n/importer.ts', "import 'valibot';", /may import no package but \(none\)/],
		['src/lib/components/map/importer.ts', "import 'node:path';", /may not import Node's modules/],
		['src/lib/components/map/importer.ts', "import '#geo/data/cities.topo.json';", /only by address \(\?url\)/],
		['src/routes/+page.svelte', "import 'maplibre-gl';", /may import no package but svelte, @sveltejs\/kit/],
		['src/routes/+page.server.ts', "import 'kysely';", /may import no package but svelte/],
		['src/routes/+page.svelte', "import '$lib/i18n/number.ts';", /write #lib/],
		['src/routes/+page.svelte', "import '#lib/i18n/number';", /write the extension/],
		['src/routes/+page.svelte', "import.meta.glob('../../db/*.ts');", /hides who imports whom/],
		['src/routes/+page.svelte', "let row: import('#db/schema.ts').Tables;", /`import\(\)` type annotations are forbidden/]
	])('%s: %s', async (importer, line, expected) => {
		expect((await lint(importer, [line])).map(({ message }) => message).join('\n')).toMatch(expected);
	});

	test.each([
		['src/domain/importer.ts', "import 'valibot';"],
		['src/domain/importer.test.ts', "import 'vitest'; import 'fast-check'; import 'node:fs'; import '#tests/tally.ts';"],
		['geo/regions/importer.ts', "import 'topojson-client'; import '#geo/data/regions.json'; export type { Feature } from 'geojson';"],
		['geo/build/importer.ts', "import 'topojson-server'; import 'node:fs';"],
		['db/importer.ts', "import 'kysely'; import 'node:sqlite';"],
		['src/lib/picture/importer.ts', "export type { EChartsOption } from 'echarts'; import '#domain/day.ts';"],
		['src/lib/server/importer.ts', "import 'echarts'; import 'node:fs';"],
		['src/lib/components/map/importer.ts', "import 'maplibre-gl'; import '#geo/data/cities.topo.json?url';"],
		['src/routes/[code]/+page.server.ts', "import '@sveltejs/kit'; import 'valibot'; import './$types';"],
		['src/routes/[code]/+page.svelte', "import 'svelte'; import 'svelte/transition'; import './$types'; import '$app/state';"],
		['tests/importer.ts', "import '#db/schema.ts'; import '#lib/server/log.ts'; import 'pg'; console.log(new Date());"]
	])('%s may: %s', async (importer, line) => {
		expect(await lint(importer, line.split(/(?<=;) /))).toEqual([]);
	});

	test('a unit test keeps to the floor of its subject', async () => {
		const [message] = await lint('src/domain/importer.test.ts', [`import '${specifier('db', '')}';`]);
		expect(message?.message).toMatch(/^Unexpected path .* src\/domain may not import db: /);
	});
});

describe('cycles', () => {
	test.each([
		['tests/arch/fixtures/cycle/north.ts', 'Dependency cycle detected'],
		['tests/arch/fixtures/cycle/width.ts', 'Dependency cycle detected'],
		['tests/arch/fixtures/cycle/Drawing.svelte', 'Dependency cycle detected']
	])('%s', async (path, expected) => {
		const [result] = await eslint.lintFiles([join(ROOT, path)]);
		expect(result?.messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)).toEqual([
			expect.stringMatching(`import-x/no-cycle: ${expected}`)
		]);
	});
});

describe('other rules', () => {
	test.each([
		['src/lib/server/importer.ts', 'export const now = new Date();', /never pass through a Date/],
		['db/importer.ts', 'export const now = globalThis.Date.now();', /never pass through a Date/],
		['src/routes/+page.svelte', 'console.log(Date.now());', /never pass through a Date/],
		['src/lib/server/importer.ts', "console.log('here');", /Unexpected console/]
	])('%s: %s', async (importer, line, expected) => {
		expect((await lint(importer, [line])).map(({ message }) => message).join('\n')).toMatch(expected);
	});

	test('raw HTML in a component', async () => {
		const [result] = await eslint.lintText('{@html text}', { filePath: join(ROOT, 'src/lib/components/ui/Importer.svelte') });
		expect(result?.messages.map(({ ruleId }) => ruleId)).toContain('svelte/no-at-html-tags');
	});

	test.each([
		['src/domain/day.ts', 'export const now = new Date();'],
		['src/domain/instant.ts', 'export const now = new Date();'],
		['geo/build/importer.ts', 'console.log(new Date());'],
		['src/serve.ts', "console.log('here');"],
		['src/lib/server/log.ts', "console.error('here');"],
		['db/cli.ts', "console.log('here');"]
	])('%s may: %s', async (importer, line) => {
		expect(await lint(importer, [line])).toEqual([]);
	});
});

test('every source file stands on a floor', () => {
	const page = /^src\/(routes|params)\/|^src\/hooks(\.client)?\.ts$|^src\/(app\.d\.ts|app\.html)$/;
	const known = [...Object.values(PLACES), page];
	const sources = files.filter((path) => /^(src|geo|db)\/.*\.(ts|svelte)$/.test(path) && !path.startsWith('geo/data/'));
	expect(sources.filter((path) => !known.some((pattern) => pattern.test(path)))).toEqual([]);
});

import js from '@eslint/js';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import importX from 'eslint-plugin-import-x';
import svelte from 'eslint-plugin-svelte';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

const root = import.meta.dirname;

/** The places of the project; `instead` says what to do where one of them may not be imported. */
const places = {
	domain: { path: 'src/domain', instead: '' },
	regions: { path: 'geo/regions', instead: 'Take the regions or codes as an argument.' },
	geoData: { path: 'geo/data', instead: 'Go through geo/regions, which types it.' },
	geoBuild: { path: 'geo/build', instead: 'It runs at build time only: read what it made through geo/regions.' },
	db: { path: 'db', instead: 'Ask a service in src/lib/server: it turns rows into domain values for an audience.' },
	i18n: { path: 'src/lib/i18n', instead: 'Return a value and let the page word it.' },
	picture: { path: 'src/lib/picture', instead: 'Return the values and let who draws decide how.' },
	server: { path: 'src/lib/server', instead: 'Load it in +page.server.ts or +server.ts and hand the value over as data.' },
	ui: { path: 'src/lib/components/ui', instead: 'Draw it in the +page.svelte and pass it down as a snippet.' },
	charts: { path: 'src/lib/components/charts', instead: 'Put both side by side in a +page.svelte.' },
	map: { path: 'src/lib/components/map', instead: 'Put both side by side in a +page.svelte.' },
	wall: { path: 'src/lib/components/wall', instead: 'Put both side by side in a +page.svelte.' },
	routes: { path: 'src/routes', instead: 'A page is the top floor: move what is shared below it.' },
	entry: {
		path: ['src/serve.ts', 'src/hooks.server.ts'],
		instead: 'The entry starts the program and is imported by nothing: move what is shared to src/lib/server.'
	},
	tests: { path: 'tests', instead: 'Only tests import test support.' }
};

const PURE = 'Take the value as an argument, or move the rule down into src/domain.';
const BROWSER = 'it runs in the browser';

/**
 * The floors, lowest first: who may import whom, and why. `packages` lists the npm packages allowed (`true`: any, `'types'`: their types);
 * `node` whether Node's own modules are.
 */
const floors = [
	{
		name: 'src/domain',
		files: ['src/domain/**/*.ts'],
		may: ['domain'],
		packages: ['valibot'],
		why: 'the rules stand on nothing, so that browser, server, pipeline and tests share them',
		instead: PURE
	},
	{
		name: 'geo/regions',
		files: ['geo/regions/**/*.ts'],
		may: ['domain', 'regions', 'geoData'],
		packages: ['topojson-client', 'topojson-specification', 'geojson'],
		why: 'the region model is light and goes everywhere, into the browser too',
		instead: PURE
	},
	{
		name: 'geo/build',
		files: ['geo/build/**/*.ts'],
		may: ['domain', 'regions', 'geoData', 'geoBuild'],
		packages: true,
		node: true,
		why: 'the pipeline must run without the application',
		instead: PURE
	},
	{
		name: 'db',
		files: ['db/**/*.ts'],
		may: ['domain', 'regions', 'db'],
		packages: true,
		node: true,
		why: 'queries know tables, not pages or services',
		instead: PURE
	},
	{
		name: 'src/lib/i18n',
		files: ['src/lib/i18n/**/*.ts'],
		may: ['domain', 'i18n'],
		packages: [],
		why: 'messages are words and formats, no more',
		instead: PURE
	},
	{
		name: 'src/lib/picture',
		files: ['src/lib/picture/**/*.ts'],
		may: ['domain', 'regions', 'i18n', 'picture'],
		packages: 'types',
		why: 'what is drawn is decided by pure functions, the same for the browser, the server and the exports',
		instead: PURE
	},
	{
		name: 'src/lib/server',
		files: ['src/lib/server/**/*.ts'],
		may: ['domain', 'regions', 'geoData', 'db', 'i18n', 'picture', 'server'],
		packages: true,
		node: true,
		why: 'a service answers any caller, so it knows no page and draws nothing itself'
	},
	{
		name: "the server's entry",
		files: ['src/serve.ts', 'src/hooks.server.ts'],
		may: ['domain', 'regions', 'db', 'i18n', 'picture', 'server', 'entry'],
		packages: true,
		node: true,
		why: 'starting and guarding the server has nothing to do with what pages show'
	},
	...['ui', 'charts', 'map', 'wall'].map((kind) => ({
		name: `src/lib/components/${kind}`,
		files: [`src/lib/components/${kind}/**/*.{ts,svelte}`],
		may: ['domain', 'regions', 'geoData', 'i18n', 'picture', 'ui', kind],
		packages: true,
		dataByAddress: true,
		why: `${BROWSER}, draws what it is given, and knows no other drawing than ui`
	})),
	{
		name: 'a page or universal load',
		files: ['src/routes/**/*.{ts,svelte}', 'src/hooks.ts', 'src/hooks.client.ts', 'src/params/**/*.ts'],
		ignores: ['src/routes/**/{+server,*.server}.ts'],
		may: ['domain', 'regions', 'i18n', 'picture', 'ui', 'charts', 'map', 'wall', 'routes'],
		packages: ['svelte', '@sveltejs/kit'],
		why: `${BROWSER} and only composes`
	},
	{
		name: 'a server file of a route',
		files: ['src/routes/**/{+server,*.server}.ts'],
		may: ['domain', 'regions', 'i18n', 'picture', 'server', 'routes'],
		packages: ['svelte', '@sveltejs/kit', 'valibot'],
		node: true,
		why: 'a route asks one service and hands on the answer'
	}
];

/** The zones of `import-x/no-restricted-paths` for one floor; `free` lifts the limits on packages, for unit tests. */
function zones(floor, free) {
	const closed = Object.entries(places)
		.filter(([place]) => !floor.may.includes(place) && !(free && place === 'tests'))
		.flatMap(([place, { path, instead }]) =>
			[path].flat().map((from) => ({
				target: root,
				from: `${root}/${from}`,
				message: `${floor.name} may not import ${from}: ${floor.why}. ${upwards(floor, place) ?? instead}`
			}))
		);
	if (!Array.isArray(floor.packages) || free) return closed;
	return [
		...closed,
		{
			target: root,
			from: `${root}/node_modules`,
			except: floor.packages.flatMap((name) => [name, `@types/${name}`]),
			message:
				`${floor.name} may import no package but ${floor.packages.join(', ') || '(none)'}: ${floor.why}. ` +
				(floor.instead ?? 'Wrap the package on the floor that may use it.')
		}
	];
}

/** A floor's own advice; generated data and test support have theirs, which fits every floor. */
function upwards(floor, place) {
	return ['geoData', 'geoBuild', 'tests', 'entry'].includes(place) ? undefined : floor.instead;
}

const EXTENSION = {
	regex: String.raw`^(\.{1,2}/|#)(?!.*\.(ts|js|mjs|svelte|json|css|svg|txt|sql|md)(\?\w+)?$)(?!.*/?\$types$)`,
	message: 'Plain Node runs these files too: write the extension (.ts, .svelte, …).'
};
const LIB_ALIAS = { regex: String.raw`^\$lib(/|$)`, message: 'One name for one file: write #lib/… instead of $lib/….' };

/** The rule `no-restricted-imports` for one floor: what cannot be seen by path. */
function patterns(floor, free) {
	const list = [EXTENSION, LIB_ALIAS];
	if (!floor.node && !free)
		list.push({ regex: '^node:', message: `${floor.name} may not import Node's modules: ${floor.why}.` });
	if (floor.dataByAddress)
		list.push({
			regex: String.raw`^#geo/data/(?!.*\?url$)`,
			message: `${floor.name} may take geo/data only by address (?url): anything else would travel inside the script.`
		});
	if (/^(src\/domain|geo|db|src\/lib\/i18n|src\/lib\/picture)/.test(floor.name))
		list.push({
			regex: String.raw`^\$(app|env)/|^(@sveltejs|svelte)(/|$)|\.svelte$`,
			message: `${floor.name} may not import the framework: plain Node runs it. ${floor.instead}`
		});
	return list;
}

function typesOnly({ name, why }) {
	return {
		regex: '^[^.#]',
		allowTypeImports: true,
		message: `${name} may import only the types of a package: ${why}. Use it in src/lib/components or src/lib/server.`
	};
}

/** One floor as configuration: its files, and its unit tests, which may also use packages and test support. */
function floorConfig(floor) {
	const types = (free) => (floor.packages === 'types' && !free ? ['error', { patterns: [typesOnly(floor)] }] : 'off');
	const rules = (free) => ({
		'import-x/no-restricted-paths': ['error', { basePath: root, zones: zones(floor, free) }],
		'no-restricted-imports': ['error', { patterns: patterns(floor, free) }],
		'@typescript-eslint/no-restricted-imports': types(free)
	});
	const tests = floor.files
		.map((glob) => glob.replace(/\*\.\{?[\w,]+\}?$/, '*.test.ts'))
		.filter((glob) => glob.endsWith('.test.ts'));
	return [
		{ files: floor.files, ignores: [...(floor.ignores ?? []), '**/*.test.ts'], rules: rules(false) },
		{ files: tests, rules: rules(true) }
	].filter((part) => part.files.length > 0);
}

const DATE_MESSAGE =
	'Business dates are plain dates in Asia/Shanghai and never pass through a Date: ' +
	'use src/domain/day.ts, or src/domain/instant.ts for an instant.';

export default defineConfig(
	{
		ignores: ['build/', '.svelte-kit/', '.data/', 'test-results/', 'static/', 'geo/data/', 'tests/arch/fixtures/']
	},
	js.configs.recommended,
	ts.configs.recommended,
	svelte.configs.recommended,
	{
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		linterOptions: { reportUnusedDisableDirectives: 'error' },
		plugins: { 'import-x': importX },
		settings: {
			'import-x/extensions': ['.ts', '.js', '.svelte'],
			'import-x/parsers': { '@typescript-eslint/parser': ['.ts'], [`${root}/tests/arch/svelte-script.js`]: ['.svelte'] },
			'import-x/resolver-next': [
				createTypeScriptImportResolver({ project: `${root}/tsconfig.json`, alwaysTryTypes: true })
			]
		},
		rules: {
			'no-undef': 'off', // the type check sees more, types included
			eqeqeq: 'error',
			'no-restricted-imports': ['error', { patterns: [EXTENSION, LIB_ALIAS] }],
			'import-x/no-cycle': 'error',
			'import-x/no-self-import': 'error',
			'no-duplicate-imports': ['error', { allowSeparateTypeImports: true }],
			'@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }]
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig } },
		rules: {
			'svelte/no-at-html-tags': 'error',
			'svelte/require-each-key': 'error'
		}
	},
	{
		files: ['src/**'],
		// Addresses carry the language and the view's state (src/domain/view.ts); resolve() knows neither.
		rules: { 'svelte/no-navigation-without-resolve': 'off' }
	},
	{
		files: ['src/**', 'db/**', 'geo/**'],
		rules: {
			'no-restricted-syntax': [
				'error',
				{
					selector: "CallExpression[callee.object.type='MetaProperty'][callee.property.name='glob']",
					message:
						'import.meta.glob hides who imports whom from the floors, and plain Node lacks it: name the imports.'
				}
			]
		}
	},
	{
		files: ['src/**', 'db/**', 'geo/regions/**'],
		// The clock itself, and the two server files that read it: the day of today, and the time of a log line.
		ignores: ['src/domain/day.ts', 'src/domain/instant.ts', 'src/lib/server/{atlas,log}.ts', '**/*.test.ts'],
		rules: {
			'no-restricted-globals': [
				'error',
				{ globals: [{ name: 'Date', message: DATE_MESSAGE }], checkGlobalObject: true }
			]
		}
	},
	{
		files: ['src/**'],
		ignores: ['src/serve.ts', 'src/lib/server/log.ts', '**/*.test.ts'],
		rules: { 'no-console': 'error' }
	},
	floors.flatMap(floorConfig)
);

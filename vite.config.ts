import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

/** A zone whose days differ from Shanghai's for most of the day, so that a plain date gone through an instant shows. */
const HOSTILE_ZONE = 'America/Los_Angeles';

/** What every page needs travels as one script; what is fetched when it is wanted (the live map, charts that move) stays apart. */
const COMMON = /\/(src\/(domain|lib\/(i18n|picture|components\/(charts|map|ui)))|geo\/regions|geo\/data|node_modules\/(svelte|@sveltejs|esm-env|clsx|devalue))\//;

/**
 * Nouns of signed-in work, other sites and single pages: their modules come with them, so that a reader does not carry
 * them. A noun stands for every module that begins with it.
 */
const APART: Readonly<Record<string, readonly string[]>> = {
	'src/(domain|lib/(i18n|picture))': [
		...['account', 'alike', 'arrival', 'archive', 'browser', 'chance', 'change', 'column', 'conversion', 'credit-code', 'desk', 'destination'],
		...['distribution', 'embed', 'forecast', 'form', 'framing', 'import', 'invitation', 'merge', 'open-data-page', 'pace', 'parameter', 'people'],
		...['person', 'pipeline', 'playlist', 'poisson-binomial', 'problem', 'prospect', 'saved-playlist', 'settings', 'staff', 'target', 'undo'],
		...['what-if', 'whitespace']
	],
	'src/lib/i18n': ['compare', 'links', 'record', 'share', 'wall'],
	'src/lib/picture': ['compare', 'record', 'still', 'wall'],
	'src/lib/components/map': ['ChangeLegend', 'live'],
	'src/lib/components/charts': ['echarts'],
	'src/lib/components/ui': ['Field', 'RoleChoice', 'SearchDialog'],
	'geo/regions': ['code', 'district', 'region-picture', 'search'],
	'geo/data': ['districts', 'paths/region-lines']
};
const isApart = Object.entries(APART).map(([folder, nouns]) => new RegExp(`/${folder}/(${nouns.join('|')})[-./]`));

/** Does a module, by its path, travel in the common script? */
const isCommon = (id: string): boolean => COMMON.test(id) && !isApart.some((apart) => apart.test(id));

export default defineConfig(({ isSsrBuild }) => ({
	plugins: [sveltekit()],
	// It has a client for Svelte, and would be taken into the bundle for that.
	ssr: { external: ['better-auth'] },
	build: {
		target: 'es2023',
		...(!isSsrBuild && { rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'common', test: isCommon }] } } } })
	},
	test: {
		environment: 'node',
		env: { TZ: HOSTILE_ZONE },
		// Forked processes: a worker thread would not take up TZ.
		pool: 'forks',
		maxWorkers: 2,
		restoreMocks: true,
		// As in the browser tests: a machine that many share may stall once. What passed only when repeated is named at the end.
		retry: process.env.CI ? 1 : 0,
		setupFiles: ['tests/seed.ts'],
		projects: [
			{
				extends: true,
				test: { name: 'unit', include: ['{src,geo,db}/**/*.test.ts'], testTimeout: 60_000 }
			},
			{
				extends: true,
				test: {
					name: 'db',
					include: ['tests/db/**/*.test.ts', 'tests/postgres/**/*.test.ts'],
					globalSetup: 'tests/postgres/setup.ts',
					testTimeout: 60_000,
					hookTimeout: 60_000
				}
			},
			{
				extends: true,
				test: {
					name: 'api',
					include: ['tests/api/**/*.test.ts', 'tests/server/**/*.test.ts'],
					globalSetup: 'tests/server/setup.ts',
					testTimeout: 60_000,
					hookTimeout: 180_000
				}
			},
			{
				extends: true,
				test: {
					name: 'arch',
					include: ['tests/*.test.ts', 'tests/{arch,bench,browser}/**/*.test.ts'],
					testTimeout: 120_000,
					hookTimeout: 60_000
				}
			}
		]
	}
}));

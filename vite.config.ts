import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

/** A zone whose days differ from Shanghai's for most of the day, so that a plain date gone through an instant shows. */
const HOSTILE_ZONE = 'America/Los_Angeles';

export default defineConfig({
	plugins: [sveltekit()],
	build: { target: 'es2023' },
	test: {
		environment: 'node',
		env: { TZ: HOSTILE_ZONE },
		// Forked processes: a worker thread would not take up TZ.
		pool: 'forks',
		maxWorkers: 2,
		restoreMocks: true,
		projects: [
			{
				extends: true,
				test: { name: 'unit', include: ['{src,geo,db}/**/*.test.ts'], testTimeout: 30_000 }
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
					testTimeout: 60_000,
					hookTimeout: 60_000
				}
			}
		]
	}
});

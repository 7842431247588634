import { defineConfig } from '@playwright/test';
import { chromium } from './browser/chromium.ts';

const { executablePath, args, env } = await chromium();

export default defineConfig({
	testDir: 'e2e',
	outputDir: '../test-results',
	globalSetup: './server/setup-browser.ts',
	workers: 2,
	fullyParallel: true,
	forbidOnly: true,
	retries: process.env.CI ? 2 : 0,
	timeout: 60_000,
	// A loaded machine is slow, not wrong.
	expect: { timeout: 15_000 },
	reporter: process.env.ATLAS_REPORT ? [['list'], ['json', { outputFile: process.env.ATLAS_REPORT }]] : [['list']],
	use: {
		...(process.env.ATLAS_ORIGIN ? { baseURL: process.env.ATLAS_ORIGIN } : {}),
		browserName: 'chromium',
		locale: 'zh-CN',
		// Far from Shanghai, so that a day that passes through the reader's own zone shows.
		timezoneId: 'America/Los_Angeles',
		viewport: { width: 1280, height: 800 },
		trace: 'off',
		launchOptions: { executablePath, args: [...args], env }
	}
});

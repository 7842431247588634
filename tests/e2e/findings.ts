import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';

/** The source of axe-core, to be evaluated in a page. */
export const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds, of any severity: the rule, and the first elements that break it. The page must have evaluated `AXE`. */
export async function findings(page: Page, options: RunOptions = {}): Promise<string[]> {
	const { violations } = await page.evaluate(
		(given) => (window as unknown as { axe: { run(root: Document, options: RunOptions): Promise<AxeResults> } }).axe.run(document, given),
		{ resultTypes: ['violations'], ...options } as RunOptions
	);
	return violations.map(
		({ id, impact, nodes }) =>
			`${id} (${impact}) ×${nodes.length}: ${nodes
				.slice(0, 3)
				.map(({ target, any }) => `${target.join(' ')}${any[0] ? ` – ${any[0].message}` : ''}`)
				.join(' | ')}`
	);
}

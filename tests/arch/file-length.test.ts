import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectFiles, ROOT } from './files.ts';

/** Each long file is where the next contributor gets lost. */
const MOST_LINES = 350;

test(`a source file has at most ${MOST_LINES} lines`, () => {
	const sources = projectFiles().filter((path) => /\.(ts|js|svelte|css)$/.test(path) && !path.startsWith('geo/data/'));
	expect(sources.length).toBeGreaterThan(0);
	const long = sources
		.map((path) => ({ path, lines: readFileSync(join(ROOT, path), 'utf8').trimEnd().split('\n').length }))
		.filter(({ lines }) => lines > MOST_LINES);
	expect(long).toEqual([]);
});

import { expect, test } from 'vitest';
import { projectFiles } from './files.ts';

test('the top level has the five folders, and dot folders', () => {
	const nested = projectFiles().filter((path) => path.includes('/'));
	const folders = new Set(nested.map((path) => path.slice(0, path.indexOf('/'))));
	expect([...folders].filter((name) => !name.startsWith('.')).sort()).toEqual(['db', 'geo', 'src', 'static', 'tests']);
});

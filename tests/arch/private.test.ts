import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectFiles, ROOT } from './files.ts';

const BINARY = /\.(png|jpe?g|gif|ico|webp|woff2?|otf|ttf|xlsx|pptx|pdf|gz|br)$/;

/** A folder of somebody's machine: `/` then a home or a workplace, unless it goes on an address such as example.org/home. */
const MACHINE = /(?<![\w.@:/~*-])\/(work|root|home|Users)\/[\w.-]+|\b[A-Z]:\\Users\\/;

/** A package registry's address, which belongs in the configuration of who installs. */
const REGISTRY = /\/\/[\w.:@-]*(registry|npmmirror|artifactory|nexus|verdaccio)[\w.-]*|"resolved": *"http/i;

describe('the patterns', () => {
	const folder = (name: string) => ['', name, 'someone', 'project'].join('/');

	test.each(['work', 'root', 'home', 'Users'])('a path in /%s is seen', (name) => {
		for (const text of [folder(name), `"${folder(name)}"`, `=${folder(name)}`, `in ${folder(name)}.`])
			expect(text).toMatch(MACHINE);
		expect(`https://example.org${folder(name)}`).not.toMatch(MACHINE);
	});

	test('a registry is seen', () => {
		expect(['https:', '', 'registry.example.org', 'x'].join('/')).toMatch(REGISTRY);
		expect('from the npm registry').not.toMatch(REGISTRY);
	});
});

test.each([
	['path of a machine', MACHINE],
	['package registry', REGISTRY]
])('no file names a %s', (_, pattern) => {
	const found = projectFiles()
		.filter((path) => !BINARY.test(path))
		.flatMap((path) =>
			readFileSync(join(ROOT, path), 'utf8')
				.split('\n')
				.flatMap((line, i) => {
					const match = pattern.exec(line);
					return match ? [`${path}:${i + 1}: ${match[0]}`] : [];
				})
		);
	expect(found).toEqual([]);
});

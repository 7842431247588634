import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { painted, PALETTES, type Token } from './palette.ts';

test('the palettes are those of the style sheet', () => {
	const css = readFileSync('src/lib/components/ui/tokens.css', 'utf8');
	const pairs = new Map([...css.matchAll(/--([\w-]+): var\(--light, (#\w+)\) var\(--dark, (#\w+)\);/g)].map(([, token, light, dark]) => [token, [light, dark]]));
	expect(pairs.size).toBeGreaterThan(30);
	for (const token of Object.keys(PALETTES.light) as Token[]) expect(pairs.get(token), token).toEqual([PALETTES.light[token], PALETTES.dark[token]]);
});

test('every token is written out, and an unknown one is no colour', () => {
	expect(painted('<rect fill="var(--paper)" stroke="var(--k-park)"/>', 'dark')).toBe('<rect fill="#0d161b" stroke="#e88f4a"/>');
	expect(() => painted('fill="var(--nothing)"', 'light')).toThrow(/nothing/);
});

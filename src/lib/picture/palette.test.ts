import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { painted, PALETTES } from './palette.ts';

test('the palettes are those of the style sheet', () => {
	const of = (css: string | undefined, token: string): string | undefined => new RegExp(`--${token}: (#\\w+);`).exec(css ?? '')?.[1];
	const css = readFileSync('src/lib/components/ui/tokens.css', 'utf8');
	const [first = '', second = ''] = [css.slice(0, css.indexOf('@media')), css.slice(css.indexOf(":root[data-theme='dark']"))];
	for (const [token, color] of Object.entries(PALETTES.light)) expect(of(first, token), token).toBe(color);
	for (const [token, color] of Object.entries(PALETTES.dark)) expect(of(second, token), token).toBe(color);
});

test('every token is written out, and an unknown one is no colour', () => {
	expect(painted('<rect fill="var(--paper)" stroke="var(--k-park)"/>', 'dark')).toBe('<rect fill="#0d161b" stroke="#e88f4a"/>');
	expect(() => painted('fill="var(--nothing)"', 'light')).toThrow(/nothing/);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PALETTES, type PaletteName } from '../palette.ts';
import { accentColors, contrast, embedColors, themeRules, tokensIn } from './colors.ts';

const palettes = Object.keys(PALETTES) as PaletteName[];

test('contrast is that of WCAG', () => {
	expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
	expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
	expect(contrast('#0f6080', '#0f6080')).toBe(1);
});

test('whatever colour a publisher chooses, links and figures can be read and the classes told apart', () => {
	fc.assert(
		fc.property(fc.integer({ min: 0, max: 0xffffff }), fc.constantFrom(...palettes), (number, palette) => {
			const colors = { ...PALETTES[palette], ...accentColors(number.toString(16).padStart(6, '0'), palette) };
			for (const ground of [colors.paper, colors.card, colors.c0]) expect(contrast(colors.accent, ground)).toBeGreaterThanOrEqual(4.5);
			const steps = [colors.c0, colors.c1, colors.c2, colors.c3, colors.c4].map((color) => contrast(color, colors.c0));
			for (const [i, step] of steps.entries()) if (i > 0) expect(step).toBeGreaterThan((steps[i - 1] as number) * 1.1);
		})
	);
});

test('a colour that can be read stays as it is, and without one the palette stays', () => {
	expect(accentColors('8a1f11', 'light').accent).toBe('#8a1f11');
	expect(accentColors('ffee00', 'light').accent).not.toBe('#ffee00');
	expect(embedColors('dark', null)).toEqual(PALETTES.dark);
});

test('rules hold only what is used', () => {
	const rules = themeRules(null, tokensIn('a{color:var(--ink)}b{fill:var(--c1)}'));
	expect(rules).toContain('--ink:#17242b;--c1:#cfe3e2;color-scheme:light');
	expect(rules).toContain('--ink:#e8eef0;--c1:#1e4450;color-scheme:dark');
	expect(rules).not.toContain('--warm');
});

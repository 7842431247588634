import { PALETTES, type PaletteName, type Token } from '../palette.ts';

type Rgb = readonly [number, number, number];

/** Contrast that text needs on paper and on card. */
const LEAST = 4.6;

/** How much of the accent is in each class of the map, from the least to the most. */
const RAMP = [0.2, 0.45, 0.72, 1] as const;

function rgb(hex: string): Rgb {
	return [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb;
}

function hex(color: Rgb): string {
	return `#${color.map((n) => Math.round(n).toString(16).padStart(2, '0')).join('')}`;
}

/** `share` of one colour and the rest of another. */
function mixed(color: Rgb, other: Rgb, share: number): Rgb {
	return color.map((n, i) => n * share + (other[i] as number) * (1 - share)) as unknown as Rgb;
}

/** Relative luminance (WCAG 2). */
function luminance(color: Rgb): number {
	const [r, g, b] = color.map((n) => (n / 255 <= 0.03928 ? n / 255 / 12.92 : ((n / 255 + 0.055) / 1.055) ** 2.4)) as [number, number, number];
	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** The contrast of two colours written `#rrggbb`, from 1 to 21 (WCAG 2). */
export function contrast(a: string, b: string): number {
	const [low, high] = [luminance(rgb(a)), luminance(rgb(b))].sort((x, y) => x - y) as [number, number];
	return (high + 0.05) / (low + 0.05);
}

/** The colours that a publisher's own colour replaces: darkened or lightened until it can be read on paper and card. */
export function accentColors(accent: string, palette: PaletteName): Partial<Record<Token, string>> {
	const { paper, card, c0 } = PALETTES[palette];
	const end: Rgb = palette === 'light' ? [0, 0, 0] : [255, 255, 255];
	const readable = (color: Rgb): boolean => [paper, card, c0].every((ground) => contrast(hex(color), ground) >= LEAST);
	let color = rgb(`#${accent}`);
	for (let i = 0; i < 40 && !readable(color); i++) color = mixed(color, end, 0.93);
	const ramp = RAMP.map((share, i) => [`c${i + 1}`, hex(mixed(color, rgb(c0), share))]);
	return { accent: hex(color), ...Object.fromEntries(ramp) };
}

/** The colours of an embed in one palette, `accent` as six digits or null. */
export function embedColors(palette: PaletteName, accent: string | null): Record<Token, string> {
	return { ...PALETTES[palette], ...(accent !== null && accentColors(accent, palette)) };
}

/** Style rules that give the tokens in `used` their colours, in the theme that is asked for or that the reader's system has. */
export function themeRules(accent: string | null, used: ReadonlySet<string>): string {
	const rules = (palette: PaletteName): string =>
		`${Object.entries(embedColors(palette, accent))
			.filter(([token]) => used.has(token))
			.map(([token, color]) => `--${token}:${color}`)
			.join(';')};color-scheme:${palette}`;
	const dark = rules('dark');
	return `:root{${rules('light')}}@media(prefers-color-scheme:dark){:root:not([data-theme=light]){${dark}}}:root[data-theme=dark]{${dark}}`;
}

/** The names of the tokens that markup or style rules use. */
export function tokensIn(markup: string): Set<string> {
	return new Set([...markup.matchAll(/var\(--([\w-]+)\)/g)].map(([, token]) => token as string));
}

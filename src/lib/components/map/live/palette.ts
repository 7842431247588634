import { USUAL_REM } from '#lib/picture/map/strokes.ts';

const TOKENS = [
	'c0',
	'c1',
	'c2',
	'c3',
	'c4',
	'less',
	'lost',
	'card',
	'paper',
	'ink',
	'ink-2',
	'line',
	'line-strong'
] as const;

/** The theme's colours as WebGL needs them: by value. */
export type Palette = Readonly<Record<(typeof TOKENS)[number], string>>;

/** Reads the colours that apply to an element now. */
export function paletteOf(element: Element): Palette {
	const style = getComputedStyle(element);
	return Object.fromEntries(TOKENS.map((token) => [token, style.getPropertyValue(`--${token}`).trim()])) as Palette;
}

/** Width in px of a line 1 wide: lines grow with the page's text. */
export function lineUnit(): number {
	return parseFloat(getComputedStyle(document.documentElement).fontSize) / USUAL_REM;
}

/** Calls back whenever the theme may have changed; returns what ends it. */
export function onTheme(changed: () => void): () => void {
	const dark = matchMedia('(prefers-color-scheme: dark)');
	dark.addEventListener('change', changed);
	const observer = new MutationObserver(changed);
	observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
	return () => {
		dark.removeEventListener('change', changed);
		observer.disconnect();
	};
}

/** Side of a hatch's tile in picture units, as in the drawing. */
export const HATCH_SIDE = 7;

/** The hatches by name: their ground, their stripes, as wide as in the drawing, and whether these fall from the left. */
const HATCHES = {
	hatch: { ground: 'paper', stripe: 'line-strong', width: 1.1, falls: false },
	'hatch-new': { ground: 'c2', stripe: 'c4', width: 2.2, falls: false },
	'hatch-lost': { ground: 'less', stripe: 'lost', width: 2.2, falls: true }
} as const;
export type Hatch = keyof typeof HATCHES;
export const HATCH_NAMES = Object.keys(HATCHES) as Hatch[];

/** The hatch of unknown, newly covered or lost areas: a tile of `size` device pixels. */
export function hatch(name: Hatch, palette: Palette, size: number): ImageData {
	const { ground, stripe, width, falls } = HATCHES[name];
	const canvas = document.createElement('canvas');
	canvas.width = canvas.height = size;
	const context = canvas.getContext('2d')!;
	context.fillStyle = palette[ground];
	context.fillRect(0, 0, size, size);
	if (falls) context.transform(-1, 0, 0, 1, size, 0);
	context.strokeStyle = palette[stripe];
	context.lineWidth = (width / HATCH_SIDE) * size;
	for (const shift of [-size, 0, size]) {
		context.moveTo(shift - size / 2, size * 1.5);
		context.lineTo(shift + size * 1.5, -size / 2);
	}
	context.stroke();
	return context.getImageData(0, 0, size, size);
}

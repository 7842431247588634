const TOKENS = [
	'c0',
	'c1',
	'c2',
	'c3',
	'c4',
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

/** Side of the hatch's tile and width of its stripes in picture units, as in the drawing. */
export const HATCH = { side: 7, stripe: 1.1 } as const;

/** The hatch of unknown areas: a tile of `size` device pixels. */
export function hatch({ paper, 'line-strong': colour }: Palette, size: number): ImageData {
	const canvas = document.createElement('canvas');
	canvas.width = canvas.height = size;
	const context = canvas.getContext('2d')!;
	context.fillStyle = paper;
	context.fillRect(0, 0, size, size);
	context.strokeStyle = colour;
	context.lineWidth = (HATCH.stripe / HATCH.side) * size;
	for (const shift of [-size, 0, size]) {
		context.moveTo(shift - size / 2, size * 1.5);
		context.lineTo(shift + size * 1.5, -size / 2);
	}
	context.stroke();
	return context.getImageData(0, 0, size, size);
}

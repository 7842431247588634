/**
 * Widths of the map's lines in px at the usual text size, at any drawn width; they grow with the text on a large
 * screen. The drawing and the live map both use them.
 */
export const STROKES = {
	area: 0.9,
	context: 0.7,
	district: 0.6,
	province: 1.2,
	outline: 0.9,
	group: 1.6,
	lake: 0.6,
	river: 1.5,
	lift: 1.8,
	focus: 2.5
} as const;

/** Width of an arc that stands for `weight` relations, in the same px. */
export function arcWidth(weight: number): number {
	return 1.1 + Math.min(2, Math.log2(weight) / 2);
}

/** The usual size of a page's text, in px. */
export const USUAL_REM = 16;

/** A width as an SVG attribute that grows with the page's text. */
export function rem(width: number): string {
	return `${Math.round((width / USUAL_REM) * 1e4) / 1e4}rem`;
}

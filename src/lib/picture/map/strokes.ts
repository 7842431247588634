/** Widths of the map's lines in px at any drawn width; the drawing and the live map both use them. */
export const STROKES = {
	area: 0.9,
	context: 0.7,
	district: 0.6,
	province: 1.2,
	outline: 0.9,
	group: 1.6,
	lake: 0.6,
	river: 1.5,
	lift: 1.8
} as const;

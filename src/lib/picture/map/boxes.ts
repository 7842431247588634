/**
 * A box that hangs on a point of a picture but keeps its own size while the picture grows: on a picture drawn `w`
 * wide it covers `x·w + left … x·w + right` and `y·w + top … y·w + bottom`. `x` and `y` are shares of the width.
 * Widths and offsets share one unit (here em of the labels).
 */
export type Box = {
	readonly x: number;
	readonly y: number;
	readonly left: number;
	readonly right: number;
	readonly top: number;
	readonly bottom: number;
};

/** The widths at which a layout must hold, both ends included. */
export type Widths = { readonly from: number; readonly to: number };

/** Whether two boxes overlap at any width of the range; exact, since every edge moves linearly with the width. */
export function collide(a: Box, b: Box, { from, to }: Widths): boolean {
	const [dx, dy] = [a.x - b.x, a.y - b.y];
	// Overlap at w needs: b.left - a.right < dx·w < b.right - a.left, and the same downwards.
	const [low, high] = between(dx, b.left - a.right, b.right - a.left, from, to);
	if (low > high) return false;
	const [lowest, highest] = between(dy, b.top - a.bottom, b.bottom - a.top, low, high);
	if (lowest > highest) return false;
	// Edges that only touch do not overlap: it must hold strictly in the middle of what is left.
	const middle = (lowest + highest) / 2;
	return (
		b.left - a.right < dx * middle &&
		dx * middle < b.right - a.left &&
		b.top - a.bottom < dy * middle &&
		dy * middle < b.bottom - a.top
	);
}

/** The part of from…to in which slope·w lies between least and most; from above to where there is none. */
function between(slope: number, least: number, most: number, from: number, to: number): [from: number, to: number] {
	if (slope === 0) return least < 0 && most > 0 ? [from, to] : [1, 0];
	const [first, last] = slope > 0 ? [least / slope, most / slope] : [most / slope, least / slope];
	return [Math.max(from, first), Math.min(to, last)];
}

/** Whether a box stays inside a picture of `height` (share of its width) at every width of the range. */
export function inside(box: Box, height: number, { from, to }: Widths): boolean {
	return [from, to].every(
		(w) =>
			box.x * w + box.left >= 0 &&
			box.x * w + box.right <= w &&
			box.y * w + box.top >= 0 &&
			box.y * w + box.bottom <= height * w
	);
}

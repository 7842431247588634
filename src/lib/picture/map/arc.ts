import type { XY } from './projection.ts';

/** How far the middle of an arc stands off its chord, as a share of the chord's length. */
const BEND = 0.18;

/**
 * SVG path data of the curve between two places (one quadratic, units as given). It bends upwards, so that arcs
 * from one hub open like a fan, and does not depend on the direction: the way back is the same curve.
 */
export function linkArc(a: XY, b: XY): string {
	const [from, to] = a[0] < b[0] || (a[0] === b[0] && a[1] <= b[1]) ? [a, b] : [b, a];
	const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
	// The control point stands twice as far off as the curve's middle.
	const control = [(from[0] + to[0]) / 2 + 2 * BEND * dy, (from[1] + to[1]) / 2 - 2 * BEND * dx];
	return `M${from.map(round).join(' ')}Q${[...control, ...to].map(round).join(' ')}`;
}

function round(n: number): number {
	return Math.round(n * 10) / 10;
}

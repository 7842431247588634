/** A line in em round the point of a label. */
export type Leader = { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number };

/** Where a leader line begins and ends, in em: from the bubble's edge to the near side of the text at `dx`, `dy`. */
export function leaderOf(radius: number, dx: number, dy: number): Leader {
	const middle = dy - 0.36;
	const length = Math.hypot(dx, middle);
	return {
		x1: (dx / length) * radius,
		y1: (middle / length) * radius,
		x2: dx * 0.97,
		y2: middle - Math.sign(middle) * (Math.abs(dx) < 0.5 ? 0.6 : 0.2)
	};
}

/** What a label names. `covered`: an area with members; its label is always shown where there is room at all. */
export type LabelKind = 'covered' | 'plain' | 'muted' | 'water' | 'district';

/** Offset in em from a point to a text's anchor and baseline; `leader`: so far away that a line must lead back. */
export type Offset = {
	readonly dx: number;
	readonly dy: number;
	readonly anchor: 'start' | 'middle' | 'end';
	readonly leader: boolean;
};

/** From the middle of a line down to its baseline. */
const BASELINE = 0.36;
const GAP = 0.22;
const RINGS = [1.6, 2.4, 3.2, 4.2, 5.4, 6.8, 8.4, 10.2, 12.2];
const TURNS = 16;

/** Offsets at which a label stands by its point, best first. */
export function nearOffsets(kind: LabelKind, radius: number): Offset[] {
	return radius > 0 ? aroundBubble(radius) : onPoint(kind === 'district' ? 1 : 4);
}

/** Offsets ever further off, each with a leader line. */
export function farOffsets(radius: number): Offset[] {
	return RINGS.flatMap((ring) =>
		Array.from({ length: TURNS }, (_, turn) => {
			const angle = (turn / TURNS) * 2 * Math.PI;
			const [dx, dy] = [Math.cos(angle) * (radius + ring), Math.sin(angle) * (radius + ring)];
			return offset(dx, dy, Math.abs(dx) < 0.5 ? 'middle' : dx > 0 ? 'start' : 'end', true);
		})
	);
}

function aroundBubble(radius: number): Offset[] {
	const side = radius + GAP;
	const above = radius + 0.62;
	const slant = radius * 0.72 + 0.1;
	return [
		offset(side, 0, 'start'),
		offset(0, -above, 'middle'),
		offset(0, above, 'middle'),
		offset(-side, 0, 'end'),
		offset(slant, -above + 0.1, 'start'),
		offset(slant, above - 0.1, 'start'),
		offset(-slant, -above + 0.1, 'end'),
		offset(-slant, above - 0.1, 'end'),
		offset(side, -0.6, 'start'),
		offset(side, 0.6, 'start'),
		offset(-side, -0.6, 'end'),
		offset(-side, 0.6, 'end')
	];
}

/** The point itself, then steps of half an em upwards, downwards and sideways; `reach` places each way. */
function onPoint(reach: number): Offset[] {
	const list = [offset(0, 0, 'middle')];
	for (let step = 1; step < reach; step++) {
		const d = step * 0.5;
		for (const [dx, dy] of [[0, -d], [0, d], [d, 0], [-d, 0], [d, -d], [-d, -d], [d, d], [-d, d]] as const) {
			list.push(offset(dx * 1.4, dy, 'middle'));
		}
	}
	return list;
}

function offset(dx: number, dy: number, anchor: Offset['anchor'], leader = false): Offset {
	return { dx: round(dx), dy: round(dy + BASELINE), anchor, leader };
}

function round(n: number): number {
	return Math.round(n * 100) / 100 + 0;
}

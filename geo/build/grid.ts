import type { Topology } from 'topojson-specification';

type Grid = { readonly scale: [number, number]; readonly translate: [number, number] };

/** The grid that divides the box of a topology into `steps` in both directions. */
export function gridOf(topology: Topology, steps: number): Grid {
	const points = topology.arcs.flat();
	const [xs, ys] = [points.map((point) => point[0]!), points.map((point) => point[1]!)];
	const [west, south] = [xs.reduce((a, b) => Math.min(a, b)), ys.reduce((a, b) => Math.min(a, b))];
	const [east, north] = [xs.reduce((a, b) => Math.max(a, b)), ys.reduce((a, b) => Math.max(a, b))];
	return { scale: [(east - west) / (steps - 1), (north - south) / (steps - 1)], translate: [west, south] };
}

/**
 * Moves every point to the nearest node of a grid and stores arcs as differences of node numbers. An island too
 * small for the grid stays as a triangle with legs of `least` nodes, where topojson's own quantisation would leave
 * a ring without area. The input stays as it is.
 */
export function snap<T extends Topology>(topology: T, { scale, translate }: Grid, least: number): T {
	const node = (value: number, axis: 0 | 1) => Math.round((value - translate[axis]) / scale[axis]);
	const arcs = topology.arcs.map((arc) => {
		const nodes = arc.map((point): Node => [node(point[0]!, 0), node(point[1]!, 1)]);
		const distinct = nodes.filter(([x, y], i) => i === 0 || x !== nodes[i - 1]![0] || y !== nodes[i - 1]![1]);
		const kept = distinct.length > 1 ? distinct : [nodes[0]!, nodes[0]!];
		const lost = isClosed(arc) && Math.abs(doubleArea(kept)) < least * least;
		return differences(lost ? triangle(nodes[0]!, least, doubleArea(arc) < 0) : kept);
	});
	// The box of the source is not the box of what was projected.
	return { ...topology, bbox: undefined, transform: { scale, translate }, arcs };
}

type Node = readonly [number, number];

function isClosed(arc: readonly number[][]): boolean {
	const [first, last] = [arc[0]!, arc[arc.length - 1]!];
	return first[0] === last[0] && first[1] === last[1];
}

/** Winding as the island had: the wrong one is read as all the Earth but the island. */
function triangle([x, y]: Node, leg: number, negative: boolean): Node[] {
	const [right, up]: [Node, Node] = [[x + leg, y], [x, y + leg]];
	return negative ? [[x, y], up, right, [x, y]] : [[x, y], right, up, [x, y]];
}

function doubleArea(ring: readonly (readonly number[])[]): number {
	return ring.reduce((sum, [x, y], i) => {
		const [nextX, nextY] = ring[(i + 1) % ring.length]!;
		return sum + x! * nextY! - nextX! * y!;
	}, 0);
}

function differences(nodes: readonly Node[]): number[][] {
	return nodes.map(([x, y], i) => (i === 0 ? [x, y] : [x - nodes[i - 1]![0], y - nodes[i - 1]![1]]));
}

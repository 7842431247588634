type Point = readonly [number, number];
type Ring = readonly Point[];
type Cell = { x: number; y: number; half: number; distance: number; best: number };

/**
 * The pole of inaccessibility: the point of a polygon farthest from its edges, in the units of the plane, to one
 * part in a hundred of its size. With `avoid`, also far from those rings and outside them, where there is room.
 * After Garcia-Castellanos & Lombardo (2007) as a quadtree search.
 */
export function poleOfInaccessibility(polygon: readonly Ring[], avoid: readonly Ring[] = []): [number, number] {
	const outer = polygon[0];
	if (!outer?.length) throw new Error('a polygon without an outer ring has no pole');
	const [xs, ys] = [outer.map(([x]) => x), outer.map(([, y]) => y)];
	const [west, south, east, north] = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
	const size = Math.min(east - west, north - south);
	const cell = (x: number, y: number, half: number): Cell => {
		const away = avoid.map((ring) => -signedDistance(x, y, [ring]));
		const distance = Math.min(signedDistance(x, y, polygon), ...away);
		return { x, y, half, distance, best: distance + half * Math.SQRT2 };
	};
	const queue: Cell[] = [];
	const half = size / 2;
	for (let x = west; x < east; x += size)
		for (let y = south; y < north; y += size) queue.push(cell(x + half, y + half, half));
	let pole = cell((west + east) / 2, (south + north) / 2, 0);
	while (queue.length) {
		const next = queue.splice(indexOfBest(queue), 1)[0]!;
		// The best cell holds no point inside: neither does any other.
		if (next.best <= 0) break;
		if (next.distance > pole.distance) pole = next;
		if (next.best - pole.distance <= (pole.distance > 0 ? size / 100 : size / 1e4)) continue;
		const quarter = next.half / 2;
		for (const dx of [-quarter, quarter])
			for (const dy of [-quarter, quarter]) queue.push(cell(next.x + dx, next.y + dy, quarter));
	}
	if (signedDistance(pole.x, pole.y, polygon) > 0) return [pole.x, pole.y];
	if (avoid.length) return poleOfInaccessibility(polygon);
	throw new Error('no point found inside the polygon');
}

/** Distance to the nearest edge; negative outside, by the even-odd rule. */
export function signedDistance(x: number, y: number, rings: readonly Ring[]): number {
	let inside = false;
	let nearest = Infinity;
	for (const ring of rings) {
		for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
			const [[ax, ay], [bx, by]] = [ring[i]!, ring[j]!];
			if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
			nearest = Math.min(nearest, segmentDistance(x, y, ax, ay, bx, by));
		}
	}
	return inside ? nearest : -nearest;
}

function segmentDistance(x: number, y: number, ax: number, ay: number, bx: number, by: number): number {
	const [dx, dy] = [bx - ax, by - ay];
	const length = dx * dx + dy * dy;
	const along = length ? Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length)) : 0;
	return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}

function indexOfBest(queue: readonly Cell[]): number {
	let best = 0;
	for (let i = 1; i < queue.length; i++) if (queue[i]!.best > queue[best]!.best) best = i;
	return best;
}

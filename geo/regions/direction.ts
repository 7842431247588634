import type { Region } from './region.ts';

export type Direction = 'up' | 'down' | 'left' | 'right';

/** What a step needs to know of a region on the map. */
export type Spot = Pick<Region, 'adcode' | 'label' | 'neighbours'>;

const UNIT: Readonly<Record<Direction, readonly [east: number, north: number]>> = {
	up: [0, 1],
	down: [0, -1],
	left: [-1, 0],
	right: [1, 0]
};
// Degrees of longitude are this much shorter than degrees of latitude in the middle of the region, at 31° N.
const LONGITUDE = Math.cos((31 * Math.PI) / 180);

/**
 * The region an arrow key leads to, from one region on a map to another on it, or `null` at the map's edge: the
 * nearest within 45° of the direction, bordering regions first; where there is none, the nearest in the half-plane.
 * Distances are between label points. `null` also when `from` is not on the map.
 */
export function toward(from: string, direction: Direction, onMap: readonly Spot[]): string | null {
	const start = onMap.find(({ adcode }) => adcode === from);
	if (!start) return null;
	const [east, north] = UNIT[direction];
	const ahead = onMap.flatMap(({ adcode, label }) => {
		const [x, y] = [(label[0] - start.label[0]) * LONGITUDE, label[1] - start.label[1]];
		const along = x * east + y * north;
		const aside = Math.abs(x * north - y * east);
		if (along <= 0 || adcode === from) return [];
		const rank = aside > along ? 2 : start.neighbours.includes(adcode) ? 0 : 1;
		return [{ adcode, rank, distance: Math.hypot(x, y) }];
	});
	const nearest = ahead.sort((a, b) => a.rank - b.rank || a.distance - b.distance || (a.adcode < b.adcode ? -1 : 1));
	return nearest[0]?.adcode ?? null;
}

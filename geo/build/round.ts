import type { Position } from 'geojson';

/** Each pass takes every corner off at a quarter of its sides. */
const PASSES = 2;

/**
 * A coarse line with its corners rounded (Chaikin's corner cutting), so that shapes digitised for small scales do not
 * show as polygons on a city's page. A ring repeats its first point at the end and stays closed; an open line keeps its
 * ends.
 */
export function rounded(line: readonly Position[]): Position[] {
	const closed = line.length > 3 && line[0]!.every((value, i) => value === line.at(-1)![i]);
	let points = [...line];
	for (let pass = 0; pass < PASSES; pass++) points = cut(points, closed);
	return points;
}

function cut(points: readonly Position[], closed: boolean): Position[] {
	const corners = points.slice(1).flatMap((end, i) => [between(points[i]!, end, 0.25), between(points[i]!, end, 0.75)]);
	return closed ? [...corners, corners[0]!] : [points[0]!, ...corners.slice(1, -1), points.at(-1)!];
}

function between([x0, y0]: Position, [x1, y1]: Position, share: number): Position {
	return [x0! + (x1! - x0!) * share, y0! + (y1! - y0!) * share];
}

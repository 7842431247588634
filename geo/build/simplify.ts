import { presimplify, simplify } from 'topojson-simplify';
import type { Counties } from './topology.ts';

/**
 * Visvalingam simplification in the plane the arcs are given in: points whose triangle is smaller than `least`
 * (square units of that plane) go. Arc ends stay, so shared borders stay shared; every ring keeps three points.
 */
export function simplifyRings(counties: Counties, least: number): Counties {
	const weighted = presimplify(counties);
	for (const { arcs } of weighted.objects.districts.geometries) {
		for (const ring of arcs.flat()) {
			const points = ring.flatMap((arc) => weighted.arcs[arc < 0 ? ~arc : arc]!);
			const kept = new Set(points.filter((point) => point[2]! >= least).map(key));
			const spare = points.filter((point) => point[2]! < least).sort((a, b) => b[2]! - a[2]!);
			for (const point of spare) {
				if (kept.size >= 3) break;
				kept.add(key(point));
				point[2] = Infinity;
			}
		}
	}
	return simplify(weighted, least);
}

function key(point: readonly number[]): string {
	return `${point[0]} ${point[1]}`;
}

import type { LineString, Polygon, Position } from 'geojson';
import { closedPath, openPath } from '../regions/path.ts';
import type { Picture } from '../regions/picture.ts';
import { clip, TENTHS, tenths, type Frame } from './frame.ts';
import { poleOfInaccessibility } from './pole.ts';
import type { Water } from './water.ts';

/** Water within a frame; a lake's label stands in the part of it that is seen. */
export function drawWater(frame: Frame, { lakes, rivers }: Water): Picture['water'] {
	const project = tenths(frame);
	const flat = (line: Position[]): Position[] => thinned(line.map(([lon, lat]) => project([lon!, lat!])!));
	return {
		lakes: lakes.flatMap(({ id, zh, en, geometry }) => {
			const shape: Polygon = { type: 'Polygon', coordinates: geometry.coordinates.map(flat) };
			const [outer, ...islands] = clip(frame, shape);
			if (!outer) return [];
			const [x, y] = poleOfInaccessibility([outer, ...islands]);
			const label = [Math.round(x) / TENTHS, Math.round(y) / TENTHS] as const;
			return [{ id, zh, en, d: closedPath([outer, ...islands]), label }];
		}),
		rivers: rivers.flatMap(({ id, zh, en, geometry }) => {
			const course: LineString = { type: 'LineString', coordinates: flat(geometry.coordinates) };
			const d = openPath(clip(frame, course));
			return d ? [{ id, zh, en, d }] : [];
		})
	};
}

/** Points that stand closer together than the eye can tell apart are left out; the ends stay. In tenths of a unit. */
const CLOSEST = 25;

function thinned(line: Position[]): Position[] {
	const kept: Position[] = [];
	for (const [i, point] of line.entries()) {
		const last = kept.at(-1);
		const far = !last || Math.hypot(point[0]! - last[0]!, point[1]! - last[1]!) >= CLOSEST;
		if (far || i === line.length - 1) kept.push(point);
	}
	return kept;
}

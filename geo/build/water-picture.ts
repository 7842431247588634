import type { LineString, Polygon, Position } from 'geojson';
import { closedPath, openPath } from '../regions/path.ts';
import type { Picture } from '../regions/picture.ts';
import { clip, TENTHS, tenths, type Frame } from './frame.ts';
import { poleOfInaccessibility } from './pole.ts';
import type { Water } from './water.ts';

/** Water within a frame; a lake's label stands in the part of it that is seen. */
export function drawWater(frame: Frame, { lakes, rivers }: Water): Picture['water'] {
	const project = tenths(frame);
	const flat = (line: Position[]): Position[] => line.map(([lon, lat]) => project([lon!, lat!])!);
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

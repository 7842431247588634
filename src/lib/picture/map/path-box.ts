import type { PathData } from '#geo/regions/picture.ts';

/** How the commands of prepared path data move the pen, by the numbers they take. */
const NUMBERS: Readonly<Record<string, 1 | 2>> = { m: 2, l: 2, h: 1, v: 1 };

/**
 * Box of prepared path data in picture units: left, top, right, bottom. Reads what geo/regions/path.ts writes
 * (relative m, l, h, v and z, in tenths); throws on any other command.
 */
export function pathBox(d: PathData): [left: number, top: number, right: number, bottom: number] {
	const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
	let [x, y, startX, startY] = [0, 0, 0, 0];
	for (const [, command = '', numbers = ''] of d.matchAll(/([a-z])([^a-z]*)/gi)) {
		if (command === 'z') {
			[x, y] = [startX, startY];
			continue;
		}
		const size = NUMBERS[command];
		if (!size) throw new Error(`path command “${command}” is not one that the pictures use`);
		const values = (numbers.match(/-?\d+/g) ?? []).map(Number);
		for (let i = 0; i + size <= values.length; i += size) {
			const [a, b] = [values[i]!, values[i + 1] ?? 0];
			x += command === 'v' ? 0 : a;
			y += command === 'h' ? 0 : command === 'v' ? a : b;
			if (command === 'm' && i === 0) [startX, startY] = [x, y];
			box[0] = Math.min(box[0], x / 10);
			box[1] = Math.min(box[1], y / 10);
			box[2] = Math.max(box[2], x / 10);
			box[3] = Math.max(box[3], y / 10);
		}
	}
	return box;
}

/** A ring or line of whole numbers: tenths of a picture unit. A ring repeats its first point at the end. */
export type Line = readonly (readonly [number, number])[];

/**
 * SVG path data of closed rings, in tenths of a unit, to be drawn inside `scale(.1)`.
 * Moves are relative and separators are left out wherever the grammar allows; `''` for no rings.
 */
export function closedPath(rings: readonly Line[]): string {
	return encode(rings, true);
}

/** SVG path data of open lines, in tenths of a unit, to be drawn inside `scale(.1)`; `''` for no lines. */
export function openPath(lines: readonly Line[]): string {
	return encode(lines, false);
}

function encode(lines: readonly Line[], closed: boolean): string {
	let d = '';
	// After z the pen is back at the start of the ring; after an open line it stays at the end.
	let [penX, penY] = [0, 0];
	for (const line of lines) {
		const [first, ...rest] = line;
		if (!first) continue;
		if (closed) rest.pop();
		d += `m${pair(first[0] - penX, first[1] - penY)}`;
		let [x, y] = first;
		let command = 'm';
		for (const [nextX, nextY] of rest) {
			const [dx, dy] = [nextX - x, nextY - y];
			[x, y] = [nextX, nextY];
			if (dx === 0 && dy === 0) continue;
			const [wanted, numbers] = dy === 0 ? ['h', `${dx}`] : dx === 0 ? ['v', `${dy}`] : ['l', pair(dx, dy)];
			// Further pairs after a relative move are relative lines.
			const running = command === wanted || (command === 'm' && wanted === 'l');
			d += running ? `${numbers.startsWith('-') ? '' : ' '}${numbers}` : wanted + numbers;
			command = running ? command : wanted;
		}
		if (closed) d += 'z';
		[penX, penY] = closed ? first : [x, y];
	}
	return d;
}

function pair(x: number, y: number): string {
	return y < 0 ? `${x}${y}` : `${x} ${y}`;
}

/**
 * Reads path data written by this module back into rings and lines, in tenths of a unit: for outputs that are not
 * SVG, such as the shapes of a slide. Rings repeat their first point. Throws on commands this module never writes.
 */
export function readPath(d: string): [number, number][][] {
	const lines: [number, number][][] = [];
	let [x, y] = [0, 0];
	for (const [, command, text] of d.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)) {
		const numbers = (text!.match(/-?\d+/g) ?? []).map(Number);
		if (command === 'z') {
			const ring = lines.at(-1)!;
			[x, y] = ring[0]!;
			ring.push([x, y]);
			continue;
		}
		if (!'mlhv'.includes(command!)) throw new Error(`unknown path command “${command}”`);
		if (command === 'm') lines.push([]);
		const step = command === 'h' || command === 'v' ? 1 : 2;
		for (let i = 0; i < numbers.length; i += step) {
			x += command === 'v' ? 0 : numbers[i]!;
			y += command === 'h' ? 0 : numbers[i + step - 1]!;
			lines.at(-1)!.push([x, y]);
		}
	}
	return lines;
}

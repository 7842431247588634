const LINES = [
	{ stroke: 'var(--accent)', 'stroke-dasharray': '5 3' },
	{ stroke: 'var(--k-museum)', 'stroke-dasharray': '1.5 3' },
	{ stroke: 'var(--k-think_tank)', 'stroke-dasharray': '11 3 1.5 3' },
	{ stroke: 'var(--k-association)', 'stroke-dasharray': '16 5' }
] as const;

/** How the outline at a place in the scene is drawn, on the map and in its legend: told apart by dashes as well as by colour. */
export function outlineLine(index: number): (typeof LINES)[number] {
	return LINES[index % LINES.length] ?? LINES[0];
}

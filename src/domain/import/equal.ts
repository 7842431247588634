/** Are two plain values the same, whatever the order of their properties? A missing property equals an undefined one. */
export function equal(a: unknown, b: unknown): boolean {
	if (a === b) return true;
	if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) return false;
	const [x, y] = [a as Record<string, unknown>, b as Record<string, unknown>];
	return Object.keys({ ...x, ...y }).every((key) => equal(x[key], y[key]));
}

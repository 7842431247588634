/** JSON with one top-level field a line and a newline at the end: small, and readable in a diff. */
export function jsonLines(value: object): string {
	const lines = Object.entries(value).flatMap(([key, part]) =>
		part === undefined ? [] : [`${JSON.stringify(key)}:${JSON.stringify(part)}`]
	);
	return `{\n${lines.join(',\n')}\n}\n`;
}

/** JSON of named lists with one record a line and a newline at the end. */
export function jsonTable(lists: Readonly<Record<string, readonly object[]>>): string {
	const tables = Object.entries(lists).map(
		([key, records]) => `${JSON.stringify(key)}:[\n${records.map((record) => JSON.stringify(record)).join(',\n')}\n]`
	);
	return `{\n${tables.join(',\n')}\n}\n`;
}

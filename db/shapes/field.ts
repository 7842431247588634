/** How a column holds its value. `flag` is 0 or 1, `json` a JSON array as text. */
export type ColumnKind = 'text' | 'whole' | 'real' | 'flag' | 'json';

/** A database row by column name. */
export type Row = Readonly<Record<string, unknown>>;

/**
 * How one property of a record lies in its table: in one column, or in one column for each of its `parts`. Where the
 * `mark` (left out: the first part) is null, the whole property is, unless it is `always` there.
 */
export type Field = {
	readonly kind: ColumnKind;
	readonly parts?: readonly [string, ...string[]];
	readonly mark?: string;
	readonly always?: true;
	/** The column's name where it is not the property's. */
	readonly column?: string;
};

/** One column of a field, and the path to its value in the record. */
export type Column = { readonly name: string; readonly path: readonly string[]; readonly kind: ColumnKind };

export const text: Field = { kind: 'text' };
export const real: Field = { kind: 'real' };
export const whole: Field = { kind: 'whole' };
export const flag: Field = { kind: 'flag' };
export const json: Field = { kind: 'json' };
export const bilingual: Field = { kind: 'text', parts: ['zh', 'en'] };
export const partialDay: Field = { kind: 'text', parts: ['on', 'precision'], mark: 'precision' };
export const point: Field = { kind: 'real', parts: ['lon', 'lat'] };
export const scope: Field = { kind: 'text', parts: ['province', 'city', 'groupId', 'kind'], always: true };

/** `memberId` → `member_id`; a property of more than one part has a column for each: `joined` → `joined_on`, …. */
export function columnsOf(property: string, field: Field): Column[] {
	const known = made.get(field) ?? new Map<string, Column[]>();
	made.set(field, known);
	const columns = known.get(property) ?? makeColumns(property, field);
	known.set(property, columns);
	return columns;
}

/** Asked for with each row that is read. */
const made = new WeakMap<Field, Map<string, Column[]>>();

function makeColumns(property: string, field: Field): Column[] {
	const name = field.column ?? snake(property);
	if (!field.parts) return [{ name, path: [property], kind: field.kind }];
	return field.parts.map((part) => ({ name: `${name}_${snake(part)}`, path: [property, part], kind: field.kind }));
}

function snake(name: string): string {
	return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** The columns of one property with their values, ready to be bound on either database. */
export function writeField(property: string, field: Field, value: unknown): Row {
	return Object.fromEntries(
		columnsOf(property, field).map(({ name, path, kind }) => {
			const part = path.length === 1 ? value : (value as Row | null)?.[path[1] as string];
			return [name, part === undefined || part === null ? null : encode(kind, part)];
		})
	);
}

/** The value of one property as `writeField` wrote it. */
export function readField(property: string, field: Field, row: Row): unknown {
	const values = columnsOf(property, field).map(({ name, kind }) => decode(kind, row[name]));
	if (!field.parts) return values[0];
	const parts = Object.fromEntries(field.parts.map((part, i) => [part, values[i]]));
	return !field.always && parts[field.mark ?? field.parts[0]] === null ? null : parts;
}

function encode(kind: ColumnKind, value: unknown): unknown {
	if (kind === 'json') return JSON.stringify(value);
	return kind === 'flag' ? Number(value) : value;
}

function decode(kind: ColumnKind, value: unknown): unknown {
	if (value === null || value === undefined) return null;
	if (kind === 'json') return JSON.parse(value as string);
	return kind === 'flag' ? value === 1 : value;
}

import type { Citation, RecordType } from '#domain/record.ts';
import { searchKeys, type SearchKeys } from '../search/keys.ts';
import { columnsOf, readField, writeField, type Column, type Row } from './field.ts';
import { BASE_FIELDS, SHAPES, type RecordOf, type Shape } from './shape.ts';

/** The lists of one record by property, and its citations. */
export type Children = { readonly lists: Readonly<Record<string, readonly string[]>>; readonly citations: readonly Citation[] };

function fieldsOf(type: RecordType) {
	return { ...SHAPES[type].fields, ...BASE_FIELDS };
}

/** The properties of a type's records, their identifier left out. */
export function propertiesOf(type: RecordType): string[] {
	return [...Object.keys(fieldsOf(type)), ...Object.keys(SHAPES[type].lists), 'citations'];
}

/** The columns of a type's table that come from the record itself, its identifier left out. */
export function recordColumns(type: RecordType): Column[] {
	return Object.entries(fieldsOf(type)).flatMap(([property, field]) => columnsOf(property, field));
}

/** The search keys of a record; null for types that are not found by words. */
export function keysOf<T extends RecordType>(type: T, record: RecordOf[T]): SearchKeys | null {
	const { names } = SHAPES[type] as Shape<RecordOf[T]>;
	return names ? searchKeys(names(record)) : null;
}

/** The row of a record, without version, retirement and search keys. */
export function toRow<T extends RecordType>(type: T, record: RecordOf[T]): Row {
	const values = record as unknown as Row;
	const parts = Object.entries(fieldsOf(type)).map(([property, field]) => writeField(property, field, values[property]));
	return Object.assign({ id: record.id }, ...parts) as Row;
}

/** The record that a row with its lists and citations stands for. */
export function toRecord<T extends RecordType>(type: T, row: Row, { lists, citations }: Children): RecordOf[T] {
	const fields = Object.entries(fieldsOf(type)).map(([property, field]) => [property, readField(property, field, row)]);
	const own = Object.keys(SHAPES[type].lists).map((property) => [property, lists[property] ?? []]);
	return { id: row['id'], ...Object.fromEntries(fields), ...Object.fromEntries(own), citations } as unknown as RecordOf[T];
}

/** The record as JSON with its properties in a fixed order, so that equal records give equal text. */
export function toSnapshot<T extends RecordType>(type: T, record: RecordOf[T]): string {
	const lists = record as unknown as Children['lists'];
	return JSON.stringify(toRecord(type, toRow(type, record), { lists, citations: record.citations.map(ordered) }));
}

function ordered({ sourceId, field }: Citation): Citation {
	return { sourceId, field };
}

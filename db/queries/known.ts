import { sql, type QueryCreator } from 'kysely';
import type { Instant } from '#domain/instant.ts';
import { RECORD_TYPES, type RecordType } from '#domain/record.ts';
import { isPostgres } from '../dialects/postgres.ts';
import type { Db, Tables } from '../schema.ts';
import type { Column } from '../shapes/field.ts';
import { recordColumns } from '../shapes/row.ts';
import { SHAPES } from '../shapes/shape.ts';
import { COUNTED } from './tally.ts';

/** Record time: only what was recorded before this instant. Left out or null: now. */
export type Known = { readonly known?: Instant | null };

/** What readers read from: the tables, or their former state. */
export type Reader = QueryCreator<Tables>;

/**
 * The tables as they stood just before `known`: a common table expression for each, of the table's own name, made from
 * the latest revision of each record that was recorded by then. Readers need not know which of the two they read.
 */
export function asKnown(db: Db, { known }: Known): Reader {
	if (known === undefined || known === null) return db;
	const dialect = isPostgres(db) ? postgres : sqlite;
	return definitions(dialect).reduce(
		// Materialized: otherwise a join would read the JSON of one side anew for each row of the other.
		(reader: Reader, { name, head, tail }) =>
			reader.with((cte) => cte(name).materialized(), () => (tail === null ? sql`(${sql.raw(head)})` : sql`(${sql.raw(head)}${known}${sql.raw(tail)})`)) as unknown as Reader,
		db
	);
}

/** How a dialect reads JSON. `doc` is the snapshot, parsed where that pays. */
type JsonDialect = {
	readonly doc: string;
	value(column: Column): string;
	/** The elements of the list at `property` as rows of `item`. */
	items(property: string): string;
	/** An element, or one `part` of it. */
	element(part?: string): string;
	/** Where an element stands in its list, from 0. */
	readonly position: string;
};

const sqlite: JsonDialect = {
	doc: 'snapshot',
	value: ({ path, kind }) => `doc ${kind === 'json' ? '->' : '->>'} '$.${path.join('.')}'`,
	items: (property) => `json_each(doc, '$.${property}') as item`,
	element: (part) => (part === undefined ? 'item.value' : `item.value ->> '$.${part}'`),
	position: 'item.key'
};

const CASTS = { text: ' collate "C"', whole: '::bigint', real: '::double precision', flag: '::boolean::int', json: ' collate "C"' };

const postgres: JsonDialect = {
	doc: 'snapshot::jsonb',
	value: ({ path, kind }) => `(doc #>> '{${path.join(',')}}')${CASTS[kind]}`,
	items: (property) => `jsonb_array_elements(doc -> '${property}') with ordinality as item (value, place)`,
	element: (part) => `(item.value ${part === undefined ? "#>> '{}'" : `->> '${part}'`}) collate "C"`,
	position: 'item.place - 1'
};

/** One common table expression; the instant stands between `head` and `tail` where there is a tail. */
type Definition = { readonly name: string; readonly head: string; readonly tail: string | null };

const made = new Map<JsonDialect, Definition[]>();

function definitions(dialect: JsonDialect): Definition[] {
	const list = made.get(dialect) ?? [
		...RECORD_TYPES.map((type) => latest(dialect, type)),
		...RECORD_TYPES.map((type) => table(dialect, type)),
		...RECORD_TYPES.flatMap((type) => lists(dialect, type)),
		citations(dialect),
		{ name: 'movement', head: COUNTED, tail: null }
	];
	made.set(dialect, list);
	return list;
}

function latest({ doc }: JsonDialect, type: RecordType): Definition {
	const head = `select record_id as id, version, case when change = 'retire' then recorded_at end as retired_at,
			pinyin, search, ${doc} as doc
		from (select *, row_number() over (partition by record_id order by version desc) as place
			from revision where record_type = '${type}' and recorded_at < `;
	return { name: `known_${type}`, head, tail: `) as revision_then where place = 1` };
}

function table(dialect: JsonDialect, type: RecordType): Definition {
	const keys = SHAPES[type].names ? 'pinyin, search, ' : '';
	const columns = recordColumns(type).map((column) => `${dialect.value(column)} as ${column.name}`);
	const head = `select id, version, retired_at, ${keys}${columns.join(', ')} from known_${type}`;
	return { name: type, head, tail: null };
}

function lists(dialect: JsonDialect, type: RecordType): Definition[] {
	return Object.entries(SHAPES[type].lists).map(([property, { table: name, owner, column }]) => {
		const from = `known_${type} cross join ${dialect.items(property)}`;
		return { name, head: `select known_${type}.id as ${owner}, ${dialect.element()} as ${column}, ${dialect.position} as position from ${from}`, tail: null };
	});
}

function citations(dialect: JsonDialect): Definition {
	const head = RECORD_TYPES.map(
		(type) => `select '${type}' as record_type, known_${type}.id as record_id, ${dialect.element('sourceId')} as source_id,
			${dialect.element('field')} as field, ${dialect.position} as position
			from known_${type} cross join ${dialect.items('citations')}`
	).join(' union all ');
	return { name: 'citation', head, tail: null };
}

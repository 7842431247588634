import * as v from 'valibot';
import type { Bilingual } from './locale.ts';

/** The kinds of record that are kept with their history. */
export const RECORD_TYPES = [
	'member',
	'membership',
	'event',
	'project',
	'partner',
	'source',
	'reported_total',
	'region_group',
	'prospect',
	'target'
] as const;
export type RecordType = (typeof RECORD_TYPES)[number];

/** How a fact is known: a source says it; it follows from the name; it is said of a parent or related body; not found. */
export const BASES = ['stated', 'by_name', 'related', 'unknown'] as const;
export type Basis = (typeof BASES)[number];

/** Which field of a record a source stands behind; an empty field means the record as a whole. */
export type Citation = { readonly sourceId: string; readonly field: string };

/** One former or present version of a record: what it said, from when on, by whom and why. */
export type Revision = {
	readonly id: number;
	readonly type: RecordType;
	readonly recordId: string;
	readonly version: number;
	readonly change: 'create' | 'update' | 'retire' | 'restore';
	readonly recordedAt: string;
	readonly actor: string;
	readonly reason: string;
	/** Shared by the changes that were made together, such as those of one import; null for one made alone. */
	readonly batchId: string | null;
};

export const idSchema = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,79}$/, 'id'));
export const basisSchema = v.picklist(BASES);

const text = (max: number) => v.pipe(v.string(), v.trim(), v.nonEmpty('empty'), v.maxLength(max, 'too_long'));

/** A trimmed, non-empty text in Chinese and, where one exists, English. */
export const bilingualSchema = (max = 300): v.GenericSchema<{ zh: string; en?: string | null }, Bilingual> =>
	v.object({ zh: text(max), en: v.optional(v.nullable(text(max)), null) });

export const citationSchema = v.object({ sourceId: idSchema, field: v.optional(v.string(), '') });

/** A list in which nothing stands twice. */
export const distinctSchema = <Item>(item: v.GenericSchema<Item>): v.GenericSchema<Item[]> =>
	v.pipe(
		v.array(item),
		v.check((items) => new Set(items).size === items.length, 'duplicate')
	);

/** An http(s) address. */
export const webAddressSchema = v.pipe(v.string(), v.trim(), v.maxLength(2000), v.url('url'), v.regex(/^https?:/i, 'url'));

/** What every record has: its identifier, the sources behind it, a public remark and an internal note. */
export const recordEntries = {
	id: idSchema,
	remark: v.optional(v.nullable(bilingualSchema(2000)), null),
	internalNote: v.optional(v.nullable(text(5000)), null),
	citations: v.optional(
		v.pipe(
			v.array(citationSchema),
			v.check((citations) => new Set(citations.map((c) => `${c.sourceId} ${c.field}`)).size === citations.length, 'duplicate')
		),
		[]
	)
};

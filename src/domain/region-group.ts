import * as v from 'valibot';
import { partialDaySchema } from './partial-day.ts';
import { adcodeSchema } from './place.ts';
import { bilingualSchema, distinctSchema, recordEntries } from './record.ts';

/** The identifier of a region group: it may hold underscores, as published in addresses. */
export const groupIdSchema = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9_-]{0,79}$/, 'id'));

/** 都市圈/片区: a named set of cities, districts or both. */
export const regionGroupSchema = v.object({
	...recordEntries,
	id: groupIdSchema,
	name: bilingualSchema(),
	/** A few characters for narrow places: 中心区27城. */
	short: v.optional(v.nullable(bilingualSchema(60)), null),
	areas: v.pipe(distinctSchema(adcodeSchema), v.nonEmpty('empty')),
	/** When this scope was laid down. */
	asOf: v.optional(partialDaySchema, '')
});
export type RegionGroup = v.InferOutput<typeof regionGroupSchema>;
export type RegionGroupInput = v.InferInput<typeof regionGroupSchema>;

import * as v from 'valibot';
import { partialDaySchema } from './partial-day.ts';
import { bilingualSchema, recordEntries, webAddressSchema } from './record.ts';

/** 来源: a publication or document behind a figure. */
export const sourceSchema = v.object({
	...recordEntries,
	title: bilingualSchema(500),
	publisher: bilingualSchema(),
	published: v.optional(partialDaySchema, ''),
	url: v.optional(v.nullable(webAddressSchema), null)
});
export type Source = v.InferOutput<typeof sourceSchema>;
export type SourceInput = v.InferInput<typeof sourceSchema>;

import * as v from 'valibot';
import { partialDaySchema } from './partial-day.ts';
import { adcodeSchema } from './place.ts';
import { bilingualSchema, idSchema, webAddressSchema } from './record.ts';

/** The alliance itself: its name, its seat, and the sources behind them. A name without an official English form has none. */
export const organisationSchema = v.object({
	name: bilingualSchema(),
	/** The name for narrow places. */
	short: bilingualSchema(60),
	/** Where it was founded and meets; null where not known. */
	seatCity: v.optional(v.nullable(adcodeSchema), null),
	seatRemark: v.optional(v.nullable(bilingualSchema(2000)), null),
	founded: v.optional(partialDaySchema, ''),
	website: v.optional(v.nullable(webAddressSchema), null),
	sourceIds: v.optional(v.array(idSchema), [])
});
export type Organisation = v.InferOutput<typeof organisationSchema>;
export type OrganisationInput = v.InferInput<typeof organisationSchema>;

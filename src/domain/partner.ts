import * as v from 'valibot';
import { MEMBER_KINDS } from './member.ts';
import { basisSchema, bilingualSchema, recordEntries, webAddressSchema } from './record.ts';

/** 域外伙伴: an organisation outside the alliance that takes part in a project. */
export const partnerSchema = v.object({
	...recordEntries,
	name: bilingualSchema(),
	aliases: v.optional(v.array(v.pipe(v.string(), v.trim(), v.nonEmpty())), []),
	kind: v.picklist(MEMBER_KINDS),
	/** Where it sits, in words, since most partners lie outside the 41 cities. Null: not found. */
	seat: v.optional(v.nullable(bilingualSchema()), null),
	seatBasis: basisSchema,
	website: v.optional(v.nullable(webAddressSchema), null)
});
export type Partner = v.InferOutput<typeof partnerSchema>;
export type PartnerInput = v.InferInput<typeof partnerSchema>;

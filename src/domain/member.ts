import * as v from 'valibot';
import { adcodeSchema, cityCode, pointSchema } from './place.ts';
import { basisSchema, bilingualSchema, recordEntries, webAddressSchema } from './record.ts';

/** Kinds of organisation, in the order in which legends, stacks and tables show them. */
export const MEMBER_KINDS = [
	'institute',
	'university',
	'association',
	'think_tank',
	'park',
	'museum',
	'government',
	'enterprise',
	'other'
] as const;
export type MemberKind = (typeof MEMBER_KINDS)[number];

/** 成员单位: an organisation. Where nobody states its city, `city` is null: it counts in totals and is on no map. */
export const memberSchema = v.pipe(
	v.object({
		...recordEntries,
		name: bilingualSchema(),
		aliases: v.optional(v.array(v.pipe(v.string(), v.trim(), v.nonEmpty())), []),
		kind: v.picklist(MEMBER_KINDS),
		kindBasis: basisSchema,
		city: v.optional(v.nullable(adcodeSchema), null),
		cityBasis: basisSchema,
		district: v.optional(v.nullable(adcodeSchema), null),
		districtBasis: basisSchema,
		point: v.optional(v.nullable(pointSchema), null),
		website: v.optional(v.nullable(webAddressSchema), null),
		/** 统一社会信用代码, 18 characters. */
		creditCode: v.optional(v.nullable(v.pipe(v.string(), v.regex(/^[0-9A-HJ-NP-RTUWXY]{18}$/, 'credit_code'))), null)
	}),
	v.forward(
		v.check((m) => (m.city === null) === (m.cityBasis === 'unknown'), 'basis_without_place'),
		['cityBasis']
	),
	v.forward(
		v.check((m) => m.district === null || cityCode(m.district) === m.city, 'district_outside_city'),
		['district']
	)
);
export type Member = v.InferOutput<typeof memberSchema>;
export type MemberInput = v.InferInput<typeof memberSchema>;

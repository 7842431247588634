import * as v from 'valibot';
import { daySchema } from './day.ts';
import { MEMBER_KINDS } from './member.ts';
import { adcodeSchema, cityCode } from './place.ts';
import { bilingualSchema, idSchema, recordEntries, webAddressSchema } from './record.ts';

/** Stages in which a prospect is being won, in their order. */
export const OPEN_STAGES = ['identified', 'contacted', 'visited', 'negotiating', 'approved'] as const;
export type OpenStage = (typeof OPEN_STAGES)[number];

/** The open stages, and the two in which it ends: `converted` (it became a member) and `lost`. */
export const STAGES = [...OPEN_STAGES, 'converted', 'lost'] as const;
export type Stage = (typeof STAGES)[number];

const text = (max: number) => v.optional(v.nullable(v.pipe(v.string(), v.trim(), v.nonEmpty('empty'), v.maxLength(max, 'too_long'))), null);

/**
 * 意向单位: an organisation that may join. Never public. What nobody knows yet (city, kind) is null. The stages it went
 * through are its versions in the history; `stageSince` is the day it came to the present one.
 */
export const prospectSchema = v.pipe(
	v.object({
		...recordEntries,
		name: bilingualSchema(),
		aliases: v.optional(v.array(v.pipe(v.string(), v.trim(), v.nonEmpty())), []),
		kind: v.optional(v.nullable(v.picklist(MEMBER_KINDS)), null),
		city: v.optional(v.nullable(adcodeSchema), null),
		district: v.optional(v.nullable(adcodeSchema), null),
		creditCode: v.optional(v.nullable(v.pipe(v.string(), v.regex(/^[0-9A-HJ-NP-RTUWXY]{18}$/, 'credit_code'))), null),
		website: v.optional(v.nullable(webAddressSchema), null),
		stage: v.picklist(STAGES),
		stageSince: daySchema,
		/** The day it was first noted. */
		noted: daySchema,
		/** Chance of joining, 0 to 1, as somebody judged it; null: the one of its stage. */
		probability: v.optional(v.nullable(v.pipe(v.number(), v.minValue(0, 'probability'), v.maxValue(1, 'probability'))), null),
		/** When it is expected to join; null where nobody has said. */
		expected: v.optional(v.nullable(daySchema), null),
		/** The identifier of the person who looks after it. */
		ownerId: v.optional(v.nullable(v.pipe(v.string(), v.nonEmpty('empty'), v.maxLength(100, 'too_long'))), null),
		nextStep: text(500),
		nextStepOn: v.optional(v.nullable(daySchema), null),
		contact: text(500),
		lostReason: text(500),
		/** The member it became. */
		memberId: v.optional(v.nullable(idSchema), null)
	}),
	v.forward(
		v.check((p) => p.district === null || cityCode(p.district) === p.city, 'district_outside_city'),
		['district']
	),
	v.forward(
		v.check((p) => (p.memberId !== null) === (p.stage === 'converted'), 'member_without_conversion'),
		['memberId']
	),
	v.forward(
		v.check((p) => p.stageSince >= p.noted, 'stage_before_noted'),
		['stageSince']
	)
);
export type Prospect = v.InferOutput<typeof prospectSchema>;
export type ProspectInput = v.InferInput<typeof prospectSchema>;

/** Is it still being won? */
export function isOpen(stage: Stage): stage is OpenStage {
	return stage !== 'converted' && stage !== 'lost';
}

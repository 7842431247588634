import * as v from 'valibot';
import { partialDaySchema } from './partial-day.ts';
import { adcodeSchema } from './place.ts';
import { bilingualSchema, distinctSchema, idSchema, recordEntries } from './record.ts';

export const PROJECT_STATUSES = ['intention', 'signed', 'active', 'completed', 'ended'] as const;
export type ProjectStatus = (typeof PROJECT_STATUSES)[number];

export const PROJECT_CATEGORIES = ['agreement', 'exchange', 'research', 'matchmaking', 'think_tank', 'industry', 'other'] as const;
export type ProjectCategory = (typeof PROJECT_CATEGORIES)[number];

/** 合作项目: something members do together. A status nobody reported is null: unknown, not "ended". */
export const projectSchema = v.pipe(
	v.object({
		...recordEntries,
		title: bilingualSchema(),
		category: v.picklist(PROJECT_CATEGORIES),
		status: v.optional(v.nullable(v.picklist(PROJECT_STATUSES)), null),
		/** The first day it is known of, by signing, announcement or intention: it is counted from then on. */
		since: v.optional(partialDaySchema, ''),
		signed: v.optional(v.nullable(partialDaySchema), null),
		ended: v.optional(v.nullable(partialDaySchema), null),
		/** Yuan, whole; null where not reported. */
		amountCny: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0))), null),
		/** The alliance itself is a party, beside or instead of single members. */
		byAlliance: v.optional(v.boolean(), false),
		cities: v.optional(distinctSchema(adcodeSchema), []),
		memberIds: v.optional(distinctSchema(idSchema), []),
		partnerIds: v.optional(distinctSchema(idSchema), [])
	}),
	v.forward(
		v.check((p) => p.ended === null || p.ended.on === null || p.since.on === null || p.ended.on >= p.since.on, 'ended_before_since'),
		['ended']
	)
);
export type Project = v.InferOutput<typeof projectSchema>;
export type ProjectInput = v.InferInput<typeof projectSchema>;

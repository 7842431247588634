import * as v from 'valibot';
import { daySchema } from './day.ts';
import { recordEntries } from './record.ts';

/** What the published number counts. */
export const REPORTED_METRICS = ['members', 'joined_cities', 'provinces', 'initiators'] as const;
export type ReportedMetric = (typeof REPORTED_METRICS)[number];

export const QUALIFIERS = ['exact', 'nearly', 'about', 'over'] as const;
export type Qualifier = (typeof QUALIFIERS)[number];

/** 公布口径: a number somebody published, with its qualifier. Never added to, or rounded into, a recorded figure. */
export const reportedTotalSchema = v.object({
	...recordEntries,
	metric: v.picklist(REPORTED_METRICS),
	on: daySchema,
	qualifier: v.picklist(QUALIFIERS),
	value: v.pipe(v.number(), v.integer(), v.minValue(0)),
	isPublic: v.optional(v.boolean(), true)
});
export type ReportedTotal = v.InferOutput<typeof reportedTotalSchema>;
export type ReportedTotalInput = v.InferInput<typeof reportedTotalSchema>;

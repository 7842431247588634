import * as v from 'valibot';
import { daySchema } from './day.ts';
import { MEMBER_KINDS } from './member.ts';
import { adcodeSchema } from './place.ts';
import { groupIdSchema } from './region-group.ts';
import { bilingualSchema, idSchema, recordEntries } from './record.ts';

/** What a target counts. `coverage`: cities covered of all in its scope, 0 to 1. */
export const TARGET_METRICS = ['members', 'cities', 'coverage', 'projects'] as const;
export type TargetMetric = (typeof TARGET_METRICS)[number];

/** Of what a target counts: the whole region where all are null, otherwise what lies in every one that is given. */
export const scopeSchema = v.object({
	province: v.optional(v.nullable(adcodeSchema), null),
	city: v.optional(v.nullable(adcodeSchema), null),
	groupId: v.optional(v.nullable(groupIdSchema), null),
	kind: v.optional(v.nullable(v.picklist(MEMBER_KINDS)), null)
});
export type Scope = v.InferOutput<typeof scopeSchema>;

/** Nobody plans beyond this, and a forecast so far ahead would say nothing. */
const LAST_DUE = '2100-12-31';

/** 拓展目标: a value to reach by a date, for a scope and a metric. Never public. */
export const targetSchema = v.pipe(
	v.object({
		...recordEntries,
		name: bilingualSchema(),
		scope: v.optional(scopeSchema, {}),
		metric: v.picklist(TARGET_METRICS),
		/** The day the pace starts from. */
		start: daySchema,
		/** What stood there on that day as somebody agreed it; null: what the record says of that day. */
		startValue: v.optional(v.nullable(v.pipe(v.number(), v.minValue(0, 'negative'))), null),
		due: daySchema,
		/** Members, cities or projects, or a share from 0 to 1 for `coverage`. */
		value: v.pipe(v.number(), v.minValue(0, 'negative')),
		/** The target of which this is a part. */
		partOf: v.optional(v.nullable(idSchema), null)
	}),
	v.forward(
		v.check((t) => t.due > t.start, 'due_before_start'),
		['due']
	),
	v.forward(
		v.check((t) => t.due <= LAST_DUE, 'too_far'),
		['due']
	),
	v.forward(
		v.check((t) => (t.metric === 'coverage' ? t.value <= 1 : Number.isInteger(t.value)), 'value_of_metric'),
		['value']
	),
	v.forward(
		v.check((t) => t.startValue === null || (t.metric === 'coverage' ? t.startValue <= 1 : Number.isInteger(t.startValue)), 'value_of_metric'),
		['startValue']
	),
	v.forward(
		v.check((t) => t.metric !== 'projects' || t.scope.kind === null, 'projects_have_no_kind'),
		['metric']
	),
	v.forward(
		v.check((t) => t.partOf !== t.id, 'part_of_itself'),
		['partOf']
	)
);
export type Target = v.InferOutput<typeof targetSchema>;
export type TargetInput = v.InferInput<typeof targetSchema>;

import * as v from 'valibot';
import { partialDaySchema } from './partial-day.ts';
import { adcodeSchema } from './place.ts';
import { bilingualSchema, recordEntries } from './record.ts';

export const EVENT_KINDS = ['founding', 'ceremony', 'visit', 'forum', 'meeting'] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** 活动: a founding, ceremony, visit, forum or meeting. The one through which members joined is their 批次. */
export const eventSchema = v.object({
	...recordEntries,
	kind: v.picklist(EVENT_KINDS),
	title: bilingualSchema(),
	/** A few characters for marks on charts and sliders: 成立, 六城市加盟. */
	short: v.optional(v.nullable(bilingualSchema(40)), null),
	held: v.optional(partialDaySchema, ''),
	city: v.optional(v.nullable(adcodeSchema), null),
	venue: v.optional(v.nullable(bilingualSchema()), null),
	summary: v.optional(v.nullable(bilingualSchema(2000)), null)
});
export type Event = v.InferOutput<typeof eventSchema>;
export type EventInput = v.InferInput<typeof eventSchema>;

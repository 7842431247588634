import * as v from 'valibot';
import type { Day } from './day.ts';
import { partialDaySchema } from './partial-day.ts';
import { basisSchema, idSchema, recordEntries } from './record.ts';

/** Offices a member holds through its membership. */
export const ROLES = ['initiator', 'rotating_chair'] as const;
export type Role = (typeof ROLES)[number];

/**
 * 成员资格: an interval joined…left of one member; a member may have several, never two at once. The joining day must be
 * bounded (`<=day` at least) or the member could be counted on no day.
 */
export const membershipSchema = v.pipe(
	v.object({
		...recordEntries,
		memberId: idSchema,
		/** 批次: the event through which the member joined. */
		eventId: v.optional(v.nullable(idSchema), null),
		joined: v.pipe(
			partialDaySchema,
			v.check((d) => d.on !== null, 'unbounded')
		),
		joinedBasis: basisSchema,
		left: v.optional(
			v.nullable(
				v.pipe(
					partialDaySchema,
					v.check((d) => d.on !== null, 'unbounded')
				)
			),
			null
		),
		roles: v.optional(v.array(v.picklist(ROLES)), [])
	}),
	v.forward(
		v.check((m) => m.left === null || (m.left.on ?? '') >= (m.joined.on ?? ''), 'left_before_joined'),
		['left']
	)
);
export type Membership = v.InferOutput<typeof membershipSchema>;
export type MembershipInput = v.InferInput<typeof membershipSchema>;

/** A member belongs from its joining day on and no longer on its leaving day; an uncertain day counts at its latest. */
export function activeAt(membership: Pick<Membership, 'joined' | 'left'>, at: Day): boolean {
	const { joined, left } = membership;
	return joined.on !== null && joined.on <= at && (left === null || left.on === null || at < left.on);
}

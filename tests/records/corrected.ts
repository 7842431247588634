import type { MembershipInput } from '#domain/membership.ts';
import { alliance } from '#db/seeds/alliance.ts';
import { keyOf, SEED_ORDER, type Correction, type Seed } from '#db/seeds/seed.ts';
import type { Instant } from '#domain/instant.ts';

/** Joined in 2020 as was first recorded, on 1 September 2021 as was found out on 1 March 2026. */
export const LATER_THAN_THOUGHT = 'hongdou-jituan';
/** Left on 30 June 2025, which was recorded on 1 May 2026. */
export const HAS_LEFT = 'chuzhou-langyaqu';

function stayOf(memberId: string): MembershipInput {
	const stay = alliance.records.membership.find((each) => each.memberId === memberId);
	if (!stay) throw new Error(`the recorded facts have no membership of ${memberId}`);
	return stay;
}

/** What was found out after the recorded facts had been recorded. */
const corrections: readonly Correction[] = [
	{ type: 'membership', record: { ...stayOf(LATER_THAN_THOUGHT), joined: '2021-09-01' }, at: '2026-03-01T02:00:00.000Z', reason: 'the letter of admission was found' },
	{ type: 'membership', record: { ...stayOf(HAS_LEFT), left: '2025-06-30' }, at: '2026-05-01T02:00:00.000Z', reason: 'it has left' }
];

/** When everything else was recorded. */
const FIRST: Instant = '2026-01-01T00:00:00.000Z';

/** Facts that hold the recorded ones, with a joining day that was corrected and a member that left, each recorded on a day of its own. */
export function corrected(base: Seed): Seed {
	const recordedAt = new Map(SEED_ORDER.flatMap((type) => base.records[type].map(({ id }) => [keyOf(type, id), FIRST] as const)));
	return { ...base, recordedAt, corrections };
}

export const correctedFacts: Seed = corrected(alliance);

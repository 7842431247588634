import { addDays, addMonths, type Day } from '#domain/day.ts';
import type { MembershipInput } from '#domain/membership.ts';
import { dayBetween, TODAY } from './clock.ts';
import type { Random } from './random.ts';

/** The share of members that left, of those who have belonged for a year; and of these, who came back. */
const LEFT = 0.06;
const CAME_BACK = 0.25;

/** A membership as first recorded, and once the member had left. */
export type Interval = { readonly joined: MembershipInput; readonly on: Day; readonly left: MembershipInput | null; readonly leftOn: Day | null };

/** The memberships of one member that joined on `on`, through an event or singly. */
export function intervalsOf(
	random: Random,
	{ memberId, on, eventId, sourceId, founder }: { memberId: string; on: Day; eventId: string | null; sourceId: string; founder: boolean }
): Interval[] {
	const joined: MembershipInput = {
		id: `${memberId}-1`,
		memberId,
		eventId,
		joined: eventId === null ? told(random, on) : on,
		joinedBasis: eventId === null ? 'related' : 'stated',
		roles: founder ? ['initiator'] : [],
		citations: [{ sourceId }]
	};
	const earliest = addMonths(on, 14);
	if (founder || earliest > TODAY || !random.chance(LEFT)) return [{ joined, on, left: null, leftOn: null }];
	const leftOn = dayBetween(random, earliest, TODAY);
	const first = { joined, on, left: { ...joined, left: leftOn }, leftOn };
	const back = addDays(leftOn, random.between(120, 400));
	if (back > TODAY || !random.chance(CAME_BACK)) return [first];
	const again: MembershipInput = { ...joined, id: `${memberId}-2`, eventId: null, joined: back, joinedBasis: 'stated', roles: [] };
	return [first, { joined: again, on: back, left: null, leftOn: null }];
}

/** A single admission is known to the day, the month, or only as not after. The year alone could pass today. */
function told(random: Random, on: Day): string {
	const lastMonth = on.slice(0, 7) === TODAY.slice(0, 7);
	return random.weighted([
		[on, 6],
		[lastMonth ? on : on.slice(0, 7), 2],
		[on.slice(0, 4) === TODAY.slice(0, 4) ? on : on.slice(0, 4), 1],
		[`<=${on}`, 1]
	]);
}

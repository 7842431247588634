import * as v from 'valibot';
import type { Seed } from '#db/seeds/seed.ts';
import type { Day } from '#domain/day.ts';
import { memberSchema, type MemberKind } from '#domain/member.ts';
import { activeAt, membershipSchema } from '#domain/membership.ts';
import type { Adcode } from '#domain/place.ts';

/** The members of a day, counted one by one from the records: in all, by city, and by kind; `unplaced` have no city. */
export type Counted = {
	readonly members: number;
	readonly unplaced: number;
	readonly cities: Readonly<Record<Adcode, number>>;
	readonly kinds: Readonly<Partial<Record<MemberKind, number>>>;
};

/** Reads the records once; the function it returns counts the members of any day without a cube, a query or a page. */
export function counting({ records }: Seed): (at: Day) => Counted {
	const members = new Map(records.member.map((input) => [input.id, v.parse(memberSchema, input)]));
	const stays = records.membership.map((input) => v.parse(membershipSchema, input));
	return (at) => {
		const cities: Record<Adcode, number> = {};
		const kinds: Partial<Record<MemberKind, number>> = {};
		let [total, unplaced] = [0, 0];
		for (const stay of stays) {
			const member = members.get(stay.memberId);
			if (!member || !activeAt(stay, at)) continue;
			total++;
			kinds[member.kind] = (kinds[member.kind] ?? 0) + 1;
			if (member.city === null) unplaced++;
			else cities[member.city] = (cities[member.city] ?? 0) + 1;
		}
		return { members: total, unplaced, cities, kinds };
	};
}

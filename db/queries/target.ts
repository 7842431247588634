import type { Day } from '#domain/day.ts';
import type { MemberKind } from '#domain/member.ts';
import type { Adcode } from '#domain/place.ts';
import type { Target } from '#domain/target.ts';
import type { Db } from '../schema.ts';
import { asKnown, type Known } from './known.ts';
import { allRecords, recordById } from './read.ts';

/** The target, or null when there is none or it is retired. */
export async function targetById(db: Db, id: string, options: Known = {}): Promise<Target | null> {
	return recordById(db, 'target', id, options);
}

/** Every target, the one that is due first at the head. */
export async function listTargets(db: Db, options: Known = {}): Promise<Target[]> {
	const targets = await allRecords(db, 'target', options);
	return targets.sort((a, b) => (a.due < b.due ? -1 : Number(a.due > b.due)));
}

/** A member that had been a prospect: where it is, when it joined and when it had first been noted. */
export type ConvertedProspect = {
	readonly city: Adcode | null;
	readonly district: Adcode | null;
	readonly kind: MemberKind;
	readonly joined: Day;
	readonly noted: Day;
};

/** The members that had been prospects, with the first day on which they joined since they were noted; by that day. */
export async function convertedProspects(db: Db, options: Known = {}): Promise<ConvertedProspect[]> {
	return asKnown(db, options)
		.selectFrom('prospect')
		.innerJoin('member', 'member.id', 'prospect.member_id')
		.innerJoin('membership', 'membership.member_id', 'member.id')
		.where('prospect.retired_at', 'is', null)
		.where('prospect.stage', '=', 'converted')
		.where('member.retired_at', 'is', null)
		.where('membership.retired_at', 'is', null)
		.whereRef('membership.joined_on', '>=', 'prospect.noted')
		.select((eb) => ['member.city as city', 'member.district as district', 'member.kind as kind', eb.fn.min<string>('membership.joined_on').as('joined'), 'prospect.noted as noted'])
		.groupBy(['prospect.id', 'member.city', 'member.district', 'member.kind', 'prospect.noted'])
		.orderBy('joined')
		.orderBy('prospect.id')
		.execute();
}

import type { MemberInput } from '#domain/member.ts';
import type { MembershipInput } from '#domain/membership.ts';
import type { Seed } from '#db/seeds/seed.ts';
import { factsWith } from './filled.ts';

/** How many members the crowd has beside the recorded ones: more than two pages of a list. */
export const CROWD = 250;

const KINDS = ['park', 'enterprise', 'university'] as const;

const crowd = Array.from({ length: CROWD }, (_, i): MemberInput => {
	const number = String(i + 1).padStart(3, '0');
	return {
		id: `crowd-${number}`,
		// Ten by ten of one name, so that a page ends among equals.
		name: { zh: `众多园区第${Math.floor(i / 10)}批`, en: `Crowd ${number}` },
		kind: KINDS[i % KINDS.length] as (typeof KINDS)[number],
		kindBasis: 'stated',
		city: i % 2 ? '320500' : '310000',
		cityBasis: 'stated',
		districtBasis: 'unknown'
	};
});

const odd: readonly (readonly [id: string, zh: string])[] = [
	['percent', '完成率100%研究中心'],
	['underscore', '甲_乙联合实验室'],
	['backslash', '丙\\丁联合实验室'],
	['rare', '𠮷野家𬭎研究院']
];

const members: MemberInput[] = [
	...crowd,
	...odd.map(([id, zh]): MemberInput => ({ id, name: { zh }, kind: 'other', kindBasis: 'stated', cityBasis: 'unknown', districtBasis: 'unknown' }))
];

/** The recorded facts, many more members, and some whose names hold what a search must take literally. */
export const crowdFacts: Seed = factsWith({
	member: members,
	membership: members.map(
		({ id }): MembershipInput => ({ id: `${id}-2024`, memberId: id, joined: '2024-03-01', joinedBasis: 'stated' })
	)
});

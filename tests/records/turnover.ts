import type { MemberInput } from '#domain/member.ts';
import type { MembershipInput } from '#domain/membership.ts';
import type { Seed } from '#db/seeds/seed.ts';
import { factsWith } from './filled.ts';

/** Members that joined Shanghai's in 2022: more than a page of a list. */
export const NEWCOMERS = 120;

type Stay = readonly [joined: string, left: string | null];

/** Members beside the recorded ones by city, each with the stays of its life. */
const LIVES: readonly (readonly [id: string, city: string, stays: readonly Stay[]])[] = [
	['turnover-jinhua', '330700', [['2021-01-01', '2022-06-30']]],
	['turnover-suzhou-stays', '320500', [['2021-01-01', null]]],
	['turnover-suzhou-leaves', '320500', [['2021-01-01', '2023-05']]],
	['turnover-suzhou-returns', '320500', [['2021-01-01', '2022-01-10'], ['2022-05-01', null]]],
	['turnover-hefei-passes', '340100', [['2022', '2023-03-01']]],
	...Array.from({ length: NEWCOMERS }, (_, i) => [`turnover-newcomer-${i}`, '310000', [['2022-03-01', null]]] as const)
];

/** The recorded facts, and members that leave, come back, pass through and join in numbers, all between mid-2021 and the end of 2023. */
export const turnoverFacts: Seed = factsWith({
	member: LIVES.map(
		([id, city]): MemberInput => ({
			id,
			name: { zh: `往来单位${id.slice('turnover-'.length)}`, en: `Turnover ${id.slice('turnover-'.length)}` },
			kind: 'park',
			kindBasis: 'stated',
			city,
			cityBasis: 'stated',
			districtBasis: 'unknown'
		})
	),
	membership: LIVES.flatMap(([id, , stays]) =>
		stays.map(([joined, left], i): MembershipInput => ({ id: `${id}-${i + 1}`, memberId: id, joined, left, joinedBasis: 'stated' }))
	)
});

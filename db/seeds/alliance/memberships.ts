import type { MembershipInput } from '#domain/membership.ts';
import { batches } from './members.ts';

const INITIATORS = [
	'shanghai-shekeyuan-jingji-yanjiusuo',
	'shanghai-jiaotong-daxue-changsanjiao-yanjiuyuan',
	'yajingxie-changsanjiao-fazhanbu'
];
const FIRST_CHAIR = 'shanghai-shekeyuan-jingji-yanjiusuo';

/** Those joined in 2023 of whom the zone's own report says, by name or by city, that they did. */
const ALSO_IN_TONGZHOUWAN = ['zhejiang-qinghua-changsanjiao-luyan-zhongxin', 'maanshan-jingkaiqu', 'tongzhouwan-shifanqu'];

/** 成员资格: twelve through the founding, eight through the ceremony of 2023; nobody is known to have left. */
export const memberships: MembershipInput[] = [
	...batches.founding.map((memberId): MembershipInput => {
		const initiator = INITIATORS.includes(memberId);
		return {
			id: `${memberId}-2020`,
			memberId,
			eventId: 'chengli-2020',
			joined: '2020-11-21',
			joinedBasis: 'stated',
			roles: [...(initiator ? (['initiator'] as const) : []), ...(memberId === FIRST_CHAIR ? (['rotating_chair'] as const) : [])],
			remark:
				memberId === FIRST_CHAIR
					? {
							zh: '自成立起任首任轮值主席单位；任期止于何时、何者接任，未见报道。',
							en: 'First rotating chair from the founding on; when the term ended and who followed is not reported.'
						}
					: null,
			citations: [
				{ sourceId: 'shangguan-xinwen-2020-11-23' },
				...(initiator ? [{ sourceId: 'tongzhouwan-2023-09-27', field: 'roles' }] : [])
			]
		};
	}),
	...batches.sixCities.map(
		(memberId): MembershipInput => ({
			id: `${memberId}-2023`,
			memberId,
			eventId: 'liuchengshi-jiameng-2023',
			joined: '2023-09-26',
			joinedBasis: 'stated',
			citations: [
				{ sourceId: 'wuxi-ribao-2023-09-27' },
				...(ALSO_IN_TONGZHOUWAN.includes(memberId) ? [{ sourceId: 'tongzhouwan-2023-09-27' }] : [])
			]
		})
	)
];

import type { MemberKind } from '#domain/member.ts';
import type { Role } from '#domain/membership.ts';
import type { Basis } from '#domain/record.ts';
import { messages } from './messages.ts';

const kindsZh: Record<MemberKind, string> = {
	institute: '研究院所',
	university: '高校',
	association: '协会商会',
	think_tank: '智库',
	park: '园区',
	museum: '文博场馆',
	government: '政府部门',
	enterprise: '企业',
	other: '其他'
};
const kindsEn: Record<MemberKind, string> = {
	institute: 'Research institutes',
	university: 'Universities',
	association: 'Associations',
	think_tank: 'Think tanks',
	park: 'Parks',
	museum: 'Museums',
	government: 'Government bodies',
	enterprise: 'Enterprises',
	other: 'Other'
};
const kindEn: Record<MemberKind, string> = {
	institute: 'Research institute',
	university: 'University',
	association: 'Association',
	think_tank: 'Think tank',
	park: 'Park',
	museum: 'Museum',
	government: 'Government body',
	enterprise: 'Enterprise',
	other: 'Other'
};
const basisZh: Record<Basis, string> = {
	stated: '来源明确说明',
	by_name: '依据机构名称',
	related: '依据关联机构的所在地',
	unknown: '未见来源说明'
};
const basisEn: Record<Basis, string> = {
	stated: 'stated by a source',
	by_name: 'follows from the name',
	related: 'stated for a related body',
	unknown: 'no source found'
};
const rolesZh: Record<Role, string> = { initiator: '发起单位', rotating_chair: '轮值主席单位' };
const rolesEn: Record<Role, string> = { initiator: 'Initiator', rotating_chair: 'Rotating chair' };

/** Words of members, their kinds and their memberships. */
export const memberText = messages({
	'zh-CN': {
		member: '成员单位',
		members: '成员单位',
		kinds: kindsZh,
		kind: kindsZh,
		kindLabel: '类别',
		basis: basisZh,
		roles: rolesZh,
		count: (n: string) => `${n} 家`,
		joined: '加盟日期',
		left: '退出日期',
		batch: '批次',
		city: '所在城市',
		district: '所在区县',
		website: '网站',
		aliases: '别名',
		unplaced: '地点待核实',
		unplacedHint: '尚无来源说明所在城市，计入总数，不上图',
		districtUnplaced: '区县待核实',
		active: '现为成员',
		former: '已退出',
		memberships: '成员资格',
		since: (day: string) => `${day}加盟`,
		sinceTo: (from: string, to: string) => `${from}加盟，${to}退出`,
		searchLabel: '按名称、拼音或首字母查找成员',
		listTitle: '成员名录',
		noneHere: (place: string) => `${place}尚无登记成员。`,
		englishName: '英文名称',
		noEnglishName: '未见正式英文名称'
	},
	en: {
		member: 'Member',
		members: 'Members',
		kinds: kindsEn,
		kind: kindEn,
		kindLabel: 'Kind',
		basis: basisEn,
		roles: rolesEn,
		count: (n: string) => (n === '1' ? '1 member' : `${n} members`),
		joined: 'Joined',
		left: 'Left',
		batch: 'Batch',
		city: 'City',
		district: 'District',
		website: 'Website',
		aliases: 'Also known as',
		unplaced: 'Location not verified',
		unplacedHint: 'No source states the city: counted in totals, on no map',
		districtUnplaced: 'District not verified',
		active: 'Member now',
		former: 'Former member',
		memberships: 'Membership',
		since: (day: string) => `joined ${day}`,
		sinceTo: (from: string, to: string) => `joined ${from}, left ${to}`,
		searchLabel: 'Find a member by name, pinyin or initials',
		listTitle: 'Members',
		noneHere: (place: string) => `No recorded member in ${place} yet.`,
		englishName: 'English name',
		noEnglishName: 'no official English name seen'
	}
});

import { MEMBER_KINDS } from '#domain/member.ts';
import { provinceCode, type Adcode } from '#domain/place.ts';
import { areaNames, type AreaMembers } from './area-columns.ts';

/** What a feature of a map says of its area: names, members in all and by kind, covered or not. */
export function areaProperties({ code, kinds }: AreaMembers) {
	const members = kinds.reduce((sum, row) => sum + row.members, 0);
	return {
		...areaIdentity(code),
		members,
		covered: members > 0,
		byKind: Object.fromEntries(MEMBER_KINDS.map((kind) => [kind, kinds.find((row) => row.kind === kind)?.members ?? 0]))
	};
}

/** The names of an area, and the province it lies in. */
export function areaIdentity(code: Adcode) {
	const { zh, en } = areaNames(code);
	return { code, nameZh: zh, nameEn: en, province: provinceCode(code) };
}

import { fateOf, type Change } from '#domain/difference.ts';
import type { KindMembers } from '#domain/cube.ts';
import type { Day } from '#domain/day.ts';
import type { Bilingual } from '#domain/locale.ts';
import { MEMBER_KINDS, type MemberKind } from '#domain/member.ts';
import { provinceCode, type Adcode } from '#domain/place.ts';
import type { ProjectCategory } from '#domain/project.ts';
import { compareText } from '#lib/i18n/compare.ts';
import { memberText } from '#lib/i18n/member.ts';
import { projectText } from '#lib/i18n/project.ts';
import type { Relation } from '#lib/picture/dashboard/relations.ts';
import { place } from '#geo/regions/code.ts';
import { placeName } from '../place-name.ts';
import { bilingualColumns, joined, type Column } from './table.ts';

/** A region with its members by kind. */
export type AreaMembers = { readonly code: Adcode; readonly kinds: readonly KindMembers[] };

/** An area's names in both languages: the full English one, which no other area has. */
export function areaNames(code: Adcode): Bilingual {
	const region = place(code)?.region;
	return region ? { zh: region.zh, en: region.enFull } : { zh: code, en: code };
}

const sum = (kinds: readonly KindMembers[]): number => kinds.reduce((total, { members }) => total + members, 0);
const identity: readonly Column<{ readonly code: Adcode }>[] = [
	{ code: 'code', value: ({ code }) => code },
	...bilingualColumns<{ readonly code: Adcode }>('name_zh', 'name_en', ({ code }) => areaNames(code))
];
const inProvince: readonly Column<{ readonly code: Adcode }>[] = [
	{ code: 'province', value: ({ code }) => provinceCode(code) },
	{ code: 'province_name', value: ({ code }) => placeName(provinceCode(code), 'zh-CN', 'short'), said: ({ code }, locale) => placeName(provinceCode(code), locale, 'short') }
];

/** Areas with their members, in all and by kind. */
export const areaColumns: readonly Column<AreaMembers>[] = [
	...identity,
	...inProvince,
	{ code: 'members', value: ({ kinds }) => sum(kinds) },
	...MEMBER_KINDS.map((kind): Column<AreaMembers> => ({ code: kind, value: ({ kinds }) => kinds.find((row) => row.kind === kind)?.members ?? 0 }))
];

/** A city of a dashboard; null is unknown. */
export type CityMembers = AreaMembers & { readonly projects: number | null; readonly reached: number | null; readonly newest: Day | null };

export const cityColumns: readonly Column<CityMembers>[] = [
	...areaColumns,
	{ code: 'projects', value: ({ projects }) => projects },
	{ code: 'reached', value: ({ reached }) => reached },
	{ code: 'newest_join', value: ({ newest }) => newest }
];

type Covered = { readonly covered: number; readonly of: number };

const coverage: readonly Column<Covered>[] = [
	{ code: 'covered', value: ({ covered }) => covered },
	{ code: 'of', value: ({ of }) => of }
];

export const provinceColumns: readonly Column<Covered & { readonly code: Adcode; readonly members: number }>[] = [
	...identity,
	{ code: 'members', value: ({ members }) => members },
	...coverage
];

export const groupCoverageColumns: readonly Column<Covered & { readonly id: string; readonly name: Bilingual }>[] = [
	{ code: 'id', value: ({ id }) => id },
	...bilingualColumns<{ readonly name: Bilingual }>('name_zh', 'name_en', ({ name }) => name),
	...coverage
];

export const kindColumns: readonly Column<KindMembers>[] = [
	{ code: 'kind', value: ({ kind }) => kind, said: ({ kind }, locale) => memberText[locale].kinds[kind] },
	{ code: 'members', value: ({ members }) => members }
];

export const categoryColumns: readonly Column<{ readonly category: ProjectCategory; readonly projects: number }>[] = [
	{ code: 'category', value: ({ category }) => category, said: ({ category }, locale) => projectText[locale].categories[category] },
	{ code: 'projects', value: ({ projects }) => projects }
];

/** Members of a band at the end of a day. A kind, or a province; null: place not verified. */
export type BandDay = { readonly day: Day; readonly key: MemberKind | Adcode | null; readonly members: number };

export const kindGrowthColumns: readonly Column<BandDay>[] = [
	{ code: 'day', value: ({ day }) => day },
	{ code: 'kind', value: ({ key }) => key, said: ({ key }, locale) => memberText[locale].kinds[key as MemberKind] },
	{ code: 'members', value: ({ members }) => members }
];

export const provinceGrowthColumns: readonly Column<BandDay>[] = [
	{ code: 'day', value: ({ day }) => day },
	{ code: 'province', value: ({ key }) => key },
	{ code: 'province_name', value: ({ key }) => (key === null ? null : placeName(key, 'zh-CN', 'short')), said: ({ key }, locale) => (key === null ? memberText[locale].unplaced : placeName(key, locale, 'short')) },
	{ code: 'members', value: ({ members }) => members }
];

export const totalGrowthColumns: readonly Column<{ readonly day: Day; readonly total: number }>[] = [
	{ code: 'day', value: ({ day }) => day },
	{ code: 'total', value: ({ total }) => total }
];

const change: readonly Column<Change>[] = [
	{ code: 'from_members', value: ({ from }) => from },
	{ code: 'to_members', value: ({ to }) => to },
	{ code: 'change', value: ({ from, to }) => to - from },
	{ code: 'fate', value: fateOf, said: (row, locale) => compareText[locale].fates[fateOf(row)] }
];

export const changedAreaColumns: readonly Column<Change & { readonly code: Adcode }>[] = [...identity, ...change];

export const changedKindColumns: readonly Column<Change & { readonly kind: MemberKind }>[] = [
	{ code: 'kind', value: ({ kind }) => kind, said: ({ kind }, locale) => memberText[locale].kinds[kind] },
	...change
];

export const relationColumns: readonly Column<Relation>[] = [
	{ code: 'from_city', value: ({ from }) => from },
	{ code: 'from_name', value: ({ from }) => placeName(from, 'zh-CN', 'short'), said: ({ from }, locale) => placeName(from, locale, 'short') },
	{ code: 'to_city', value: ({ to }) => to },
	{ code: 'to_name', value: ({ to }) => placeName(to, 'zh-CN', 'short'), said: ({ to }, locale) => placeName(to, locale, 'short') },
	{ code: 'projects', value: ({ projectIds }) => projectIds.length },
	{ code: 'visits', value: ({ visitIds }) => visitIds.length },
	{ code: 'project_ids', value: ({ projectIds }) => joined(projectIds) || null },
	{ code: 'visit_ids', value: ({ visitIds }) => joined(visitIds) || null }
];

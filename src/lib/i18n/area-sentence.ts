import type { Day } from '#domain/day.ts';
import type { KindMembers } from '#domain/cube.ts';
import type { Locale } from '#domain/locale.ts';
import { formatDay } from './date.ts';
import { memberText } from './member.ts';
import { formatNumber } from './number.ts';
import type { Sentence } from './sentence.ts';

/** What the opening sentence of an area's page is made from. */
export type AreaFacts = {
	readonly at: Day;
	readonly name: string;
	readonly kinds: readonly KindMembers[];
	readonly projects: number | null;
	/** Covered areas out of all, and whether all of them are cities; null for a city or a district. */
	readonly coverage: { readonly covered: number; readonly of: number; readonly cities: boolean } | null;
};

/** The sentence an area's page opens with. */
export function areaSentence(facts: AreaFacts, locale: Locale): Sentence {
	return locale === 'zh-CN' ? areaZh(facts) : areaEn(facts);
}

const total = (kinds: readonly KindMembers[]): number => kinds.reduce((sum, { members }) => sum + members, 0);

function areaZh({ at, name, kinds, projects, coverage }: AreaFacts): Sentence {
	const n = (value: number): string => formatNumber(value, 'zh-CN');
	const members = total(kinds);
	const list = [...kinds].sort((a, b) => b.members - a.members).map(({ kind, members: m }) => `${memberText['zh-CN'].kinds[kind]}${n(m)}家`);
	const tail = projects === null ? '' : projects === 0 ? '；尚无登记的合作项目' : `；登记合作项目${n(projects)}项`;
	if (members === 0) return [{ text: `截至${formatDay(at, 'zh-CN')}，${name}尚无登记成员${tail}。` }];
	return [
		{ text: `截至${formatDay(at, 'zh-CN')}，${name}有登记成员` },
		{ text: n(members), strong: true },
		{ text: `家${list.length > 1 ? `：${list.join('、')}` : ''}` },
		...(coverage ? ([{ text: `；${n(coverage.of)}${coverage.cities ? '座城市' : '个市县'}中覆盖` }, { text: n(coverage.covered), strong: true }, { text: coverage.cities ? '座' : '个' }] as const) : []),
		{ text: `${tail}。` }
	];
}

function areaEn({ at, name, kinds, projects, coverage }: AreaFacts): Sentence {
	const n = (value: number): string => formatNumber(value, 'en');
	const members = total(kinds);
	const tail = projects === null ? '' : projects === 0 ? ', and no project' : `, and ${n(projects)} ${projects === 1 ? 'project' : 'projects'}`;
	const list = [...kinds].sort((a, b) => b.members - a.members).map(({ kind, members: m }) => `${n(m)} ${(m === 1 ? memberText.en.kind : memberText.en.kinds)[kind].toLowerCase()}`);
	if (members === 0) return [{ text: `As of ${formatDay(at, 'en')}, ${name} has no recorded member${tail}.` }];
	return [
		{ text: `As of ${formatDay(at, 'en')}, ${name} has ` },
		{ text: n(members), strong: true },
		{ text: ` recorded ${members === 1 ? 'member' : 'members'}${list.length > 1 ? ` (${list.join(', ')})` : ''}` },
		...(coverage ? ([{ text: ', in ' }, { text: n(coverage.covered), strong: true }, { text: ` of its ${n(coverage.of)} ${coverage.cities ? 'cities' : 'cities and districts'}` }] as const) : []),
		{ text: `${tail}.` }
	];
}

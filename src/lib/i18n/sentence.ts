import type { Day } from '#domain/day.ts';
import type { Locale } from '#domain/locale.ts';
import type { MemberKind } from '#domain/member.ts';
import type { ProjectCategory } from '#domain/project.ts';
import { formatDay, formatMonth } from './date.ts';
import { memberText } from './member.ts';
import { formatNumber } from './number.ts';
import { projectText } from './project.ts';

/** A sentence in pieces; the strong ones are its figures. */
export type Sentence = readonly Piece[];
type Piece = { readonly text: string; readonly strong?: true };

/** What the opening sentence of the dashboard is made from. */
export type OverviewFacts = {
	readonly at: Day;
	/** The part of the region it speaks of; null: the whole alliance. */
	readonly scope: string | null;
	/** The only kind of member it speaks of; null: any. */
	readonly kind: MemberKind | null;
	readonly members: number;
	/** Places with members. `cities`; `areas` where districts are among them; null where the scope is one place. */
	readonly places: { readonly of: 'cities' | 'areas'; readonly covered: number } | null;
	/** Provinces with members, where the whole alliance is meant. */
	readonly provinces: number;
	/** The latest batch that counts at `at`; place and the number of cities its members come from, where known. */
	readonly latest: { readonly on: Day; readonly place: string | null; readonly members: number; readonly cities: number } | null;
	/** What else the view shows, after the members. */
	readonly more: readonly More[];
};

/**
 * What a view says beside its members: projects of a category (null: any) and the cities they name (null: not said),
 * the cities that projects link, the year of the newest join, whole years since it.
 */
export type More =
	| { readonly of: 'projects'; readonly category: ProjectCategory | null; readonly projects: number; readonly cities: number | null }
	| { readonly of: 'reached'; readonly cities: number }
	| { readonly of: 'newest'; readonly year: number }
	| { readonly of: 'since'; readonly years: number };

const CHINESE_DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** Small counts as a Chinese writer puts them in running text: 六座城市, 两家. */
function chinese(n: number): string {
	return n === 2 ? '两' : (CHINESE_DIGITS[n] ?? String(n));
}

const ENGLISH = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

function english(n: number): string {
	return ENGLISH[n] ?? String(n);
}

/** 三省一市 for all four province-level units, otherwise their number. */
function provincesZh(n: number): string {
	return n === 4 ? '三省一市' : `${chinese(n)}个省市`;
}

/** The sentence the dashboard opens with: it changes with what is filtered, what the map shows, and the day. */
export function overviewSentence(facts: OverviewFacts, locale: Locale): Sentence {
	return locale === 'zh-CN' ? overviewZh(facts) : overviewEn(facts);
}

function figure(n: number, locale: Locale): Piece {
	return { text: formatNumber(n, locale), strong: true };
}

function overviewZh({ at, scope, kind, members, places, provinces, latest, more }: OverviewFacts): Sentence {
	const day = formatDay(at, 'zh-CN');
	const of = kind === null ? '' : `${memberText['zh-CN'].kinds[kind]}类`;
	const rest = [...more.flatMap((each): Piece[] => [{ text: '；' }, ...moreZh(each)])];
	if (members === 0) return [{ text: `截至${day}，${scope ?? '联盟'}尚无登记${of && `的${of}`}成员` }, ...rest, { text: '。' }];
	const unit = places?.of === 'areas' ? '个市县' : '座城市';
	const where: Piece[] =
		places === null
			? [{ text: '家' }]
			: places.covered === 0
				? [{ text: '家，所在城市均待核实' }]
				: [{ text: scope === null ? `家，分布在${provincesZh(provinces)}的` : '家，分布在' }, figure(places.covered, 'zh-CN'), { text: unit }];
	return [{ text: `截至${day}，${scope ?? '联盟'}${scope === null ? '已登记' : '有登记'}${of}成员` }, figure(members, 'zh-CN'), ...where, ...latestZh(latest), ...rest, { text: '。' }];
}

function latestZh(latest: OverviewFacts['latest']): Piece[] {
	if (!latest) return [];
	const where = latest.place ? `在${latest.place}` : '';
	const from = latest.cities > 1 ? `，来自${chinese(latest.cities)}座城市` : '';
	return [{ text: `；最近一批${formatNumber(latest.members, 'zh-CN')}家于${formatMonth(latest.on, 'zh-CN')}${where}加盟${from}` }];
}

function moreZh(more: More): Piece[] {
	switch (more.of) {
		case 'projects': {
			const of = more.category === null ? '' : `「${projectText['zh-CN'].categories[more.category]}」类`;
			if (more.projects === 0) return [{ text: `尚无登记的${of}合作项目` }];
			const cities: Piece[] = more.cities === null ? [] : [{ text: '，涉及' }, figure(more.cities, 'zh-CN'), { text: '座城市' }];
			return [{ text: `登记${of}合作项目` }, figure(more.projects, 'zh-CN'), { text: '项' }, ...cities];
		}
		case 'reached':
			return more.cities === 0 ? [{ text: '尚无合作项目把不同城市连接起来' }] : [{ text: '有合作项目与其他城市相连的城市' }, figure(more.cities, 'zh-CN'), { text: '座' }];
		case 'newest':
			return [{ text: '最近一次加盟在' }, { text: String(more.year), strong: true }, { text: '年' }];
		case 'since':
			return more.years === 0 ? [{ text: '距最近一次加盟不满一年' }] : [{ text: '距最近一次加盟已满' }, figure(more.years, 'zh-CN'), { text: '年' }];
	}
}

function overviewEn({ at, scope, kind, members, places, provinces, latest, more }: OverviewFacts): Sentence {
	const start = `As of ${formatDay(at, 'en')}, ${scope ?? 'the alliance'} has `;
	const rest = more.flatMap((each): Piece[] => [{ text: '; ' }, ...moreEn(each)]);
	if (members === 0) return [{ text: `${start}no recorded ${membersEn(kind, 1)}` }, ...rest, { text: '.' }];
	const all = provinces === 4 ? 'in all three provinces and Shanghai' : `in ${english(provinces)} of the four province-level units`;
	const one = places?.covered === 1;
	const unit = places?.of === 'areas' ? (one ? ' area' : ' areas') : one ? ' city' : ' cities';
	const where: Piece[] =
		places === null
			? []
			: places.covered === 0
				? [{ text: ', none of them placed in a city yet' }]
				: [{ text: ' in ' }, figure(places.covered, 'en'), { text: `${unit}${scope === null ? `, ${all}` : ''}` }];
	return [{ text: start }, figure(members, 'en'), { text: ` recorded ${membersEn(kind, members)}` }, ...where, ...latestEn(latest), ...rest, { text: '.' }];
}

/** members, parks, member of another kind. */
function membersEn(kind: MemberKind | null, n: number): string {
	if (kind === null) return n === 1 ? 'member' : 'members';
	if (kind === 'other') return n === 1 ? 'member of another kind' : 'members of other kinds';
	return (n === 1 ? memberText.en.kind : memberText.en.kinds)[kind].toLowerCase();
}

function latestEn(latest: OverviewFacts['latest']): Piece[] {
	if (!latest) return [];
	const from = latest.cities > 1 ? `, from ${english(latest.cities)} cities` : '';
	return [{ text: `; the latest ${english(latest.members)} joined${latest.place ? ` in ${latest.place}` : ''} in ${formatMonth(latest.on, 'en')}${from}` }];
}

function moreEn(more: More): Piece[] {
	switch (more.of) {
		case 'projects': {
			const of = more.category === null ? '' : ` of the category “${projectText.en.categories[more.category]}”`;
			if (more.projects === 0) return [{ text: `no project${of} is recorded` }];
			const cities: Piece[] = more.cities === null ? [] : [{ text: ' in ' }, figure(more.cities, 'en'), { text: more.cities === 1 ? ' city' : ' cities' }];
			return [figure(more.projects, 'en'), { text: more.projects === 1 ? ` project${of} is recorded` : ` projects${of} are recorded` }, ...cities];
		}
		case 'reached':
			return more.cities === 0 ? [{ text: 'no project links its cities to others yet' }] : [{ text: 'projects link ' }, figure(more.cities, 'en'), { text: more.cities === 1 ? ' city to others' : ' cities to others' }];
		case 'newest':
			return [{ text: 'the newest join was in ' }, { text: String(more.year), strong: true }];
		case 'since':
			return more.years === 0
				? [{ text: 'the last join was less than a year ago' }]
				: [figure(more.years, 'en'), { text: more.years === 1 ? ' year has passed since the last join' : ' years have passed since the last join' }];
	}
}

/** A sentence as plain text: the description of a picture, the caption of an export. */
export function plainText(sentence: Sentence): string {
	return sentence.map(({ text }) => text).join('');
}

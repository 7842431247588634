import type { Day } from '#domain/day.ts';
import type { Locale } from '#domain/locale.ts';
import { formatDay, formatMonth } from './date.ts';
import { formatNumber } from './number.ts';

/** A sentence in pieces; the strong ones are its figures. */
export type Sentence = readonly { readonly text: string; readonly strong?: true }[];

/** What the opening sentence of the dashboard is made from. */
export type OverviewFacts = {
	readonly at: Day;
	/** The part of the region it speaks of; null: the whole alliance. */
	readonly scope: string | null;
	readonly members: number;
	readonly cities: number;
	readonly provinces: number;
	/** The latest batch that counts at `at`; place and the number of cities its members come from, where known. */
	readonly latest: { readonly on: Day; readonly place: string | null; readonly members: number; readonly cities: number } | null;
};

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

/** The sentence the dashboard opens with. */
export function overviewSentence(facts: OverviewFacts, locale: Locale): Sentence {
	return locale === 'zh-CN' ? overviewZh(facts) : overviewEn(facts);
}

function overviewZh({ at, scope, members, cities, provinces, latest }: OverviewFacts): Sentence {
	const day = formatDay(at, 'zh-CN');
	if (members === 0) return [{ text: `截至${day}，${scope ?? '联盟'}尚无登记成员。` }];
	const head: Sentence = [
		{ text: scope === null ? `截至${day}，联盟已登记成员` : `截至${day}，${scope}有登记成员` },
		{ text: formatNumber(members, 'zh-CN'), strong: true },
		...(cities > 0
			? ([{ text: scope === null ? `家，分布在${provincesZh(provinces)}的` : '家，分布在' }, { text: formatNumber(cities, 'zh-CN'), strong: true }, { text: '座城市' }] as const)
			: ([{ text: '家，所在城市均待核实' }] as const))
	];
	if (!latest) return [...head, { text: '。' }];
	const where = latest.place ? `在${latest.place}` : '';
	const from = latest.cities > 1 ? `，来自${chinese(latest.cities)}座城市` : '';
	return [...head, { text: `；最近一批${formatNumber(latest.members, 'zh-CN')}家于${formatMonth(latest.on, 'zh-CN')}${where}加盟${from}。` }];
}

function overviewEn({ at, scope, members, cities, provinces, latest }: OverviewFacts): Sentence {
	const day = formatDay(at, 'en');
	if (members === 0) return [{ text: `As of ${day} ${scope ?? 'the alliance'} has no recorded member.` }];
	const where = provinces === 4 ? 'in all three provinces and Shanghai' : `in ${english(provinces)} of the four province-level units`;
	const head: Sentence = [
		{ text: `As of ${day} ${scope ?? 'the alliance'} has ` },
		{ text: formatNumber(members, 'en'), strong: true },
		{ text: members === 1 ? ' recorded member' : ' recorded members' },
		...(cities > 0
			? ([{ text: ' in ' }, { text: formatNumber(cities, 'en'), strong: true }, { text: `${cities === 1 ? ' city' : ' cities'}${scope === null ? `, ${where}` : ''}` }] as const)
			: ([{ text: ', none of them placed in a city yet' }] as const))
	];
	if (!latest) return [...head, { text: '.' }];
	const from = latest.cities > 1 ? `, from ${english(latest.cities)} cities` : '';
	return [
		...head,
		{ text: `; the latest ${english(latest.members)} joined${latest.place ? ` in ${latest.place}` : ''} in ${formatMonth(latest.on, 'en')}${from}.` }
	];
}

/** A sentence as plain text: the description of a picture, the caption of an export. */
export function plainText(sentence: Sentence): string {
	return sentence.map(({ text }) => text).join('');
}

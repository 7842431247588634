import type { Locale } from '#domain/locale.ts';
import type { ClassChoice } from '#domain/metric.ts';
import type { Adcode } from '#domain/place.ts';
import type { Region } from '#geo/regions/region.ts';
import { mapText } from '#lib/i18n/map.ts';
import { memberText } from '#lib/i18n/member.ts';
import { formatNumber } from '#lib/i18n/number.ts';
import { classify, stepOf, type Classes } from './classes.ts';
import type { KindCount, SceneArea } from './scene.ts';

export type MemberAreasInput = {
	/** The areas of the picture, in code order. */
	readonly regions: readonly Region[];
	/** Members of an area by kind, in the order of MEMBER_KINDS; null where the number is not known. */
	readonly kindsOf: (code: Adcode) => readonly KindCount[] | null;
	readonly hrefOf: (code: Adcode) => string | null;
	readonly locale: Locale;
	/** How the reader wants the classes; null or left out: as fits members. */
	readonly choice?: ClassChoice | null;
	/** Areas outside the subject. */
	readonly muted?: (code: Adcode) => boolean;
};

/** The areas of a map shaded by their members, and the classes of the shades (for the legend). */
export function memberAreas(input: MemberAreasInput): { areas: SceneArea[]; classes: Classes } {
	const { regions, locale, choice = null } = input;
	const counted = regions.map(({ adcode }) => {
		const kinds = input.kindsOf(adcode);
		return { kinds: kinds ?? [], value: kinds && kinds.reduce((sum, { members }) => sum + members, 0) };
	});
	const classes = classify(counted.map(({ value }) => value), choice);
	const areas = regions.map((region, i) => {
		const { kinds, value } = counted[i] as (typeof counted)[number];
		return {
			...namedArea(region, input),
			value,
			step: stepOf(classes, value),
			title: areaTitle(fullName(region, locale), value, kinds, locale),
			kinds: kinds.filter(({ members }) => members > 0)
		};
	});
	return { areas, classes };
}

/** What an area has whatever it is shaded by. */
export function namedArea(region: Region, { regions, hrefOf, locale, muted }: Omit<MemberAreasInput, 'kindsOf'>) {
	return {
		code: region.adcode,
		name: locale === 'en' ? region.en : region.zhShort,
		href: hrefOf(region.adcode),
		pinyin: region.pinyin,
		initials: region.initials,
		neighbours: region.neighbours.filter((code) => regions.some(({ adcode }) => adcode === code)),
		...(muted?.(region.adcode) && { muted: true })
	};
}

/** 无锡市 / Suzhou (Jiangsu). */
export function fullName(region: Region, locale: Locale): string {
	return locale === 'en' ? region.enFull : region.zh;
}

/** What an area says in words: name, members and their kinds. */
export function areaTitle(name: string, value: number | null, kinds: readonly KindCount[], locale: Locale): string {
	const text = mapText[locale];
	if (value === null) return text.areaUnknown(name);
	if (value === 0) return text.areaNone(name);
	return text.areaTitle(name, formatNumber(value, locale), kindWords(kinds, locale));
}

/** 研究院所 3 家 / Research institutes 3, for each kind that is there. */
export function kindWords(kinds: readonly KindCount[], locale: Locale): string[] {
	return kinds
		.filter(({ members }) => members > 0)
		.map(({ kind, members }) =>
			mapText[locale].kindCount(memberText[locale].kinds[kind], formatNumber(members, locale))
		);
}

import { inLocale, type Bilingual, type Locale } from '#domain/locale.ts';
import type { MemberKind } from '#domain/member.ts';
import type { Adcode } from '#domain/place.ts';
import type { Contribution } from '#domain/whitespace.ts';
import { city } from '#geo/regions/city.ts';
import { regionName } from '#geo/regions/name.ts';
import { province } from '#geo/regions/province.ts';
import { memberText } from '#lib/i18n/member.ts';
import { formatNumber, formatShare } from '#lib/i18n/number.ts';
import { kindInWords, whitespaceText } from '#lib/i18n/whitespace.ts';

/** The names that reasons speak of, by identifier. */
export type SpaceNames = {
	readonly groups: Readonly<Record<string, Bilingual>>;
	/** `days`: since when it has stood in its stage. */
	readonly prospects: Readonly<Record<string, { readonly name: Bilingual; readonly days: number }>>;
};

/** More names than this are told by their number. */
const MOST_NAMES = 3;

/** A reason in words, with everything it counts: 相邻 6 市中 4 市已有成员（苏州、常州、湖州等 4 家）. */
export function reasonWords(reason: Contribution, kind: MemberKind | null, names: SpaceNames, locale: Locale): string {
	const t = whitespaceText[locale];
	const n = (value: number): string => formatNumber(value, locale);
	switch (reason.reason) {
		case 'whole':
			return t.whole;
		case 'neighbours': {
			const list = reason.covered.map((code) => cityName(code, locale)).join(t.listSeparator);
			const [covered, of] = [n(reason.covered.length), n(reason.of)];
			return kind === null ? t.neighbours(covered, of, list) : t.neighboursOfKind(covered, of, kindInWords(kind, locale), list);
		}
		case 'zone':
			return t.zone(groupName(reason.group, names, locale));
		case 'groups':
			return t.groups(reason.groups.map((id) => groupName(id, names, locale)).join(t.listSeparator));
		case 'prospect': {
			const list = prospectList(reason.prospects, names, locale);
			const chance = formatShare(reason.chance, locale);
			return reason.prospects.length === 1 ? t.prospect(list, chance) : t.prospects(n(reason.prospects.length), list, chance);
		}
		case 'stalled':
			return reason.prospects
				.slice(0, MOST_NAMES)
				.map((id) => t.idle(prospectName(id, names, locale), n(names.prospects[id]?.days ?? 0)))
				.join(t.stalledSeparator);
		case 'kind': {
			const region = province(reason.province);
			return t.kindMissing(region ? regionName(region, locale, 'short') : reason.province, kind === null ? '' : kindInWords(kind, locale));
		}
		case 'projects':
			return t.projects(n(reason.projects));
		case 'partners':
			return t.partners(n(reason.partners));
	}
}

function prospectList(ids: readonly string[], names: SpaceNames, locale: Locale): string {
	const t = whitespaceText[locale];
	const list = ids.slice(0, MOST_NAMES).map((id) => prospectName(id, names, locale)).join(t.listSeparator);
	return ids.length > MOST_NAMES ? t.others(list, formatNumber(ids.length, locale)) : list;
}

function prospectName(id: string, names: SpaceNames, locale: Locale): string {
	const found = names.prospects[id];
	return found ? inLocale(found.name, locale) : id;
}

function groupName(id: string, names: SpaceNames, locale: Locale): string {
	const found = names.groups[id];
	return found ? inLocale(found, locale) : id;
}

function cityName(code: Adcode, locale: Locale): string {
	const region = city(code);
	return region ? regionName(region, locale, 'short') : code;
}

/** The place and kind of a white space in one phrase: 湖州 · 高校. */
export function spaceName({ city: code, kind }: { readonly city: Adcode; readonly kind: MemberKind | null }, locale: Locale): string {
	return kind === null ? cityName(code, locale) : `${cityName(code, locale)} · ${memberText[locale].kinds[kind]}`;
}

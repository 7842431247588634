import { inLocale, type Bilingual, type Locale } from '#domain/locale.ts';
import type { MemberItem } from '#domain/public.ts';
import type { Subject } from '#domain/playlist.ts';
import { formatNumber } from '#lib/i18n/number.ts';
import { overviewText } from '#lib/i18n/overview.ts';
import { wallText } from '#lib/i18n/wall.ts';
import type { AreaView } from '#lib/picture/area-view.ts';
import type { WallList, WallMember, WallView, Worded } from '#lib/picture/wall/turn.ts';
import { cityPage } from './area-city.ts';
import { groupPage } from './area-group.ts';
import { provincePage } from './area-province.ts';
import { placeName } from './place-name.ts';
import type { Reading } from './reading.ts';

/** More members than the largest wall has room for. */
const MOST = 40;

/** A text in the language of the page, or in Chinese where there is no other. */
export function worded(text: Bilingual, locale: Locale): Worded {
	return { text: inLocale(text, locale), lang: locale === 'en' && text.en === null ? 'zh-CN' : null };
}

/** The view of a province, city or region group; null when there is none. Shanghai is shown as the city it is. */
export async function areaOnWall(reading: Reading, subject: Extract<Subject, { code: string } | { id: string }>): Promise<WallView | null> {
	// A wall shows the beginning of each list, whatever page of it the address names.
	const whole = { ...reading, view: { ...reading.view, after: null } };
	const area =
		'id' in subject
			? await groupPage(whole, subject.id)
			: subject.kind === 'city'
				? await cityPage(whole, subject.code)
				: ((await provincePage(whole, subject.code)) ?? (await cityPage(whole, subject.code)));
	if (!area) return null;
	const map = area.map.ok ? area.map.value : null;
	return {
		sheet: 'full',
		title: { text: area.name, lang: null },
		time: null,
		words: area.sentence,
		figures: area.figures,
		map: map && {
			picture: map.picture,
			scene: map.scene,
			unplaced: map.unplaced,
			legend: {
				of: 'values',
				metric: 'members',
				classes: map.classes,
				kinds: area.kinds.map(({ kind }) => kind),
				arcs: map.scene.links.length > 0 ? overviewText[reading.locale].linksLegend : null
			}
		},
		growth: null,
		members: area.members.ok ? membersIn(area, area.members.value, reading.locale) : null,
		events: null
	};
}

function membersIn(area: AreaView, { items, total }: Members, locale: Locale): WallList<WallMember> {
	const place = ({ district }: MemberItem): string | null => district && inLocale(district, locale);
	const within = area.level === 'city' || area.level === 'district';
	return memberList(wallText[locale].members(formatNumber(total, locale)), { items, total }, locale, within ? place : undefined);
}

type Members = { readonly items: readonly MemberItem[]; readonly total: number };

/** Members for a list of the wall, each with its city unless another place is given. */
export function memberList(title: string, { items, total }: Members, locale: Locale, place = cityOf): WallList<WallMember> {
	return {
		title,
		items: items.slice(0, MOST).map((item) => ({
			id: item.member.id,
			name: worded(item.member.name, locale),
			kind: item.member.kind,
			place: place(item, locale)
		})),
		total
	};
}

function cityOf({ member }: MemberItem, locale: Locale): string | null {
	return member.city && placeName(member.city, locale, 'short');
}

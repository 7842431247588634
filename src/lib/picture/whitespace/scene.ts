import type { Locale } from '#domain/locale.ts';
import type { Adcode } from '#domain/place.ts';
import type { MemberKind } from '#domain/member.ts';
import type { View } from '#domain/view.ts';
import type { WhiteSpace } from '#domain/whitespace.ts';
import { cities } from '#geo/regions/city.ts';
import { linkTo } from '#lib/i18n/address.ts';
import { filterText } from '#lib/i18n/filter.ts';
import { memberText } from '#lib/i18n/member.ts';
import { formatNumber } from '#lib/i18n/number.ts';
import { formatPoints, whitespaceText } from '#lib/i18n/whitespace.ts';
import { classify, stepOf, type Classes } from '../map/classes.ts';
import { fullName, namedArea } from '../map/member-areas.ts';
import type { Scene, SceneArea } from '../map/scene.ts';

/** The best white space of a city, of which there are `spaces`. */
export type CityScore = { readonly code: Adcode; readonly kind: MemberKind | null; readonly tenths: number; readonly spaces: number };

/** The best white space of each city that has any, in the order of the ranking. */
export function cityScores(spaces: readonly Pick<WhiteSpace, 'city' | 'kind' | 'tenths'>[]): CityScore[] {
	return [...Map.groupBy(spaces, ({ city }) => city)].map(([code, own]) => ({ code, kind: own[0]!.kind, tenths: own[0]!.tenths, spaces: own.length }));
}

/**
 * The map of scores: each city by its best white space, in whole points, a place on the ranking where it scores anything.
 * A city leads to its own white spaces. `inScope` null: all cities are meant.
 */
export function scoreScene(scores: readonly CityScore[], inScope: ReadonlySet<Adcode> | null, locale: Locale, view: View): { scene: Scene; classes: Classes } {
	const t = whitespaceText[locale];
	const byCode = new Map(scores.map((score) => [score.code, score]));
	const points = (tenths: number): number => Math.max(1, Math.round(tenths / 10));
	const classes = classify(scores.map(({ tenths }) => points(tenths)), { method: 'quantile' });
	const { kind, province, group, spaces, weights } = view;
	const areas = cities.map((region): SceneArea => {
		const score = byCode.get(region.adcode);
		const outside = inScope !== null && !inScope.has(region.adcode);
		const said = outside ? filterText[locale].outsideShort : score ? t.areaScore(formatPoints(score.tenths, locale), score.kind === null ? t.wholeCity : memberText[locale].kinds[score.kind]) : t.areaNone;
		return {
			...namedArea(region, { regions: cities, hrefOf: (city) => linkTo('/staff/next', locale, view, { kind, province, group, spaces, weights, city }), locale }),
			...(outside && { muted: true }),
			value: score ? score.tenths / 10 : 0,
			step: score ? stepOf(classes, points(score.tenths)) : 0,
			title: `${fullName(region, locale)}${locale === 'en' ? ': ' : '：'}${said}`,
			figure: score ? formatPoints(score.tenths, locale) : null,
			said,
			kinds: []
		};
	});
	return { scene: { areas, outlines: [], links: [], dots: [], caption: t.mapCaption(formatNumber(scores.length, locale)) }, classes };
}

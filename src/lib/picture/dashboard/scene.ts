import { kindsAt, type Cube, type KindMembers } from '#domain/cube.ts';
import type { Day } from '#domain/day.ts';
import type { Locale } from '#domain/locale.ts';
import type { Adcode } from '#domain/place.ts';
import type { View } from '#domain/view.ts';
import { cities } from '#geo/regions/city.ts';
import { linkTo } from '#lib/i18n/address.ts';
import { formatNumber } from '#lib/i18n/number.ts';
import { overviewText } from '#lib/i18n/overview.ts';
import type { Classes } from '../map/classes.ts';
import { memberAreas } from '../map/member-areas.ts';
import type { Scene, SceneLink, SceneOutline } from '../map/scene.ts';

export type RegionSceneInput = {
	readonly cube: Cube;
	readonly at: Day;
	readonly locale: Locale;
	/** Its kind restricts what is counted; the rest goes into the addresses. */
	readonly view: View;
	readonly links: readonly SceneLink[];
	readonly outlines?: readonly SceneOutline[];
	readonly muted?: (code: Adcode) => boolean;
	/** Members of a city by kind where not all of it is meant; left out: the whole city. */
	readonly kindsOf?: (code: Adcode) => readonly KindMembers[];
};

/** What a map of the whole region shows: members by city, lines between cities, outlines of groups. */
export function regionScene({ cube, at, locale, view, links, outlines = [], muted, kindsOf }: RegionSceneInput): { scene: Scene; classes: Classes } {
	const { areas, classes } = memberAreas({
		regions: cities,
		kindsOf: kindsOf ?? ((code) => kindsAt(cube, at, { places: [code], kind: view.kind ?? undefined })),
		hrefOf: (code) => linkTo(`/cities/${code}`, locale, view),
		locale,
		...(muted && { muted })
	});
	const covered = areas.filter(({ value }) => (value ?? 0) > 0).length;
	const caption = overviewText[locale].mapCaption(formatNumber(cities.length, locale), formatNumber(covered, locale));
	return { scene: { areas, outlines, links, dots: [], caption }, classes };
}

import type { Locale } from '#domain/locale.ts';
import type { Adcode } from '#domain/place.ts';
import { cities } from '#geo/regions/city.ts';
import { fullName, namedArea } from '../map/member-areas.ts';
import type { Scene, SceneDot, SceneLink } from '../map/scene.ts';

/** What a record has on the map of the region: the cities it lies in, the lines between them, the points known. */
export type Places = { readonly cities: readonly Adcode[]; readonly links: readonly SceneLink[]; readonly dots: readonly SceneDot[] };

/** The region with the cities of a record shaded and named, all others faint; `caption` says what it is. */
export function placeScene({ cities: marked, links, dots }: Places, caption: string, locale: Locale): Scene {
	const areas = cities.map((region) => {
		const isMarked = marked.includes(region.adcode);
		return {
			...namedArea(region, { regions: cities, hrefOf: () => null, locale }),
			value: isMarked ? 1 : 0,
			step: isMarked ? (3 as const) : (0 as const),
			title: fullName(region, locale),
			// Named as what is shown, with no number behind the name.
			figure: isMarked ? '' : null,
			kinds: []
		};
	});
	return { areas, outlines: [], links, dots, caption };
}

import { coverageOf } from '#domain/coverage.ts';
import { kindsAt, membersAt } from '#domain/cube.ts';
import type { Adcode } from '#domain/place.ts';
import { areaPicture } from '#geo/regions/area-picture.ts';
import { citiesOf } from '#geo/regions/city.ts';
import { regionName } from '#geo/regions/name.ts';
import { province } from '#geo/regions/province.ts';
import { linkTo } from '#lib/i18n/address.ts';
import { areaText } from '#lib/i18n/area.ts';
import { commonText } from '#lib/i18n/common.ts';
import { formatNumber } from '#lib/i18n/number.ts';
import { overviewText } from '#lib/i18n/overview.ts';
import { pairLinks, pairsAt } from '#lib/picture/dashboard/links.ts';
import { memberAreas } from '#lib/picture/map/member-areas.ts';
import type { Scene } from '#lib/picture/map/scene.ts';
import type { AreaView } from '#lib/picture/area-view.ts';
import { areaCommon } from './area.ts';
import { accounted } from './area-figure.ts';
import { cityCube } from './cube.ts';
import { dashboardFacts } from './dashboard.ts';
import { part } from './part.ts';
import type { Reading } from './reading.ts';

/** A province's page: its cities, members, projects. Null when the code is no province, or Shanghai, which is a city. */
export async function provincePage(reading: Reading, code: Adcode): Promise<AreaView | null> {
	const region = province(code);
	const cities = citiesOf(code);
	if (!region || cities.length === 1) return null;
	const { at, locale, view } = reading;
	const cube = await cityCube(reading);
	const codes = cities.map(({ adcode }) => adcode);
	const coverage = coverageOf(cube, at, codes);
	const common = await areaCommon(reading, {
		name: regionName(region, locale, 'full'),
		areas: codes,
		kinds: kindsAt(cube, at, { places: codes }),
		coverage,
		cities: codes
	});
	return {
		...common,
		until: at,
		...accounted(common.figures, locale),
		level: 'province',
		code,
		trail: [{ href: '/', text: commonText[locale].home }],
		mapHint: areaText[locale].mapHintProvince,
		map: await part('map', async () => {
			const { areas, classes } = memberAreas({
				regions: cities,
				kindsOf: (city) => kindsAt(cube, at, { places: [city], kind: view.kind ?? undefined }),
				hrefOf: (city) => linkTo(`/cities/${city}`, locale, view),
				locale
			});
			const facts = await dashboardFacts(reading);
			const pairs = pairsAt(facts, at).filter(({ a, b }) => codes.includes(a) && codes.includes(b));
			const scene: Scene = {
				areas,
				outlines: [],
				links: pairLinks(pairs, facts.seat, locale, view),
				dots: [],
				caption: overviewText[locale].mapCaption(formatNumber(codes.length, locale), formatNumber(coverage.covered.length, locale))
			};
			return { picture: (await areaPicture(code)) ?? null, scene, classes, unplaced: 0 };
		}),
		reach: null,
		subareas: cities.map((city) => ({
			href: `/cities/${city.adcode}`,
			name: regionName(city, locale, 'short'),
			members: membersAt(cube, at, { places: [city.adcode] })
		})),
		neighbours: [],
		scope: null,
		groups: []
	};
}

import { coverageOf } from '#domain/coverage.ts';
import { kindsAt, membersAt, type Cube } from '#domain/cube.ts';
import type { Adcode } from '#domain/place.ts';
import { areaPicture } from '#geo/regions/area-picture.ts';
import { city } from '#geo/regions/city.ts';
import { districtsOf } from '#geo/regions/district.ts';
import { regionName } from '#geo/regions/name.ts';
import { province } from '#geo/regions/province.ts';
import type { City } from '#geo/regions/region.ts';
import { linkTo } from '#lib/i18n/address.ts';
import { areaText } from '#lib/i18n/area.ts';
import { commonText } from '#lib/i18n/common.ts';
import { formatNumber } from '#lib/i18n/number.ts';
import { overviewText } from '#lib/i18n/overview.ts';
import { pairLinks, pairsAt } from '#lib/picture/dashboard/links.ts';
import { regionScene } from '#lib/picture/dashboard/scene.ts';
import { memberAreas } from '#lib/picture/map/member-areas.ts';
import type { Scene } from '#lib/picture/map/scene.ts';
import type { AreaView } from '#lib/picture/area-view.ts';
import { areaCommon, groupsOf, neighbourFigure, neighbourRows } from './area.ts';
import { accounted, type AreaFigure } from './area-figure.ts';
import { cityCube, districtCube } from './cube.ts';
import { dotsIn } from './dots.ts';
import { part } from './part.ts';
import { placeName } from './place-name.ts';
import type { Reading } from './reading.ts';
import { dashboardFacts } from './dashboard.ts';

/** A city's page: its districts, members, projects and what they reach. Null when the code is no city. */
export async function cityPage(reading: Reading, code: Adcode): Promise<AreaView | null> {
	const region = city(code);
	if (!region) return null;
	const { at, locale } = reading;
	const cube = await cityCube(reading);
	const within = districtsOf(code).map(({ adcode }) => adcode);
	const byDistrict = await districtCube(reading);
	const kinds = kindsAt(cube, at, { places: [code] });
	const districts = coverageOf(byDistrict, at, within);
	const placed = membersAt(byDistrict, at, { places: within });
	const unplaced = membersAt(cube, at, { places: [code] }) - placed;
	const common = await areaCommon(reading, { name: regionName(region, locale, 'full'), areas: [code], kinds, coverage: null, cities: [code] });
	const neighbours = await neighbourRows(reading, region.neighbours);
	const t = areaText[locale];
	const n = (value: number): string => formatNumber(value, locale);
	const figures: AreaFigure[] = [
		...common.figures,
		{ id: 'districts', label: t.districts, value: n(districts.covered.length), of: overviewText[locale].of(n(within.length)), ...(unplaced > 0 && { note: t.districtsNote(n(unplaced)) }) },
		...neighbourFigure(neighbours, locale)
	];
	return {
		...common,
		until: at,
		level: 'city',
		code,
		trail: trailOf(region, reading),
		...accounted(figures, locale),
		mapHint: t.mapHintCity,
		map: await part('map', async () => {
			const { scene, ...rest } = districtScene(reading, region, byDistrict, unplaced);
			return { ...rest, picture: (await areaPicture(code)) ?? null, scene: { ...scene, dots: await dotsIn(reading, code) } };
		}),
		reach: await part('reach', async () => reachOf(reading, cube, code)),
		subareas: within.map((adcode) => ({
			href: `/districts/${adcode}`,
			name: placeName(adcode, locale, 'short'),
			members: membersAt(byDistrict, at, { places: [adcode] })
		})),
		neighbours,
		scope: null,
		groups: await groupsOf(reading, [code, ...within])
	};
}

/** The way from the whole region to a city. */
export function trailOf(region: City, { locale }: Pick<Reading, 'locale'>): { href: string; text: string }[] {
	const above = province(region.province);
	const home = { href: '/', text: commonText[locale].home };
	return above && above.adcode !== region.adcode ? [home, { href: `/provinces/${above.adcode}`, text: regionName(above, locale, 'full') }] : [home];
}

/** What a map of a city's districts shows. `unplaced`: its members whose district is not verified. */
export function districtScene(reading: Reading, region: City, byDistrict: Cube, unplaced: number, subject?: Adcode) {
	const { at, locale, view } = reading;
	const { areas, classes } = memberAreas({
		regions: districtsOf(region.adcode),
		kindsOf: (code) => kindsAt(byDistrict, at, { places: [code], kind: view.kind ?? undefined }),
		hrefOf: (code) => linkTo(`/districts/${code}`, locale, view),
		locale,
		...(subject && { muted: (code: Adcode) => code !== subject })
	});
	const covered = areas.filter(({ value }) => (value ?? 0) > 0).length;
	const scene: Scene = {
		areas,
		outlines: [],
		links: [],
		dots: [],
		caption: overviewText[locale].districtCaption(regionName(region, locale, 'full'), formatNumber(areas.length, locale), formatNumber(covered, locale))
	};
	return { scene, classes, unplaced };
}

async function reachOf(reading: Reading, cube: Cube, code: Adcode) {
	const { at, locale, view } = reading;
	const pairs = pairsAt(await dashboardFacts(reading), at, { of: code });
	if (pairs.length === 0) return null;
	const reached = new Set([code, ...pairs.flatMap(({ a, b }) => [a, b])]);
	const { scene } = regionScene({ cube, at, locale, view, links: pairLinks(pairs, code, locale, view), muted: (other) => !reached.has(other) });
	return { scene };
}

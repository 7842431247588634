import { kindsAt, membersAt } from '#domain/cube.ts';
import type { Adcode } from '#domain/place.ts';
import { areaPicture } from '#geo/regions/area-picture.ts';
import { city } from '#geo/regions/city.ts';
import { district, districtsOf } from '#geo/regions/district.ts';
import { regionName } from '#geo/regions/name.ts';
import { areaText } from '#lib/i18n/area.ts';
import type { AreaView } from '#lib/picture/area-view.ts';
import { areaCommon, groupsOf, neighbourFigure } from './area.ts';
import { accounted } from './area-figure.ts';
import { districtScene, trailOf } from './area-city.ts';
import { cityCube, districtCube } from './cube.ts';
import { dotsIn } from './dots.ts';
import { part } from './part.ts';
import { placeName } from './place-name.ts';
import type { Reading } from './reading.ts';

/** A district's page: its members, on the map of its city. Null when the code is no district. */
export async function districtPage(reading: Reading, code: Adcode): Promise<AreaView | null> {
	const region = district(code);
	const above = region && city(region.city);
	if (!region || !above) return null;
	const { at, locale } = reading;
	const byDistrict = await districtCube(reading);
	const siblings = districtsOf(above.adcode).map(({ adcode }) => adcode);
	const unplaced = membersAt(await cityCube(reading), at, { places: [above.adcode] }) - membersAt(byDistrict, at, { places: siblings });
	const common = await areaCommon(reading, {
		name: regionName(region, locale, 'full'),
		areas: [code],
		kinds: kindsAt(byDistrict, at, { places: [code] }),
		coverage: null,
		cities: []
	});
	const neighbours = region.neighbours.map((neighbour) => ({
		href: `/districts/${neighbour}`,
		name: placeName(neighbour, locale),
		members: membersAt(byDistrict, at, { places: [neighbour] })
	}));
	return {
		...common,
		until: at,
		...accounted([...common.figures, ...neighbourFigure(neighbours, locale)], locale),
		level: 'district',
		code,
		trail: [...trailOf(above, reading), { href: `/cities/${above.adcode}`, text: regionName(above, locale, 'full') }],
		mapHint: areaText[locale].mapHintDistrict,
		map: await part('map', async () => {
			const { scene, ...rest } = districtScene(reading, above, byDistrict, unplaced, code);
			const dots = await dotsIn(reading, above.adcode);
			return { ...rest, picture: (await areaPicture(above.adcode)) ?? null, scene: { ...scene, dots } };
		}),
		reach: null,
		subareas: [],
		neighbours,
		scope: null,
		groups: await groupsOf(reading, [code, above.adcode])
	};
}

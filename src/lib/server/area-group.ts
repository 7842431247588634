import { regionGroupById } from '#db/queries/region-group.ts';
import { citationsOf } from '#db/queries/source.ts';
import { kindsAt, membersAt, type KindMembers } from '#domain/cube.ts';
import { inLocale } from '#domain/locale.ts';
import { MEMBER_KINDS } from '#domain/member.ts';
import { cityCode } from '#domain/place.ts';
import { publicGroup, publicSource } from '#domain/public.ts';
import { outline } from '#geo/regions/outline.ts';
import { areaText } from '#lib/i18n/area.ts';
import { commonText } from '#lib/i18n/common.ts';
import type { AreaView } from '#lib/picture/area-view.ts';
import { regionScene } from '#lib/picture/dashboard/scene.ts';
import { areaCommon } from './area.ts';
import { accounted } from './area-figure.ts';
import { database } from './atlas.ts';
import { cityCube, districtCube } from './cube.ts';
import { areasOf, groupCoverage } from './group-coverage.ts';
import { part } from './part.ts';
import { placeName } from './place-name.ts';
import type { Reading } from './reading.ts';

/** A region group's page: its scope on the map, coverage, members, projects. Null when there is no such group. */
export async function groupPage(reading: Reading, id: string): Promise<AreaView | null> {
	const { at, known, locale, view } = reading;
	const record = await regionGroupById(database(), id, { known });
	if (!record) return null;
	const group = publicGroup(record);
	const { cities, districts } = areasOf(group);
	const [cube, byDistrict] = [await cityCube(reading), await districtCube(reading)];
	const coverage = await groupCoverage(reading, group);
	const common = await areaCommon(reading, {
		name: inLocale(group.name, locale),
		// In a sentence the name of a group of cities takes an article.
		inSentence: locale === 'en' && group.name.en !== null ? `the ${group.name.en}` : inLocale(group.name, locale),
		areas: group.areas,
		kinds: added(kindsAt(cube, at, { places: cities }), kindsAt(byDistrict, at, { places: districts })),
		coverage,
		cities
	});
	const touched = new Set(group.areas.map(cityCode));
	return {
		...common,
		until: at,
		...accounted(common.figures, locale),
		level: 'group',
		code: id,
		trail: [{ href: '/', text: commonText[locale].home }],
		mapHint: areaText[locale].mapHintGroup,
		map: await part('map', async () => ({
			picture: null,
			...regionScene({
				cube,
				at,
				locale,
				view,
				muted: (code) => !touched.has(code),
				outlines: [{ id, name: inLocale(group.name, locale), d: outline(group.areas) }],
				links: [],
				// Of a city that only some districts belong to, only those districts count.
				kindsOf: (code) =>
					cities.includes(code)
						? kindsAt(cube, at, { places: [code], kind: view.kind ?? undefined })
						: kindsAt(byDistrict, at, { places: districts.filter((district) => cityCode(district) === code), kind: view.kind ?? undefined })
			}),
			unplaced: 0
		})),
		reach: null,
		subareas: group.areas.map((code) => ({
			href: cities.includes(code) ? `/cities/${code}` : `/districts/${code}`,
			name: placeName(code, locale, 'short'),
			members: membersAt(cities.includes(code) ? cube : byDistrict, at, { places: [code] })
		})),
		neighbours: [],
		groups: [],
		scope: {
			asOf: group.asOf,
			remark: group.remark,
			sources: ((await citationsOf(database(), 'region_group', [id], { known })).get(id) ?? []).map(({ source }) => publicSource(source))
		}
	};
}

function added(a: readonly KindMembers[], b: readonly KindMembers[]): KindMembers[] {
	return MEMBER_KINDS.map((kind) => ({ kind, members: [...a, ...b].filter((k) => k.kind === kind).reduce((sum, k) => sum + k.members, 0) })).filter(
		({ members }) => members > 0
	);
}

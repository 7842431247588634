import { kindsAt, type Cube } from '#domain/cube.ts';
import type { Adcode } from '#domain/place.ts';
import { citiesOf, city } from '#geo/regions/city.ts';
import { districtsOf } from '#geo/regions/district.ts';
import { regionPicture } from '#geo/regions/region-picture.ts';
import { areaText } from '#lib/i18n/area.ts';
import { openDataText } from '#lib/i18n/open-data.ts';
import { overviewText } from '#lib/i18n/overview.ts';
import { plainText } from '#lib/i18n/sentence.ts';
import type { AreaView } from '#lib/picture/area-view.ts';
import { mapLegend } from '#lib/picture/still/legend.ts';
import { mapBody, still } from '#lib/picture/still/sheet.ts';
import { cityPage } from '../area-city.ts';
import { districtPage } from '../area-district.ts';
import { groupPage } from '../area-group.ts';
import { provincePage } from '../area-province.ts';
import { cityCube, districtCube } from '../cube.ts';
import { areasOf, regionGroups } from '../group-coverage.ts';
import type { Reading } from '../reading.ts';
import { areaColumns, kindColumns, type AreaMembers } from './area-columns.ts';
import { areaFeatures } from './features.ts';
import { areaProperties } from './properties.ts';
import { eventsTable, membersTable, projectsTable } from './record-rows.ts';
import { tableOf } from './table.ts';
import type { TableSource, ViewExport } from './view.ts';
import { stillWords, type Asked } from './words.ts';

const PAGES = { cities: cityPage, provinces: provincePage, districts: districtPage, groups: groupPage } as const;
export type AreaFolder = keyof typeof PAGES;

/** The parts of an area that its map shows, the areas its members lie in, and the cities whose projects are its own. */
async function extent(reading: Reading, { level, code }: AreaView): Promise<{ parts: readonly Adcode[]; areas: readonly Adcode[]; cities: readonly Adcode[] }> {
	switch (level) {
		case 'province': {
			const codes = citiesOf(code).map(({ adcode }) => adcode);
			return { parts: codes, areas: codes, cities: codes };
		}
		case 'city':
			return { parts: districtsOf(code).map(({ adcode }) => adcode), areas: [code], cities: [code] };
		case 'district':
			return { parts: [code], areas: [code], cities: [] };
		case 'group': {
			const areas = (await regionGroups(reading)).find(({ id }) => id === code)?.areas ?? [];
			return { parts: areas, areas, cities: areasOf({ areas }).cities };
		}
	}
}

/** The page of a province, city, district or region group as it leaves the site; null where there is none. */
export async function areaExport(asked: Asked, folder: AreaFolder, code: string): Promise<ViewExport | null> {
	const { reading } = asked;
	const { locale, view, at } = reading;
	const area = await PAGES[folder]({ ...reading, view: { ...view, after: null } }, code);
	if (!area) return null;
	const { parts, areas, cities } = await extent(reading, area);
	const [cube, byDistrict] = [await cityCube(reading), await districtCube(reading)];
	const cubeFor = (part: Adcode): Cube => (city(part) ? cube : byDistrict);
	const rows = parts.map((part): AreaMembers => ({ code: part, kinds: kindsAt(cubeFor(part), at, { places: [part], kind: view.kind ?? undefined }) }));
	const path = `/${folder}/${code}`;
	const sentence = plainText(area.sentence);
	const { tables } = openDataText[locale];
	const own: TableSource[] = [
		{ name: 'kinds', make: (wording) => tableOf('kinds', tables.kinds, kindColumns, area.kinds, wording) },
		membersTable(reading, { areas, kind: view.kind }),
		...(cities.length > 0 ? [projectsTable(reading, { cities, category: view.category, status: view.status }), eventsTable(reading, { cities })] : [])
	];
	return {
		file: `${folder}-${code}`,
		path,
		title: area.name,
		sentence,
		figures: area.figures,
		tables: [{ name: 'areas', make: (wording) => tableOf('areas', areaText[locale].within[area.level] || tables.areas, areaColumns, rows, wording) }, ...own],
		drawing: async (palette) => {
			if (!area.map.ok) throw new Error(`the map of ${path} could not be made`);
			const { picture, scene, classes, unplaced } = area.map.value;
			const legend = mapLegend(
				{
					classes,
					metric: 'members',
					unplaced,
					unknown: false,
					kinds: area.kinds.map(({ kind }) => kind),
					arcs: scene.links.length > 0 ? overviewText[locale].linksLegend : null,
					outlines: scene.outlines
				},
				locale
			);
			const words = await stillWords(asked, { path, title: area.name, sentence }, palette);
			return still({ ...words, description: scene.caption }, mapBody(picture ?? regionPicture, scene, locale), legend);
		},
		features: () => areaFeatures(rows.map(areaProperties))
	};
}

import type { Locale } from '#domain/locale.ts';
import type { PathData, Picture } from '#geo/regions/picture.ts';
import type { District } from '#geo/regions/region.ts';
import { formatNumber } from '#lib/i18n/number.ts';
import { bubbleRadii } from './bubble.ts';
import type { LabelItem } from './labels.ts';
import { pathBox } from './path-box.ts';
import { project } from './projection.ts';
import type { SceneArea } from './scene.ts';

/** Above every area: the lake gives the alliance its name. */
const TAIHU_RANK = 2e9;
const COVERED_RANK = 1e9;
const MUTED_RANK = -1e9;
const WATER_RANK = -1e6;
const DISTRICT_RANK = -2e9;

/** The names of a map: its areas, then its lakes. An area that the picture lacks has none. */
export function labelItems(picture: Picture, areas: readonly SceneArea[], locale: Locale): LabelItem[] {
	return [...areaItems(picture, areas, locale), ...lakeItems(picture, locale)];
}

/** The names of the areas alone. */
export function areaItems(picture: Picture, areas: readonly SceneArea[], locale: Locale): LabelItem[] {
	const radii = bubbleRadii(areas);
	return areas.flatMap((area): LabelItem[] => {
		const point = picture.points[area.code];
		if (!point) return [];
		const covered = !area.muted && (area.figure === undefined ? (area.value ?? 0) > 0 : area.figure !== null);
		return [
			{
				code: area.code,
				text: area.name,
				figure: covered ? (area.figure ?? formatNumber(area.value ?? 0, locale)) : null,
				kind: covered ? 'covered' : area.muted ? 'muted' : 'plain',
				x: point[0] / picture.width,
				y: point[1] / picture.width,
				radius: radii.get(area.code) ?? 0,
				rank: rankOf(picture, area, covered)
			}
		];
	});
}

function lakeItems(picture: Picture, locale: Locale): LabelItem[] {
	return picture.water.lakes.map(
		(lake): LabelItem => ({
			code: lake.id,
			text: locale === 'en' ? lake.en.replace(/ Lake$/, '') : lake.zh,
			figure: null,
			kind: 'water',
			x: lake.label[0] / picture.width,
			y: lake.label[1] / picture.width,
			radius: 0,
			...(lake.id !== 'taihu' && { room: roomOf(lake.d, picture.width) }),
			rank: lake.id === 'taihu' ? TAIHU_RANK : WATER_RANK
		})
	);
}

/** The names of districts on a picture of cities, after all others. */
export function districtItems(picture: Picture, districts: readonly District[], locale: Locale): LabelItem[] {
	return districts.map(({ adcode, label: [lon, lat], area, zhShort, en }) => {
		const [x, y] = project(picture, { lon, lat });
		return {
			code: adcode,
			text: locale === 'en' ? en : zhShort,
			figure: null,
			kind: 'district',
			x: x / picture.width,
			y: y / picture.width,
			radius: 0,
			rank: DISTRICT_RANK + area
		};
	});
}

/** Width of a lake as a share of the picture's. */
function roomOf(d: PathData, width: number): number {
	const [left, , right] = pathBox(d);
	return (right - left) / width;
}

function rankOf(picture: Picture, area: SceneArea, covered: boolean): number {
	if (covered) return COVERED_RANK + (area.value ?? 0);
	const [x0, y0, x1, y1] = picture.extent[area.code] ?? [0, 0, 0, 0];
	return (area.muted ? MUTED_RANK : 0) + (x1 - x0) * (y1 - y0);
}

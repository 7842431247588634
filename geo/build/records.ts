import { geoArea, geoBounds, geoMercator } from 'd3-geo';
import type { MultiPolygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import { cityCode, provinceCode } from '#domain/place.ts';
import type { City, District, LonLat, Province, Region } from '../regions/region.ts';
import { nameRegions, type Named } from './names.ts';
import { poleOfInaccessibility } from './pole.ts';
import type { Source } from './source.ts';
import { mergeAreas, neighbourCodes, type Area, type Counties } from './topology.ts';
import type { Water } from './water.ts';

/** The three levels as records, each in code order. */
export type Records = { provinces: Province[]; cities: City[]; districts: District[] };

const EARTH_RADIUS_KM = 6371.0088;
// Yixing meets the rest of Wuxi only within the lake; the city's name belongs with its other districts.
const ACROSS_THE_LAKE = ['320282'];

/** Describes every region of the three levels from the county topology. */
export function regionRecords(source: Source, counties: Counties, water: Water): Records {
	const chinese = chineseNames(source);
	const levels = {
		province: mergeAreas(counties, provinceCode),
		city: mergeAreas(counties, cityCode),
		district: counties.objects.districts.geometries
	};
	const named = (level: Named['level'], parentOf: (adcode: string) => string) =>
		levels[level].map(({ id }) => ({
			adcode: id,
			zh: chinese[level].get(id)!,
			level,
			within: chinese[level === 'district' ? 'city' : 'province'].get(parentOf(id))!
		}));
	const names = nameRegions([
		...named('province', provinceCode),
		...named('city', provinceCode),
		...named('district', cityCode)
	]);
	const shapeOf = (area: Area) => feature(counties, area).geometry as MultiPolygon;
	const landmarks = new Map(
		mergeAreas(counties, (id) => (ACROSS_THE_LAKE.includes(id) ? null : cityCode(id))).map((area) => [area.id, area])
	);
	const describe = (level: Named['level']) => {
		const neighbours = neighbourCodes(levels[level]);
		return levels[level].map((area): Region => {
			const shape = shapeOf(area);
			return {
				adcode: area.id,
				...names.get(`${level} ${area.id}`)!,
				neighbours: neighbours.get(area.id)!,
				label: labelPoint(level === 'city' ? shapeOf(landmarks.get(area.id)!) : shape, water),
				box: geoBounds(shape).flat().map(microdegrees) as unknown as Region['box'],
				area: Math.round(areaOf(shape) * 100) / 100
			};
		});
	};
	return {
		provinces: describe('province'),
		cities: describe('city').map((city) => ({ ...city, province: provinceCode(city.adcode) })),
		districts: describe('district').map((district) => ({
			...district,
			province: provinceCode(district.adcode),
			city: cityCode(district.adcode)
		}))
	};
}

/** Area in km² by spherical excess on the mean Earth radius. */
export function areaOf(shape: MultiPolygon): number {
	return geoArea(shape) * EARTH_RADIUS_KM ** 2;
}

/** The label point in degrees: the pole, in Web Mercator, of the largest part; on land where there is land. */
export function labelPoint(shape: MultiPolygon, water: Water): LonLat {
	const plane = geoMercator().scale(1e4).translate([0, 0]);
	const flat = (ring: Position[]) => ring.map(([lon, lat]) => plane([lon!, lat!])!);
	const part = shape.coordinates.toSorted((a, b) => partArea(b) - partArea(a))[0]!;
	const lakes = water.lakes.map(({ geometry }) => flat(geometry.coordinates[0]!));
	const [lon, lat] = plane.invert!(poleOfInaccessibility(part.map(flat), lakes))!;
	return [microdegrees(lon), microdegrees(lat)];
}

function partArea(coordinates: Position[][]): number {
	return geoArea({ type: 'Polygon', coordinates });
}

function chineseNames({ counties }: Source): Record<Named['level'], Map<string, string>> {
	const names = { province: new Map<string, string>(), city: new Map<string, string>(), district: new Map<string, string>() };
	for (const { properties } of counties.features) {
		const code = properties.gb.slice(3);
		const province = properties.province.trim();
		names.province.set(provinceCode(code), province);
		// Shanghai's districts name no city: the municipality is both.
		names.city.set(cityCode(code), properties.city?.trim() ?? province);
		names.district.set(code, properties.full_name.trim());
	}
	return names;
}

function microdegrees(value: number): number {
	return Math.round(value * 1e6) / 1e6;
}

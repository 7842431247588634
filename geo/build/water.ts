import { geoBounds, geoContains, geoDistance } from 'd3-geo';
import type { LineString, MultiLineString, Polygon, Position } from 'geojson';
import { feature, merge, mesh } from 'topojson-client';
import { cityCode } from '#domain/place.ts';
import { rounded } from './round.ts';
import type { Source } from './source.ts';
import type { Counties } from './topology.ts';

/** A lake or river of the region, in degrees. */
export type Lake = { readonly id: string; readonly zh: string; readonly en: string; readonly geometry: Polygon };
export type River = {
	readonly id: string;
	readonly zh: string;
	readonly en: string;
	readonly geometry: LineString;
};
export type Water = { readonly lakes: readonly Lake[]; readonly rivers: readonly River[] };

// The package carries shapes without names: each is known by a point that lies in it.
const LAKES = [
	{ id: 'taihu', zh: '太湖', en: 'Taihu Lake', at: [120.2, 31.2] },
	{ id: 'hongze', zh: '洪泽湖', en: 'Hongze Lake', at: [118.6, 33.3] },
	{ id: 'gaoyou', zh: '高邮湖', en: 'Gaoyou Lake', at: [119.3, 32.85] },
	{ id: 'chaohu', zh: '巢湖', en: 'Chaohu Lake', at: [117.55, 31.56] },
	{ id: 'shijiu', zh: '石臼湖', en: 'Shijiu Lake', at: [118.87, 31.46] },
	{ id: 'longgan', zh: '龙感湖', en: 'Longgan Lake', at: [116.12, 29.97] },
	{ id: 'huangda', zh: '黄湖', en: 'Huanghu Lake', at: [116.38, 30.02] },
	{ id: 'bohu', zh: '泊湖', en: 'Bohu Lake', at: [116.43, 30.15] }
] as const;

// Below Zhenjiang Natural Earth has no river; there the cities of both banks meet in its main channel.
const NORTH_BANK = ['321000', '321200', '320600'];
const SOUTH_BANK = ['321100', '320400', '320200', '320500'];

/** Finds the region's lakes and the Yangtze among the shapes of Asia, which are coarse, and rounds their corners. Throws, naming it, when one is not there. */
export function readWater(naturalEarth: Source['naturalEarth'], counties: Counties): Water {
	const lakes = feature(naturalEarth, naturalEarth.objects.lakes).features;
	const rivers = feature(naturalEarth, naturalEarth.objects.rivers).features;
	const yangtze = rivers.find((river) => {
		const [[west, south], [east, north]] = geoBounds(river);
		return west < 114 && east > 119 && south > 29 && north < 33;
	});
	if (!yangtze) throw new Error('the lower Yangtze is not among the rivers of Natural Earth');
	const upper = withinRegion((yangtze.geometry as MultiLineString).coordinates.flat(), counties);
	const course: LineString = { type: 'LineString', coordinates: [...rounded(upper), ...downstream(upper.at(-1)!, counties)] };
	return {
		lakes: LAKES.map(({ id, zh, en, at }) => {
			const lake = lakes.find((shape) => geoContains(shape, [...at]));
			if (!lake) throw new Error(`${zh} is not among the lakes of Natural Earth (at ${at.join(', ')})`);
			return { id, zh, en, geometry: { type: 'Polygon', coordinates: (lake.geometry as Polygon).coordinates.map(rounded) } };
		}),
		rivers: [{ id: 'yangtze', zh: '长江', en: 'Yangtze River', geometry: course }]
	};
}

/** The course from where it first enters the region. */
function withinRegion(course: Position[], counties: Counties): Position[] {
	const region = merge(counties, counties.objects.districts.geometries);
	return course.slice(course.findIndex((point) => geoContains(region, [point[0]!, point[1]!])));
}

/** The border in the channel, from the point nearest to `from` to the sea. */
function downstream(from: Position, counties: Counties): Position[] {
	const bank = (codes: string[], { id }: { id?: string | number | undefined }) => codes.includes(cityCode(`${id}`));
	const channel = mesh(counties, counties.objects.districts, (a, b) =>
		[a, b].some((area) => bank(NORTH_BANK, area)) && [a, b].some((area) => bank(SOUTH_BANK, area))
	);
	const line = channel.coordinates.toSorted((a, b) => b.length - a.length)[0] ?? [];
	const course = line[0]![0]! < line.at(-1)![0]! ? line : line.toReversed();
	const away = course.map((point) => geoDistance([point[0]!, point[1]!], [from[0]!, from[1]!]));
	return course.slice(away.indexOf(Math.min(...away)));
}

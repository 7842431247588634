import type { MultiPolygon } from 'geojson';
import { feature, merge } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import { cityCode, provinceCode } from '#domain/place.ts';
import type { Region } from '../regions/region.ts';
import { signedDistance } from './pole.ts';
import { areaOf, type Records } from './records.ts';
import type { CodeList, Source } from './source.ts';
import { mergeAreas, type Area, type Areas, type Counties } from './topology.ts';
import type { Lake, Water } from './water.ts';

/** What the checks look at: the source, what was made of it, and the topologies to be published. */
export type Built = {
	readonly source: Source;
	readonly counties: Counties;
	readonly water: Water;
	readonly records: Records;
	readonly published: readonly Topology[];
};

/** How each level's areas are made of counties, by the name of its object in a topology. */
const LEVELS: Readonly<Record<string, (district: string) => string>> = {
	provinces: provinceCode,
	cities: cityCode,
	districts: (code) => code
};
const REGION_KM2 = 354_685;
const TAIHU_KM2 = [1900, 2700] as const;

/** Throws one error that lists all problems; returns when there are none. */
export function failOn(problems: readonly string[]): void {
	if (problems.length) throw new Error(`geo/data was not written:\n- ${problems.join('\n- ')}`);
}

/** Runs every check and gives one sentence for each breach. */
export function problemsOf({ source: { ministry }, counties, water, records, published }: Built): string[] {
	// The ministry's list has Shanghai's districts under 310100; here the municipality itself is the city.
	const cities = ministry.cities.map(({ code, name }) => ({ code: cityCode(code), name }));
	return [
		...codeProblems('provinces', records.provinces, ministry.provinces),
		...codeProblems('cities', records.cities, cities),
		...codeProblems('districts', records.districts, ministry.districts),
		...Object.entries(records).flatMap(([level, regions]) => [
			...nameProblems(level, regions),
			...neighbourProblems(level, regions),
			...labelProblems(level, regions, mergeAreas(counties, LEVELS[level]!), counties)
		]),
		...arcProblems(counties),
		...published.flatMap((topology) => ringProblems(counties, topology)),
		...areaProblems(records),
		...lakeProblems(water.lakes)
	];
}

/** The code list must equal the ministry's, names included. */
export function codeProblems(level: string, ours: readonly Pick<Region, 'adcode' | 'zh'>[], theirs: CodeList): string[] {
	const listed = new Map(theirs.map(({ code, name }) => [code, name]));
	const drawn = new Map(ours.map(({ adcode, zh }) => [adcode, zh]));
	return [
		...theirs.filter(({ code }) => !drawn.has(code)).map(({ code, name }) => `${level}: ${code} ${name} is missing`),
		...ours
			.filter(({ adcode, zh }) => listed.get(adcode) !== zh)
			.map(({ adcode, zh }) => `${level}: ${adcode} ${zh} is “${listed.get(adcode) ?? 'unknown'}” to the ministry`)
	];
}

/** Every name must be there, in its script, and `enFull` must belong to one region of the level only. */
export function nameProblems(level: string, regions: readonly Region[]): string[] {
	const count = Map.groupBy(regions, ({ enFull }) => enFull);
	return regions.flatMap(({ adcode, zh, zhShort, en, enFull, pinyin, initials }) => {
		const where = `${level}: ${adcode}`;
		return [
			...(/^\p{Script=Han}+$/u.test(zh) && zhShort && zh.startsWith(zhShort) ? [] : [`${where} has no Chinese name`]),
			...(/^[A-Z][a-z']+$/.test(en) && enFull.startsWith(en) ? [] : [`${where} has no English name`]),
			...(/^[a-z]+$/.test(pinyin) && /^[a-z]+$/.test(initials) ? [] : [`${where} has no reading`]),
			...(count.get(enFull)!.length > 1 ? [`${where} shares the name “${enFull}”`] : [])
		];
	});
}

/** A neighbour must be a region of the level and have the first as its neighbour. */
export function neighbourProblems(level: string, regions: readonly Pick<Region, 'adcode' | 'neighbours'>[]): string[] {
	const lists = new Map(regions.map(({ adcode, neighbours }) => [adcode, neighbours]));
	return regions.flatMap(({ adcode, neighbours }) =>
		neighbours
			.filter((other) => other === adcode || !lists.get(other)?.includes(adcode))
			.map((other) => `${level}: ${adcode} names ${other} as a neighbour, not the other way round`)
	);
}

/** A label point must lie in its own area and in no other of the level. */
export function labelProblems(
	level: string,
	regions: readonly Pick<Region, 'adcode' | 'label'>[],
	areas: readonly Area[],
	counties: Counties
): string[] {
	const shapes = areas.map((area) => ({ id: area.id, shape: feature(counties, area).geometry as MultiPolygon }));
	return regions.flatMap(({ adcode, label: [lon, lat] }) => {
		const holders = shapes.filter(({ shape }) => signedDistance(lon, lat, shape.coordinates.flat() as never) > 0);
		const right = holders.length === 1 && holders[0]!.id === adcode;
		return right ? [] : [`${level}: the label of ${adcode} lies in ${holders.map(({ id }) => id).join(', ') || 'none'}`];
	});
}

/** Adjoining counties must share arcs: no arc used twice the same way, no gap or overlap, areas that add up. */
export function arcProblems(counties: Counties): string[] {
	const areas = counties.objects.districts.geometries;
	const uses = Map.groupBy(areas.flatMap(({ arcs }) => arcs.flat(2)), (arc) => (arc < 0 ? ~arc : arc));
	const wrong = [...uses.values()].filter((arcs) => arcs.length > 2 || (arcs.length === 2 && arcs[0] === arcs[1]));
	const whole = merge(counties, areas);
	const inner = whole.coordinates.flatMap(([, ...rings]) => rings);
	const shape = (area: Area) => feature(counties, area).geometry as MultiPolygon;
	const sum = (parts: readonly Area[]) => parts.reduce((total, area) => total + areaOf(shape(area)), 0);
	const apart = (['cities', 'districts'] as const).filter(
		(level) => !(Math.abs(sum(mergeAreas(counties, LEVELS[level]!)) / areaOf(whole) - 1) < 1e-6)
	);
	return [
		...(wrong.length ? [`${wrong.length} border arcs are not used once by each of two districts`] : []),
		...inner.map(([at]) => `districts leave a gap or overlap at ${at!.join(', ')}`),
		...apart.map((level) => `the areas of the ${level} do not add up to the region's`)
	];
}

/** Every part of every area must still be there in a published topology, each ring with an area of its own. */
export function ringProblems(counties: Counties, published: Topology): string[] {
	return Object.entries(published.objects).flatMap(([name, object]) => {
		const expected = new Map(mergeAreas(counties, LEVELS[name]!).map(({ id, arcs }) => [id, arcs.flat().length]));
		return (object as Areas).geometries.flatMap((area) => {
			const rings = (feature(published, area).geometry as MultiPolygon).coordinates.flat();
			const flat = rings.filter((ring) => new Set(ring.map(String)).size < 3);
			const lost = expected.get(area.id)! - rings.length;
			return [
				...(lost === 0 ? [] : [`${name}: ${area.id} has ${rings.length} rings, not ${rings.length + lost}`]),
				...(flat.length ? [`${name}: ${flat.length} rings of ${area.id} have fallen flat`] : [])
			];
		});
	});
}

/** The region must be as large as was measured when the data was chosen, to half a per cent. */
export function areaProblems({ provinces }: Pick<Records, 'provinces'>): string[] {
	const total = provinces.reduce((sum, { area }) => sum + area, 0);
	return Math.abs(total / REGION_KM2 - 1) <= 0.005 ? [] : [`the region has ${total} km², not about ${REGION_KM2}`];
}

/** Taihu must be there, of its known size. */
export function lakeProblems(lakes: readonly Lake[]): string[] {
	const taihu = lakes.find(({ id }) => id === 'taihu');
	if (!taihu) return ['太湖 is missing'];
	const area = areaOf({ type: 'MultiPolygon', coordinates: [taihu.geometry.coordinates] });
	const [least, most] = TAIHU_KM2;
	return area >= least && area <= most ? [] : [`太湖 has ${Math.round(area)} km², not ${least} to ${most}`];
}

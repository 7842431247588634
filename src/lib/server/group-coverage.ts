import { listRegionGroups } from '#db/queries/region-group.ts';
import { coverageOf, type Coverage } from '#domain/coverage.ts';
import type { MemberKind } from '#domain/member.ts';
import { publicGroup, type PublicGroup } from '#domain/public.ts';
import type { Adcode } from '#domain/place.ts';
import { city } from '#geo/regions/city.ts';
import { database } from './atlas.ts';
import { cityCube, districtCube } from './cube.ts';
import type { Reading } from './reading.ts';
import { remember } from './remember.ts';

/** The region groups as known. */
export function regionGroups({ known }: Pick<Reading, 'known'>): Promise<PublicGroup[]> {
	return remember(`groups ${known}`, async () => (await listRegionGroups(database(), { known })).map(publicGroup));
}

/** The areas of a group, cities and districts apart. */
export function areasOf(group: Pick<PublicGroup, 'areas'>): { cities: Adcode[]; districts: Adcode[] } {
	return {
		cities: group.areas.filter((code) => city(code)),
		districts: group.areas.filter((code) => !city(code))
	};
}

/** Coverage of a group's areas; a district counts only by members known to be in it. */
export async function groupCoverage(reading: Reading, group: PublicGroup, kind?: MemberKind): Promise<Coverage> {
	const { cities, districts } = areasOf(group);
	const byCity = coverageOf(await cityCube(reading), reading.at, cities, kind);
	const byDistrict: Coverage =
		districts.length > 0 ? coverageOf(await districtCube(reading), reading.at, districts, kind) : { covered: [], white: [] };
	const covered = new Set([...byCity.covered, ...byDistrict.covered]);
	return {
		covered: group.areas.filter((code) => covered.has(code)),
		white: group.areas.filter((code) => !covered.has(code))
	};
}


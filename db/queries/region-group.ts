import type { RegionGroup } from '#domain/region-group.ts';
import type { Db } from '../schema.ts';
import type { Known } from './known.ts';
import { allRecords, recordById } from './read.ts';

/** The region group, or null when there is none or it is retired. */
export async function regionGroupById(db: Db, id: string, options: Known = {}): Promise<RegionGroup | null> {
	return recordById(db, 'region_group', id, options);
}

/** Every region group: the widest scope first, then by identifier. */
export async function listRegionGroups(db: Db, options: Known = {}): Promise<RegionGroup[]> {
	const groups = await allRecords(db, 'region_group', options);
	return groups.sort((a, b) => b.areas.length - a.areas.length);
}

import { readSetting } from '#db/queries/setting.ts';
import { approvalFor } from '#domain/map-approval.ts';
import manifest from '#geo/data/manifest.json' with { type: 'json' };
import { database } from './atlas.ts';
import { remember } from './remember.ts';

/** SHA-256 of the boundaries that every map here is drawn from. */
export const BOUNDARIES = manifest.files.find(({ path }) => path === 'cities.topo.json')?.sha256 ?? '';

/** The approval number of this installation's maps; null where none is set, or it was given for other boundaries. */
export function mapApproval(): Promise<string | null> {
	return remember('map approval', async () => approvalFor(await readSetting(database(), 'map_approval'), BOUNDARIES));
}

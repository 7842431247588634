import type { Migration } from 'kysely/migration';
import * as records from './0001_records.ts';
import * as shares from './0002_shares.ts';
import * as pursuits from './0003_pursuits.ts';
import * as people from './0004_people.ts';
import * as batches from './0005_batches.ts';
import * as imports from './0006_imports.ts';
import * as playlists from './0009_playlists.ts';
import * as embeds from './0010_embeds.ts';

/** Every migration by name, in order. Named one by one, since the server is bundled and cannot look into a folder. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
	'0001_records': records,
	'0002_shares': shares,
	'0003_pursuits': pursuits,
	'0004_people': people,
	'0005_batches': batches,
	'0006_imports': imports,
	'0009_playlists': playlists,
	'0010_embeds': embeds
};

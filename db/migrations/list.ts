import type { Migration } from 'kysely/migration';
import * as records from './0001_records.ts';

/** Every migration by name, in order. Named one by one, since the server is bundled and cannot look into a folder. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
	'0001_records': records
};

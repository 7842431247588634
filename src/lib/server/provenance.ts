import { historyOf } from '#db/queries/history.ts';
import type { Day } from '#domain/day.ts';
import { dayOfInstant } from '#domain/instant.ts';
import type { RecordType } from '#domain/record.ts';
import { database } from './atlas.ts';
import type { Reading } from './reading.ts';

/** When a record was last changed, and in which version it stands: who and why is for those inside. */
export type Recorded = { readonly on: Day; readonly version: number };

/** The latest revision of a record as known; null when there is none. */
export async function latestRevision({ known }: Pick<Reading, 'known'>, type: RecordType, id: string): Promise<Recorded | null> {
	const revisions = await historyOf(database(), type, id);
	const latest = revisions.find(({ recordedAt }) => known === null || recordedAt < known);
	return latest ? { on: dayOfInstant(latest.recordedAt), version: latest.version } : null;
}

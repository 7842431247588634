import { outcomesOf, type StageOutcomes } from '#domain/chance.ts';
import type { Instant } from '#domain/instant.ts';
import { OPEN_STAGES, type OpenStage, type Prospect } from '#domain/prospect.ts';
import type { StoredProspect } from '#domain/prospect-row.ts';
import type { Db } from '../schema.ts';
import { asKnown, type Known } from './known.ts';
import { matches } from './matching.ts';
import { assemble, inChunks, recordById } from './read.ts';

/** A prospect that is still being won. */
export type OpenProspect = Prospect & { readonly stage: OpenStage };

/** The prospect, or null when there is none or it is retired. */
export async function prospectById(db: Db, id: string, options: Known = {}): Promise<Prospect | null> {
	return recordById(db, 'prospect', id, options);
}

/** Every prospect that is still being won, by the pinyin of its name. */
export async function openProspects(db: Db, options: Known = {}): Promise<OpenProspect[]> {
	const reader = asKnown(db, options);
	const rows = await reader
		.selectFrom('prospect')
		.selectAll()
		.where('retired_at', 'is', null)
		.where('stage', 'in', OPEN_STAGES)
		.orderBy('pinyin')
		.orderBy('id')
		.execute();
	return (await assemble(reader, 'prospect', rows)) as OpenProspect[];
}

/** What became of the prospects that ended, by the stages they passed; see `outcomesOf` for the rule. */
export async function stageOutcomes(db: Db, options: Known = {}): Promise<StageOutcomes> {
	const ended = await asKnown(db, options)
		.selectFrom('prospect')
		.select('id')
		.where('retired_at', 'is', null)
		.where('stage', 'in', ['converted', 'lost'])
		.execute();
	const known = options.known ?? null;
	const versions = await inChunks(ended.map(({ id }) => id), (some) =>
		db
			.selectFrom('revision')
			.select(['record_id', 'snapshot'])
			.where('record_type', '=', 'prospect')
			.where('record_id', 'in', some)
			.$if(known !== null, (query) => query.where('recorded_at', '<', known as Instant))
			.orderBy('record_id')
			.orderBy('version')
			.execute()
	);
	const ways = Map.groupBy(versions, ({ record_id }) => record_id);
	return outcomesOf([...ways.values()].map((way) => way.map(({ snapshot }) => JSON.parse(snapshot) as Prospect)));
}

/** The prospects whose names match the words, ended ones too, by pinyin, with their versions. No words: all. */
export async function listProspects(db: Db, { q, ...options }: Known & { readonly q?: string | undefined } = {}): Promise<StoredProspect[]> {
	const reader = asKnown(db, options);
	const rows = await reader
		.selectFrom('prospect')
		.selectAll()
		.where('retired_at', 'is', null)
		.$if(Boolean(q?.trim()), (query) => query.where(matches('search', q as string)))
		.orderBy('pinyin')
		.orderBy('id')
		.execute();
	const prospects = await assemble(reader, 'prospect', rows);
	return prospects.map((prospect, i) => {
		const { version, pinyin } = rows[i] as (typeof rows)[number];
		return { prospect, version, pinyin };
	});
}

/** The version of a record that is in use; null when there is none or it is retired. */
export async function prospectVersion(db: Db, id: string): Promise<number | null> {
	const row = await db.selectFrom('prospect').select('version').where('id', '=', id).where('retired_at', 'is', null).executeTakeFirst();
	return row?.version ?? null;
}

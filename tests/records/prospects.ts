import * as v from 'valibot';
import { saveRecord } from '#db/queries/record.ts';
import type { Db } from '#db/schema.ts';
import { now } from '#domain/instant.ts';
import { prospectSchema, type Prospect, type ProspectInput } from '#domain/prospect.ts';

/** A sound prospect with whatever a test cares about, noted on 1 October 2026. */
export function prospectOf(id: string, over: Partial<ProspectInput> = {}): Prospect {
	const input = { id, name: { zh: `示例意向${id}` }, kind: 'park' as const, city: '320200', stage: 'identified' as const, stageSince: '2026-10-01', noted: '2026-10-01' };
	return v.parse(prospectSchema, { ...input, ...over });
}

/** Writes prospects as somebody else, new ones or the next version of those that are there. */
export async function writeProspects(db: Db, prospects: readonly Prospect[]): Promise<void> {
	await db.transaction().execute(async (trx) => {
		for (const prospect of prospects) {
			const row = await trx.selectFrom('prospect').select('version').where('id', '=', prospect.id).executeTakeFirst();
			await saveRecord(trx, 'prospect', prospect, { at: now(), actor: 'person:other', reason: 'test', expectedVersion: row?.version ?? null });
		}
	});
}

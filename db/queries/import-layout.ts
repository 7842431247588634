import type { ImportType } from '#domain/import/column.ts';
import type { Instant } from '#domain/instant.ts';
import type { Db } from '../schema.ts';

/** What was chosen the last time for this layout of headers, by header; empty when it is seen for the first time. */
export async function rememberedLayout(db: Db, type: ImportType, signature: string): Promise<Record<string, string>> {
	const row = await db.selectFrom('import_layout').select('choices').where('type', '=', type).where('signature', '=', signature).executeTakeFirst();
	return row ? (JSON.parse(row.choices) as Record<string, string>) : {};
}

/** Remembers what was chosen for a layout of headers. */
export async function rememberLayout(db: Db, type: ImportType, signature: string, choices: Readonly<Record<string, string>>, now: Instant): Promise<void> {
	const values = { type, signature, choices: JSON.stringify(choices), saved_at: now };
	await db
		.insertInto('import_layout')
		.values(values)
		.onConflict((conflict) => conflict.columns(['type', 'signature']).doUpdateSet({ choices: values.choices, saved_at: now }))
		.execute();
}

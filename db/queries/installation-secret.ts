import { newToken } from '../secret.ts';
import type { Db } from '../schema.ts';

/** A secret of this installation, 320 random bits, made at the first asking; whoever asks at the same time gets the same. */
export async function installationSecret(db: Db, name: string): Promise<string> {
	await db
		.insertInto('secret')
		.values({ name, value: newToken() + newToken() })
		.onConflict((conflict) => conflict.column('name').doNothing())
		.execute();
	const { value } = await db.selectFrom('secret').select('value').where('name', '=', name).executeTakeFirstOrThrow();
	return value;
}

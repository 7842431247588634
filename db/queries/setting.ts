import * as v from 'valibot';
import { SETTINGS, type Setting, type SettingInput, type SettingKey } from '#domain/setting.ts';
import type { Db, Trx } from '../schema.ts';
import { lockWrites, nextDataVersion } from './data-version.ts';

/** The value of a setting, or null when it is not set. Throws a `ValiError` when what is stored no longer fits. */
export async function readSetting<K extends SettingKey>(db: Db, key: K): Promise<Setting<K> | null> {
	const row = await db.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst();
	return row ? (v.parse(SETTINGS[key], JSON.parse(row.value)) as Setting<K>) : null;
}

/** Sets a setting; null unsets it. Moves the data version on. Throws a `ValiError` when the value does not fit. */
export async function writeSetting<K extends SettingKey>(trx: Trx, key: K, value: SettingInput<K> | null): Promise<void> {
	if (value !== null) v.parse(SETTINGS[key], value);
	await lockWrites(trx);
	await trx.deleteFrom('setting').where('key', '=', key).execute();
	if (value !== null) await trx.insertInto('setting').values({ key, value: JSON.stringify(value) }).execute();
	await nextDataVersion(trx);
}

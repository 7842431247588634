import type { RecordType } from '#domain/record.ts';
import { fullPinyin } from '../search/pinyin.ts';
import type { Trx } from '../schema.ts';
import { lockWrites } from './data-version.ts';

const MOST = 60;

/** A text as the beginning of an identifier: pinyin for Chinese, small Latin letters, digits and hyphens, at most 60. */
export function idFrom(text: string): string {
	const latin = text.replace(/\p{Script=Han}+/gu, (chinese) => ` ${fullPinyin(chinese)} `);
	return latin
		.normalize('NFKD')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-+/, '')
		.slice(0, MOST)
		.replace(/-+$/, '');
}

/**
 * An identifier that no record of the type has or had, the one wanted or that with a number behind it. It stays free until
 * the transaction ends.
 */
export async function freeId(trx: Trx, type: RecordType, wanted: string): Promise<string> {
	await lockWrites(trx);
	const start = idFrom(wanted) || type.replaceAll('_', '-');
	const rows = await trx.selectFrom(type).select('id').where('id', 'like', `${start}%`).execute();
	const taken = new Set(['new', ...rows.map(({ id }) => id)]);
	// The address of a new record's form ends in this word.
	let [id, n] = [start, 1];
	while (taken.has(id)) id = `${start}-${++n}`;
	return id;
}

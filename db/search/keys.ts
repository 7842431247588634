import type { Bilingual } from '#domain/locale.ts';
import { fullPinyin, pinyinInitials } from './pinyin.ts';
import { normalise } from './text.ts';

/** What a record is sorted and found by, kept beside it in its table. */
export type SearchKeys = { readonly pinyin: string; readonly search: string };

/**
 * The keys of a record with this name and these other names: the pinyin of the name, and every name with its pinyin
 * and initials, each on a line of its own after an empty one, so that a key can be matched from its start.
 */
export function searchKeys({ name, others }: { name: Bilingual; others: readonly (string | null)[] }): SearchKeys {
	const chinese = [name.zh, ...others].filter((text) => text !== null);
	const lines = [
		...chinese.map(normalise),
		...(name.en === null ? [] : [normalise(name.en)]),
		...chinese.flatMap((text) => [fullPinyin(text), pinyinInitials(text)])
	];
	return { pinyin: fullPinyin(name.zh), search: `\n${[...new Set(lines)].filter(Boolean).join('\n')}` };
}

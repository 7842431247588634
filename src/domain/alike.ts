/** Why two records may be one, the surest reason first. */
export const LIKENESSES = ['code', 'url', 'name', 'pinyin', 'similar'] as const;
export type Likeness = (typeof LIKENESSES)[number];

/** What a record is recognised by. `names` has its name and aliases in every language, `pinyin` that of the first. */
export type Marks = {
	readonly names: readonly string[];
	readonly pinyin: string;
	readonly creditCode?: string | null;
	readonly url?: string | null;
};

/** The form of a company says nothing about which one it is. */
const LEGAL_FORMS = /(股份有限公司|有限责任公司|有限公司|公司|co\s*ltd|company limited|limited|ltd|inc)$/;

/** Names shorter than this are too common to be called similar for standing in one another. */
const TELLING = 4;
const SIMILAR = 0.8;

/** A name without what is written in several ways: widths, case, spaces, punctuation, the legal form. */
export function nameKey(name: string): string {
	const plain = name
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}\s]/gu, '')
		.trim();
	return (plain.replace(LEGAL_FORMS, '') || plain).replace(/\s/g, '');
}

/** Why these two may be one; null where nothing speaks for it. */
export function likenessOf(one: Marks, other: Marks): Likeness | null {
	if (one.creditCode && one.creditCode === other.creditCode) return 'code';
	if (one.url && one.url === other.url) return 'url';
	const [keys, others] = [keysOf(one), keysOf(other)];
	if (keys.some((key) => others.includes(key))) return 'name';
	if (one.pinyin !== '' && one.pinyin === other.pinyin) return 'pinyin';
	return keys.some((key) => others.some((it) => isSimilar(key, it))) ? 'similar' : null;
}

/** Pieces of three characters, of which similar names share some: what to look for where there are many names. */
export function piecesOf(marks: Pick<Marks, 'names'>): string[] {
	return [...new Set(keysOf(marks).flatMap((key) => ([...key].length < 3 ? [key] : grams(key, 3))))];
}

function keysOf({ names }: Pick<Marks, 'names'>): string[] {
	return names.map(nameKey).filter(Boolean);
}

function isSimilar(one: string, other: string): boolean {
	const [short, long] = one.length < other.length ? [one, other] : [other, one];
	if (short.length >= TELLING && long.includes(short)) return true;
	const [pairs, others] = [grams(one, 2), grams(other, 2)];
	if (pairs.length < 3 || others.length < 3) return false;
	const left = [...others];
	const shared = pairs.filter((pair) => {
		const at = left.indexOf(pair);
		if (at >= 0) left.splice(at, 1);
		return at >= 0;
	}).length;
	return (2 * shared) / (pairs.length + others.length) >= SIMILAR;
}

function grams(text: string, length: number): string[] {
	const characters = [...text];
	return characters.slice(0, Math.max(0, characters.length - length + 1)).map((_, i) => characters.slice(i, i + length).join(''));
}

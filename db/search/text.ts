/** Compatibility forms folded (full-width letters, ligatures), straight apostrophes, lower case, single spaces. */
export function normalise(text: string): string {
	return text.normalize('NFKC').toLowerCase().replace(/[‘’]/g, "'").replace(/\s+/g, ' ').trim();
}

/** The words of a search text, normalised; each must be found. */
export function wordsOf(q: string): string[] {
	return normalise(q).split(' ').filter(Boolean);
}

function literal(text: string): string {
	return text.replace(/[\\%_]/g, '\\$&');
}

/** A LIKE pattern (escape character `\`) for search keys that hold the text anywhere. */
export function anywhere(text: string): string {
	return `%${literal(text)}%`;
}

/** A LIKE pattern (escape character `\`) for search keys of which one begins with the text. */
export function atStart(text: string): string {
	return `%\n${literal(text)}%`;
}

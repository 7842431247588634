/** Full-width forms folded, invisible characters and repeated blanks removed. */
export function clean(text: string): string {
	return text
		.normalize('NFKC')
		.replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '')
		.replace(/\s+/g, ' ')
		.trim();
}

/** A name as a person would write it: Chinese punctuation stays as it is, digits and letters in their usual width. */
export function cleanName(text: string): string {
	return text
		.replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
		.replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '')
		.replace(/[\s\u3000]+/g, ' ')
		.replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
		.trim();
}

/** What makes two writings of a name the same: no width, case, blanks or punctuation. */
export function sameness(text: string): string {
	return clean(text).toLowerCase().replace(/[\s\p{P}\p{S}]/gu, '');
}

/** What people write where they know nothing. */
const NOTHING = /^([-—–/\\.·*]+|无|暂无|没有|不详|未知|待定|待核实|待补充|空|n\/?a|null|none|nil|unknown|tbd)$/i;

/** Does a text say that nothing is known? */
export function saysNothing(text: string): boolean {
	return text === '' || NOTHING.test(text);
}

/** The parts of a list in one cell: `A；B、C` and each on a line of its own. */
export function partsOf(text: string): string[] {
	return [...new Set(text.split(/[;；、\n\r|｜]+/).map(cleanName).filter((part) => part !== ''))];
}

/** The characters of a 统一社会信用代码 in the order of their values, 0 to 30: no I, O, S, V, Z. */
const CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';

const SHAPE = /^[0-9A-HJ-NP-RTUWXY]{18}$/;

/**
 * The check character of the first 17 characters of a 统一社会信用代码 (GB 32100-2015, 5.3: weights 3^i mod 31).
 * Null where they are no such 17 characters.
 */
export function creditCheck(first17: string): string | null {
	if (first17.length !== 17) return null;
	let [sum, weight] = [0, 1];
	for (const character of first17) {
		const value = CHARACTERS.indexOf(character);
		if (value < 0) return null;
		sum += value * weight;
		weight = (weight * 3) % 31;
	}
	return CHARACTERS.charAt((31 - (sum % 31)) % 31);
}

/** Is it a 统一社会信用代码: 18 of its characters, the last of which fits the others? */
export function isCreditCode(text: string): boolean {
	return SHAPE.test(text) && creditCheck(text.slice(0, 17)) === text.charAt(17);
}

/** A code as somebody may have typed or pasted it: full-width and small letters, spaces and hyphens put right. */
export function plainCreditCode(text: string): string {
	return text.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '');
}

/** Widths of Latin letters, a little above those of the widest of the usual sans faces, in em. */
const LETTERS: readonly (readonly [letters: string, width: number])[] = [
	["iljI.,:;|!'’·", 0.32],
	['ftr()[]- /', 0.42],
	['mwMW@%', 0.98],
	['ABCDGHKNOPQRUVXYZ&', 0.76],
	['0123456789', 0.6]
];
const BOLD = 1.06;

/** Width of a line of text in em, never less than it is drawn with the usual faces; Han characters are 1 em. */
export function textWidth(text: string, bold = false): number {
	let width = 0;
	for (const letter of text) {
		width += letter >= '\u2e80' ? 1 : (LETTERS.find(([letters]) => letters.includes(letter))?.[1] ?? 0.62);
	}
	return width * (bold ? BOLD : 1);
}

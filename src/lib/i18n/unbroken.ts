const WHOLE = /(\d{4}-\d{2}-\d{2}|\d+ \/ \d+|\p{Script=Han}?\d+年\d+月(?:\d+日)?|\p{Script=Han}?\d+ ?\p{Script=Han}|\d+ \p{Script=Latin}+(?: \d{4})?)/u;

/**
 * A sentence in pieces: every second one is a date, a ratio, or a number and what it counts, within which no line
 * may end. A Han letter before the digits goes with them, or the thin space between the two would begin a line.
 */
export function unbroken(text: string): string[] {
	return text.split(WHOLE);
}

/** The parts of a note, 已签约 3 · 意向 3, between which a line may end: each keeps the dot behind it, so that no line begins with one. */
export function noteParts(note: string): string[] {
	return note.split(' · ').map((part, i, all) => (i < all.length - 1 ? `${part} ·` : part));
}

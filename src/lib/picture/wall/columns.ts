import { noteParts } from '#lib/i18n/unbroken.ts';
import type { Figure } from '#lib/picture/figure.ts';
import { textWidth } from '#lib/picture/map/text-width.ts';

/** How figures stand beside each other; all measures are in em of running text. */
export type Columns = {
	/** The size of the numbers. */
	readonly fit: number;
	/** What each figure takes in width, and how many lines of its note have room. */
	readonly of: readonly { readonly width: number; readonly lines: number }[];
};

/** What a row of columns is wide at the least, without its rules and margins. */
const ROOM = 27;
const MARGIN = 0.9;
const LABEL = 0.8;
const NOTE = 0.74;
/** A label of this width stands in one line in any column. */
const SHORT = 5;
/** What is high: the place, the margins in it, a line of a label, of a number, and of a note with what letters of other faces add. */
const HIGH = { place: 8.4, margins: 0.8, label: 1.08, number: 1.2, note: 1.08 };

/** The width of a number with what stands beside it, in em of the number. */
function numberWidth({ qualifier = '', value, of = '' }: Figure): number {
	return 0.62 * textWidth(qualifier) + textWidth(value, true) + 0.44 * textWidth(of) + 0.4;
}

/** The least width in which pieces of these widths, one after the other and none of them broken, stand in so many lines. */
export function packed(widths: readonly number[], lines: number): number {
	const sums = widths.flatMap((_, i) => widths.slice(i).map((_, j) => widths.slice(i, i + j + 1).reduce((sum, width) => sum + width, 0)));
	const linesAt = (width: number): number => {
		let [taken, left] = [0, 0];
		for (const piece of widths) {
			if (taken === 0 || piece > left) [taken, left] = [taken + 1, width];
			left -= piece;
		}
		return taken;
	};
	return Math.min(...sums.filter((sum) => sum >= Math.max(...widths) && linesAt(sum + 1e-9) <= lines));
}

/** What a word that goes to the next line leaves of its own. */
const RAGGED = 1.2;

/** What a note takes: one of many parts as many lines as it has, a sentence up to three. */
function noteWidth(note: string, lines: number): number {
	const parts = noteParts(note);
	return NOTE * (parts.length > 3 ? packed(parts.map((part) => textWidth(`${part} `)), lines) : textWidth(note) / Math.min(lines, 3) + RAGGED);
}

/** The columns of figures, each as wide as what stands in it wants, so that numbers are whole and notes seen to their end. */
export function figureColumns(figures: readonly Figure[]): Columns {
	const fit = Math.min(2.1, ROOM / figures.length / Math.max(1, ...figures.map(numberWidth)));
	const of = figures.map((figure) => {
		const label = LABEL * textWidth(figure.label);
		const rest = HIGH.place - HIGH.margins - HIGH.label * (label <= SHORT ? 1 : 2) - HIGH.number * fit;
		const lines = Math.min(4, Math.max(2, Math.floor(rest / HIGH.note + 0.1)));
		return { lines, width: MARGIN + Math.max(fit * numberWidth(figure), label / 2, figure.note ? noteWidth(figure.note, lines) : 0) };
	});
	return { fit, of };
}

/** A mark at `x` pixels that wants a label of `width` pixels; the greater `rank` is served first. */
export type Mark = { readonly x: number; readonly width: number; readonly rank: number };

/** Where a label went: its lane (0 is next to the plot) and the side of its line. */
export type Place = { readonly lane: number; readonly side: 'left' | 'right' };

/** Room between a mark's line and its label, and between neighbouring labels, in pixels. */
export const LABEL_GAP = 5;

type Span = { readonly from: number; readonly to: number };

function spanOf({ x, width }: Mark, side: Place['side']): Span {
	return side === 'right' ? { from: x + LABEL_GAP, to: x + LABEL_GAP + width } : { from: x - LABEL_GAP - width, to: x - LABEL_GAP };
}

/**
 * Gives labels their places in `lanes` rows between `left` and `right` pixels, so that no label lies on another and no
 * line runs through one: a mark's line comes down from its lane through the lower ones. Null: no room, the mark goes
 * unlabelled. Marks that are served later never move one that was served before.
 */
export function placeLabels(marks: readonly Mark[], lanes: number, left: number, right: number): (Place | null)[] {
	const taken: Span[][] = Array.from({ length: lanes }, () => []);
	const lines: { x: number; lane: number }[] = [];
	const places: (Place | null)[] = marks.map(() => null);

	const fits = (mark: Mark, { lane, side }: Place) => {
		const span = spanOf(mark, side);
		if (span.from < left || span.to > right) return false;
		if (taken[lane]?.some((other) => span.from < other.to + LABEL_GAP && other.from < span.to + LABEL_GAP)) return false;
		if (lines.some((line) => line.lane >= lane && line.x > span.from - 2 && line.x < span.to + 2)) return false;
		return !taken.slice(0, lane + 1).some((row) => row.some((other) => mark.x > other.from - 2 && mark.x < other.to + 2));
	};

	const order = marks.map((_, i) => i).sort((a, b) => (marks[b] as Mark).rank - (marks[a] as Mark).rank || a - b);
	for (const i of order) {
		const mark = marks[i] as Mark;
		const place = candidates(lanes).find((candidate) => fits(mark, candidate));
		if (!place) continue;
		places[i] = place;
		taken[place.lane]?.push(spanOf(mark, place.side));
		lines.push({ x: mark.x, lane: place.lane });
	}
	return places;
}

function candidates(lanes: number): Place[] {
	return Array.from({ length: lanes }, (_, lane) => [
		{ lane, side: 'right' as const },
		{ lane, side: 'left' as const }
	]).flat();
}

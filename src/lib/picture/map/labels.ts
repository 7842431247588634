import { collide, inside, type Box, type Widths } from './boxes.ts';
import { farOffsets, nearOffsets, type LabelKind, type Offset } from './offsets.ts';
import { textWidth } from './text-width.ts';

/** A name that wants a place. Positions are shares of the picture's width, sizes em of the labels. */
export type LabelItem = {
	readonly code: string;
	readonly text: string;
	/** The figure behind the name. */
	readonly figure: string | null;
	readonly kind: LabelKind;
	readonly x: number;
	readonly y: number;
	/** Radius of the bubble at the point; 0: none, and the name may stand on the point itself. */
	readonly radius: number;
	/** Width of what is named, as a share of the picture's: a name wider than that is left out. */
	readonly room?: number;
	/** Shown before names of a lower rank. */
	readonly rank: number;
};

/** Where a label stands: offset in em from its point to the text's anchor and baseline. `bare`: without its figure. */
export type Placed = Offset & { readonly code: string; readonly bare: boolean };

/** Gap between a name and its figure, in em. */
export const FIGURE_GAP = 0.28;

/** Box of a label at an offset, with its figure or bare of it. */
export function labelBox(item: LabelItem, { dx, dy, anchor }: Offset, bare = false): Box {
	const bold = item.kind === 'covered';
	const figure = item.figure && !bare ? FIGURE_GAP + textWidth(item.figure, bold) : 0;
	const width = textWidth(item.text, bold) + figure;
	const left = anchor === 'start' ? dx : anchor === 'end' ? dx - width : dx - width / 2;
	// A baseline stands .36 em below the middle of a line whose box is 1.16 em high.
	return { x: item.x, y: item.y, left, right: left + width, top: dy - 0.94, bottom: dy + 0.22 };
}

/** Box round the bubble of an item. */
export function bubbleBox({ x, y, radius }: LabelItem): Box {
	return { x, y, left: -radius, right: radius, top: -radius, bottom: radius };
}

/**
 * Places labels, best rank first, each at the first offset where it overlaps no label, no bubble and no reserved
 * box and stays inside the picture at every width of the range. The label of a covered place is tried by its point,
 * there without its figure, then ever further off with a leader line, and so is shown wherever there is room at
 * all; any other name without room is left out. `height` is a share of the width; `widths` are in em. The result
 * is in the order of placing.
 */
export function layLabels(
	items: readonly LabelItem[],
	height: number,
	widths: Widths,
	reserved: readonly Box[] = []
): Placed[] {
	const taken = [...reserved, ...items.filter(({ radius }) => radius > 0).map(bubbleBox)];
	return items
		.toSorted((a, b) => b.rank - a.rank || (a.code < b.code ? -1 : 1))
		.flatMap((item) => {
			if (item.room !== undefined && textWidth(item.text) > item.room * widths.from) return [];
			for (const [offsets, bare] of attempts(item)) {
				for (const offset of offsets) {
					const box = labelBox(item, offset, bare);
					if (!inside(box, height, widths) || taken.some((other) => collide(box, other, widths))) continue;
					taken.push(box);
					return [{ code: item.code, ...offset, bare }];
				}
			}
			return [];
		});
}

function attempts({ kind, radius, figure }: LabelItem): [offsets: Offset[], bare: boolean][] {
	const [near, bare] = [nearOffsets(kind, radius), figure === null];
	if (kind !== 'covered') return [[near, bare]];
	const far = farOffsets(radius);
	return [
		[near, bare],
		[near, true],
		[far, bare],
		[far, true]
	];
}

import type { Box, Widths } from './boxes.ts';
import { layLabels, type LabelItem, type Placed } from './labels.ts';

/**
 * The widths at which a map is drawn: `from` and `to` in px, and the size of its labels in px. The style sheets of
 * the map hold the same numbers as container queries. Above the last width the labels grow with the map, by 1.5 %
 * of its width, so that the last layout holds.
 */
export const DRAWN = [
	{ id: 's', from: 300, to: 390, label: 11 },
	{ id: 'n', from: 390, to: 480, label: 11 },
	{ id: 'm', from: 480, to: 760, label: 12 },
	{ id: 'l', from: 760, to: 866, label: 13 }
] as const;
export type DrawnId = (typeof DRAWN)[number]['id'];

/** A label's place at one or more of the drawn widths. */
export type LabelAt = { readonly at: readonly DrawnId[]; readonly placed: Placed };
export type LaidLabel = { readonly item: LabelItem; readonly places: readonly LabelAt[] };

/** The zoom buttons in the upper right corner, in em of the smallest labels. */
export const CONTROLS: Box = { x: 1, y: 0, left: -3.6, right: 0, top: 0, bottom: 9.4 };

/** The range of a drawn width in em of its labels. */
export function widthsOf({ from, to, label }: (typeof DRAWN)[number]): Widths {
	return { from: from / label, to: to / label };
}

/** The last layouts, newest last: a page that is asked for again, or a slider that goes back, finds them done. */
const remembered = new Map<string, LaidLabel[]>();
const REMEMBERED = 48;

/** Lays the labels out for each drawn width; equal places are merged, labels without any place are left out. */
export function layouts(items: readonly LabelItem[], height: number): LaidLabel[] {
	const key = JSON.stringify([height, items]);
	const laid = remembered.get(key) ?? layAll(items, height);
	remembered.delete(key);
	remembered.set(key, laid);
	if (remembered.size > REMEMBERED) remembered.delete(remembered.keys().next().value!);
	return laid;
}

function layAll(items: readonly LabelItem[], height: number): LaidLabel[] {
	const byCode = new Map<string, Map<string, { at: DrawnId[]; placed: Placed }>>();
	for (const drawn of DRAWN) {
		for (const placed of layLabels(items, height, widthsOf(drawn), [CONTROLS])) {
			const { code, dx, dy, anchor, bare } = placed;
			const places = byCode.get(code) ?? new Map<string, { at: DrawnId[]; placed: Placed }>();
			byCode.set(code, places);
			const key = `${dx} ${dy} ${anchor} ${bare}`;
			const place = places.get(key);
			if (place) place.at.push(drawn.id);
			else places.set(key, { at: [drawn.id], placed });
		}
	}
	return items.flatMap((item) => {
		const places = byCode.get(item.code);
		return places ? [{ item, places: [...places.values()] }] : [];
	});
}

/** The same layout with what its names say now: while a map changes fast, its names stay where they are. */
export function retold(laid: readonly LaidLabel[], items: readonly LabelItem[]): LaidLabel[] {
	const now = new Map(items.map((item) => [item.code, item]));
	return laid.flatMap(({ item: { code }, places }) => {
		const item = now.get(code);
		return item ? [{ item, places }] : [];
	});
}

/** Where a laid label stands on a map so many px wide; undefined: it has no place at this width. */
export function shownAt(places: readonly LabelAt[], width: number): Placed | undefined {
	const drawn = (DRAWN.findLast(({ from }) => width >= from) ?? DRAWN[0]).id;
	return places.find(({ at }) => at.length === 0 || at.includes(drawn))?.placed;
}

/** Lays the labels out for a zoomed map: one place each, good for the given widths of the whole picture, in em. */
export function layoutAt(items: readonly LabelItem[], height: number, widths: Widths): LaidLabel[] {
	const byCode = new Map(items.map((item) => [item.code, item]));
	return layLabels(items, height, widths).map((placed) => ({
		item: byCode.get(placed.code)!,
		places: [{ at: [], placed }]
	}));
}

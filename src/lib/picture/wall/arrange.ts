/** A box as shares of the window in percent. */
export type Share = readonly [x: number, y: number, width: number, height: number];

/** A box in pixels of the window. */
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** How a view is laid out: everything; a picture and its words; a chart alone; a list. */
export const SHEETS = ['full', 'picture', 'chart', 'list'] as const;
export type Sheet = (typeof SHEETS)[number];

/** What has a place of its own on the wall. */
export type Slot = 'head' | 'foot' | 'code' | 'words' | 'figures' | 'map' | 'panel' | 'side';

/** The shapes a window may have: each begins at a ratio of width to height. The style sheet of the wall has the same numbers. */
export const FORMS = [
	{ form: 'tall', from: 0 },
	{ form: 'square', from: 0.9 },
	{ form: 'wide', from: 1.5 },
	{ form: 'band', from: 2.4 }
] as const;
export type Form = (typeof FORMS)[number]['form'];

/** Running text, in percent of the window's height and width; the smaller counts. All other type is a multiple of it. */
export const TYPE = { height: 2.6, width: 2.9 } as const;

/** The smallest type on the wall as a share of running text. */
export const SMALLEST = 0.74;

type Places = Readonly<Partial<Record<Slot, Share>>>;

const FRAMES: Readonly<Record<Form, Places>> = {
	tall: { head: [4, 2.2, 92, 7.4], foot: [4, 87.4, 72, 10], code: [78, 87.4, 18, 10.1] },
	square: { head: [2.8, 2.8, 94.4, 11], foot: [2.8, 84.5, 78, 12], code: [83.7, 81, 13.5, 16] },
	wide: { head: [48, 3.6, 49.5, 11], foot: [48, 90.5, 49.5, 6], code: [87.5, 71, 10, 17.5] },
	band: { head: [26, 3.6, 72.5, 12], foot: [26, 90.5, 72.5, 6], code: [92.5, 68, 6, 20] }
};

const BODIES: Readonly<Record<Form, Readonly<Record<Sheet, Places>>>> = {
	tall: {
		full: { words: [4, 10.2, 92, 7.8], figures: [4, 18.6, 92, 13.8], map: [4, 33.4, 92, 32.6], panel: [4, 67, 92, 19.6] },
		picture: { words: [4, 10.5, 92, 9.5], map: [4, 21, 92, 54], panel: [4, 76, 92, 10.2] },
		chart: { words: [4, 10.5, 92, 9.5], panel: [4, 21.5, 92, 30], side: [4, 54, 92, 31] },
		list: { panel: [4, 11, 92, 75] }
	},
	square: {
		full: { words: [2.8, 14.5, 94.4, 13], figures: [54, 28.5, 43.2, 32], map: [2.8, 28.5, 49, 54.5], panel: [54, 62, 43.2, 18.5] },
		picture: { words: [63, 14.5, 34.2, 34], map: [2.8, 14.5, 58, 68.5], panel: [63, 50, 34.2, 30] },
		chart: { words: [2.8, 14.5, 94.4, 13], panel: [2.8, 28.5, 66, 54.5], side: [71, 28.5, 26.2, 51] },
		list: { panel: [2.8, 15, 94.4, 65] }
	},
	wide: {
		full: { map: [2.5, 3.6, 43, 92.8], words: [48, 15, 49.5, 15.5], figures: [48, 31.5, 49.5, 22], panel: [48, 55, 38, 34] },
		picture: { map: [2.5, 3.6, 43, 92.8], words: [48, 17, 49.5, 24], panel: [48, 43, 38, 45] },
		chart: { head: [2.5, 3.6, 95, 10], words: [2.5, 15, 95, 11], panel: [2.5, 27.5, 68, 60.5], side: [72.5, 27.5, 25, 42], foot: [2.5, 90.5, 95, 6] },
		list: { head: [2.5, 3.6, 95, 10], panel: [2.5, 16, 83.5, 72], foot: [2.5, 90.5, 95, 6] }
	},
	band: {
		full: { map: [1.5, 3.6, 23, 92.8], words: [26, 18, 33, 30], figures: [26, 50, 33, 38], panel: [61, 18, 30, 70] },
		picture: { map: [1.5, 3.6, 23, 92.8], words: [26, 18, 36, 70], panel: [64, 18, 27, 70] },
		chart: { head: [1.5, 3.6, 97, 12], words: [1.5, 18, 26, 70], panel: [29, 18, 40, 70], side: [71, 18, 20, 70], foot: [1.5, 90.5, 97, 6] },
		list: { head: [1.5, 3.6, 97, 12], panel: [1.5, 18, 89.5, 70], foot: [1.5, 90.5, 97, 6] }
	}
};

/** The places of a sheet in a window of a form, in percent. */
export function placesOf(sheet: Sheet, form: Form): Places {
	return { ...FRAMES[form], ...BODIES[form][sheet] };
}

/** The form of a window; width and height in any one unit. */
export function formOf(width: number, height: number): Form {
	return FORMS.findLast(({ from }) => width / height >= from)?.form ?? 'tall';
}

/** Where everything of a sheet stands in a window of that many pixels, and the size of running text, in pixels. */
export function arrange(sheet: Sheet, width: number, height: number): { form: Form; type: number; regions: Partial<Record<Slot, Box>> } {
	const form = formOf(width, height);
	const regions = Object.fromEntries(
		Object.entries(placesOf(sheet, form)).map(([slot, [x, y, w, h]]) => [
			slot,
			{ x: (x * width) / 100, y: (y * height) / 100, width: (w * width) / 100, height: (h * height) / 100 }
		])
	);
	return { form, type: Math.min((TYPE.height * height) / 100, (TYPE.width * width) / 100), regions };
}

/** The largest box of a ratio of width to height within another, in its middle. */
export function fit({ x, y, width, height }: Box, ratio: number): Box {
	const own = { width: Math.min(width, height * ratio), height: Math.min(height, width / ratio) };
	return { x: x + (width - own.width) / 2, y: y + (height - own.height) / 2, ...own };
}

/** The narrowest head of any sheet and form, in em of running text. */
const HEAD_ROOM = 28;

/** How many times the running text a title of `ems` may be so that it stands whole in its head, and in how many lines. */
export function titleScale(ems: number): { readonly scale: number; readonly lines: 1 | 2 } {
	const scale = Math.min(1.9, Math.floor((100 * HEAD_ROOM) / Math.max(1, ems)) / 100);
	return scale < 1.15 ? { scale: 1.15, lines: 2 } : { scale, lines: 1 };
}

/** Line height and filling of running words: what a box holds is less than its area. */
const LEADING = 1.45;
const FILLED = 0.74;
const LEDE = { least: 0.8, most: 1.7 } as const;

/** The ratio of each form at which its boxes hold the least. */
const TIGHTEST: Readonly<Record<Form, number>> = { tall: 0.7, square: 0.9, wide: 1.5, band: 2.4 };

/** How many times the running text the words of a sheet may be so that `ems` of them fit their box in a form. */
export function ledeScale(sheet: Sheet, form: Form, ems: number): number {
	const { type, regions } = arrange(sheet, TIGHTEST[form] * 1000, 1000);
	const { width = 0, height = 0 } = regions.words ?? {};
	const scale = Math.sqrt((FILLED * width * height) / (type ** 2 * LEADING * Math.max(1, ems)));
	return Math.round(100 * Math.min(LEDE.most, Math.max(LEDE.least, scale))) / 100;
}

/**
 * The places of a slot in every form as custom properties that fit `inset`: `--wide:3.6% 54.5% 3.6% 2.5%;…`. The style
 * sheet takes that of the window's form, so that the wall stands right before any script runs and without one.
 */
export function placeStyle(sheet: Sheet, slot: Slot): string {
	const percent = (share: number): string => `${Math.round(share * 100) / 100}%`;
	return FORMS.flatMap(({ form }) => {
		const place = placesOf(sheet, form)[slot];
		if (!place) return [];
		const [x, y, width, height] = place;
		return [`--${form}:${[y, 100 - x - width, 100 - y - height, x].map(percent).join(' ')}`];
	}).join(';');
}

/** The size of a sheet's words in every form, as custom properties in em: `--wide-lede:1.42em;…`. */
export function ledeStyle(sheet: Sheet, ems: number): string {
	return FORMS.map(({ form }) => `--${form}-lede:${ledeScale(sheet, form, ems)}em`).join(';');
}

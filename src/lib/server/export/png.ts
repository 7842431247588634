import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { renderAsync } from '@resvg/resvg-js';

/** Widths in pixels that a picture may be asked for. */
export const PNG_WIDTHS = { least: 200, usual: 1600, most: 4000 } as const;

/** Drawn at a time, each on a thread of its own; the others wait. */
const ABREAST = 2;
/** More than this waiting, and the next is refused. */
const MOST_WAITING = 40;

/** The pictures asked for are more than can be drawn in time. */
export class TooBusy extends Error {
	override readonly name = 'TooBusy';
}

const FONTS = join(dirname(createRequire(import.meta.url).resolve('@embedpdf/fonts-sc')), '..', 'fonts');
const FONT = {
	loadSystemFonts: false,
	fontFiles: ['Regular', 'Bold'].map((face) => join(FONTS, `NotoSansHans-${face}.otf`)),
	defaultFontFamily: 'Noto Sans S Chinese',
	sansSerifFamily: 'Noto Sans S Chinese'
};

let drawing = 0;
const waiting: (() => void)[] = [];

/**
 * An SVG as PNG of a width in pixels, its height in proportion, its letters in Noto Sans SC. Drawn on a thread beside the
 * server's own, two at a time. Throws `TooBusy` when too many wait already.
 */
export async function png(svg: string, width: number): Promise<Buffer> {
	if (drawing >= ABREAST) {
		if (waiting.length >= MOST_WAITING) throw new TooBusy(`${waiting.length} pictures wait to be drawn`);
		// The one that ends hands its place over.
		await new Promise<void>((resolve) => waiting.push(resolve));
	} else drawing++;
	try {
		return (await renderAsync(svg, { fitTo: { mode: 'width', value: width }, font: FONT })).asPng();
	} finally {
		const next = waiting.shift();
		if (next) next();
		else drawing--;
	}
}

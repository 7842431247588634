import type { Locale } from '#domain/locale.ts';
import type { Picture } from '#geo/regions/picture.ts';
import { painted, type PaletteName } from '../palette.ts';
import type { Scene } from '../map/scene.ts';
import { drawLegend, type LegendEntry } from './legend.ts';
import { mapLayer } from './map-layer.ts';
import { escapeXml, short, textLines, wrapped } from './markup.ts';

/** The names under which the faces of a drawing are looked for; the last but one is what the server draws letters with. */
export const STILL_FONTS = "'PingFang SC','Noto Sans SC','Noto Sans CJK SC','Microsoft YaHei','Noto Sans S Chinese',sans-serif";

/** The usual width of a drawing, in its own units. */
export const STILL_WIDTH = 960;
const MARGIN = 36;
const TOP = 30;

/** What a drawing says around its picture. */
export type StillWords = {
	readonly locale: Locale;
	readonly palette: PaletteName;
	readonly title: string;
	/** The view in one sentence: caption and description. */
	readonly sentence: string;
	/** Attribution, source, data date and approval number, one line each. */
	readonly foot: readonly string[];
	/** What a screen reader is told beyond the sentence. */
	readonly description?: string;
	/** What is not written above the picture; it is told to whoever cannot see it all the same. */
	readonly hide?: readonly string[];
};

/** Markup of a picture so many units high, drawn from (0, 0). */
export type StillBody = { readonly markup: string; readonly height: number };

/**
 * A whole drawing as SVG text that needs nothing else: colours written out, no script, style sheet or font of the site.
 * Title and sentence above the picture, legend and footer below; title and description for whoever cannot see it.
 */
export function still(words: StillWords, body: StillBody, legend: readonly (readonly LegendEntry[])[], width = STILL_WIDTH): string {
	const inner = width - 2 * MARGIN;
	const title = words.hide?.includes('title') ? [] : wrapped(words.title, inner / 28);
	const sentence = words.hide?.includes('sentence') ? [] : wrapped(words.sentence, inner / 17);
	let y = TOP;
	const head = [textLines(title, { x: MARGIN, y: y + 28, size: 28, leading: 36, attributes: 'font-weight="600" fill="var(--ink)"' })];
	y += title.length * 36;
	head.push(textLines(sentence, { x: MARGIN, y: y + 26, size: 17, leading: 27, attributes: 'fill="var(--ink-2)"' }));
	y += sentence.length * 27 + (title.length + sentence.length > 0 ? 21 : 0);
	const picture = `<g transform="translate(${MARGIN} ${short(y)})">${body.markup}</g>`;
	y += body.height + 20;
	const below = drawLegend(legend, { x: MARGIN, y, width: inner });
	y += below.height + 16;
	const foot = words.foot.flatMap((line) => wrapped(line, inner / 12));
	const footer = `<path d="M${MARGIN} ${short(y)}H${width - MARGIN}" stroke="var(--line)"/>${textLines(foot, { x: MARGIN, y: y + 24, size: 12, leading: 19, attributes: 'fill="var(--ink-3)"' })}`;
	const height = Math.ceil(y + 24 + foot.length * 19 + 10);
	const described = [words.sentence, words.description ?? '', ...words.foot].filter(Boolean).join(' ');
	return painted(
		`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title desc" xml:lang="${words.locale}" font-family="${STILL_FONTS}">` +
			`<title id="title">${escapeXml(words.title)}</title><desc id="desc">${escapeXml(described)}</desc>` +
			`<rect width="${width}" height="${height}" fill="var(--paper)"/>${head.join('')}${picture}${below.markup}${footer}</svg>`,
		words.palette
	);
}

/** The map of a scene as the body of a drawing. */
export function mapBody(picture: Picture, scene: Scene, locale: Locale, width = STILL_WIDTH): StillBody {
	const inner = width - 2 * MARGIN;
	return { markup: mapLayer({ picture, scene, locale, width: inner }), height: (picture.height / picture.width) * inner };
}

/** A chart drawn as an `<svg>` of a size, scaled to the width of a drawing, as its body. */
export function chartBody(svg: string, size: { readonly width: number; readonly height: number }, width = STILL_WIDTH): StillBody {
	const scale = (width - 2 * MARGIN) / size.width;
	const font = /font-size="([\d.]+)"/.exec(svg)?.[1] ?? '12';
	const inside = svg.replace(/^<svg[^>]*>/, '').replace(/<\/svg>$/, '');
	return { markup: `<g transform="scale(${short(scale)})" font-size="${font}">${inside}</g>`, height: size.height * scale };
}

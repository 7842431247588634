import { qrCode } from '#domain/qr.ts';
import type { Locale } from '#domain/locale.ts';
import { painted, type PaletteName } from '../palette.ts';
import { drawLegend, type LegendEntry } from '../still/legend.ts';
import { escapeXml, short, textLines, wrapped } from '../still/markup.ts';
import { STILL_FONTS, type StillBody } from '../still/sheet.ts';
import { qrPath } from '../wall/qr-path.ts';

/** The width of a long picture in px: that of a phone's screen at three pixels a point. */
export const LONG_WIDTH = 1080;
const MARGIN = 56;
/** The width inside the margins. */
export const LONG_INNER = LONG_WIDTH - 2 * MARGIN;

/** One part of a long picture: a heading, a picture `width` units wide that fills the width, and its legend. */
export type LongPart = { readonly title: string; readonly body: StillBody; readonly width: number; readonly legend: readonly (readonly LegendEntry[])[] };

export type LongInput = {
	readonly locale: Locale;
	readonly palette: PaletteName;
	readonly owner: string;
	readonly title: string;
	readonly sentence: string;
	readonly parts: readonly LongPart[];
	/** Where the code leads, and what is said beside it. */
	readonly address: string;
	readonly invitation: string;
	readonly foot: readonly string[];
};

const CODE = 200;

/** Figures, map, growth and members one under the other with a code to scan, as SVG text `LONG_WIDTH` wide. */
export function longPicture({ locale, palette, owner, title, sentence, parts, address, invitation, foot }: LongInput): string {
	const marks: string[] = [];
	let y = 84;
	const words = (text: string, size: number, leading: number, attributes: string): void => {
		const lines = wrapped(text, LONG_INNER / size);
		marks.push(textLines(lines, { x: MARGIN, y, size, leading, attributes }));
		y += lines.length * leading;
	};
	words(owner, 30, 42, 'fill="var(--ink-2)"');
	y += 22;
	words(title, 56, 70, 'font-weight="600" fill="var(--ink)"');
	y += 4;
	words(sentence, 30, 48, 'fill="var(--ink-2)"');
	for (const part of parts) {
		y += 26;
		marks.push(`<path d="M${MARGIN} ${y}h${LONG_INNER}" stroke="var(--line-strong)" stroke-width="2"/>`);
		y += 52;
		words(part.title, 34, 46, 'font-weight="600" fill="var(--ink)"');
		const scale = LONG_INNER / part.width;
		marks.push(`<g transform="translate(${MARGIN} ${y - 22})scale(${Math.round(scale * 1e4) / 1e4})">${part.body.markup}</g>`);
		y += part.body.height * scale;
		if (part.legend.length > 0) {
			const size = 1.7;
			const legend = drawLegend(part.legend, { x: 0, y: 0, width: LONG_INNER / size });
			marks.push(`<g transform="translate(${MARGIN} ${short(y)})scale(${size})">${legend.markup}</g>`);
			y += legend.height * size;
		}
	}
	y += 30;
	const code = qrCode(address);
	const room = code.size + 8;
	marks.push(
		`<g transform="translate(${MARGIN} ${short(y)})"><rect width="${CODE}" height="${CODE}" fill="#fff"/><path transform="scale(${Math.round((CODE / room) * 1e4) / 1e4})translate(4 4)" d="${qrPath(code)}" fill="#000" shape-rendering="crispEdges"/></g>`
	);
	const beside = wrapped(invitation, (LONG_INNER - CODE - 32) / 30).slice(0, 3);
	marks.push(textLines(beside, { x: MARGIN + CODE + 32, y: y + 60, size: 30, leading: 44, attributes: 'fill="var(--ink)"' }));
	marks.push(`<text x="${MARGIN + CODE + 32}" y="${short(y + 60 + beside.length * 44)}" font-size="22" fill="var(--ink-2)">${escapeXml(address)}</text>`);
	y += CODE + 60;
	for (const line of foot) words(line, 22, 34, 'fill="var(--ink-3)"');
	const height = Math.ceil(y + 20);
	return painted(
		`<svg xmlns="http://www.w3.org/2000/svg" width="${LONG_WIDTH}" height="${height}" viewBox="0 0 ${LONG_WIDTH} ${height}" role="img" xml:lang="${locale}" font-family="${STILL_FONTS}"><title>${escapeXml(title)}</title><desc>${escapeXml(sentence)}</desc><rect width="${LONG_WIDTH}" height="${height}" fill="var(--paper)"/><rect width="${LONG_WIDTH}" height="14" fill="var(--accent)"/>${marks.join('')}</svg>`,
		palette
	);
}

import type { Locale } from '#domain/locale.ts';
import type { Figure } from '../figure.ts';
import { textWidth } from '../map/text-width.ts';
import { painted, type PaletteName } from '../palette.ts';
import { escapeXml, short, textLines, wrapped } from '../still/markup.ts';
import { STILL_FONTS, type StillBody } from '../still/sheet.ts';
import { accentColors } from './colors.ts';

/** Colours of a publisher's own in markup whose other colours are tokens still. */
export function accented(markup: string, accent: string | null, palette: PaletteName): string {
	if (accent === null) return markup;
	const own = accentColors(accent, palette);
	return markup.replace(/var\(--([\w-]+)\)/g, (token, name: string) => own[name as keyof typeof own] ?? token);
}

/** Figures side by side, `columns` to a row of `width` units. */
export function figuresBody(figures: readonly Figure[], width: number, columns = 3): StillBody {
	const each = (width - (columns - 1) * 24) / columns;
	const tall = 118;
	const markup = figures.map(({ label, value, of = '', note = '', qualifier = '', reported }, i) => {
		const [x, y] = [(i % columns) * (each + 24), Math.floor(i / columns) * tall];
		const color = reported ? 'var(--warm)' : 'var(--ink)';
		const lines = wrapped(note, each / 13).slice(0, 2);
		return [
			`<path d="M${short(x)} ${y + 4}h${short(each)}" stroke="${reported ? 'var(--warm)' : 'var(--line-strong)'}" stroke-width="2"${reported ? ' stroke-dasharray="6 4"' : ''}/>`,
			`<text x="${short(x)}" y="${y + 28}" font-size="15" fill="var(--ink-2)">${escapeXml(label)}</text>`,
			`<text x="${short(x)}" y="${y + 64}" font-size="32" font-weight="600" fill="${color}">${qualifier ? `<tspan font-size="18">${escapeXml(qualifier)} </tspan>` : ''}${escapeXml(value)}${of ? `<tspan dx="6" font-size="15" font-weight="400" fill="var(--ink-2)">${escapeXml(of)}</tspan>` : ''}</text>`,
			textLines(lines, { x: Number(short(x)), y: y + 86, size: 13, leading: 18, attributes: 'fill="var(--ink-2)"' })
		].join('');
	});
	return { markup: markup.join(''), height: Math.ceil(figures.length / columns) * tall };
}

/** Names with what is said of them, in columns. */
export function namesBody(items: readonly { readonly name: string; readonly said: string }[], width: number, columns = 2): StillBody {
	const each = (width - (columns - 1) * 28) / columns;
	const rows = Math.ceil(items.length / columns);
	const markup = items.map(({ name, said }, i) => {
		const [x, y] = [Math.floor(i / rows) * (each + 28), (i % rows) * 50];
		return [
			`<text x="${short(x)}" y="${y + 20}" font-size="17" fill="var(--ink)">${escapeXml(clipped(name, each / 17))}</text>`,
			`<text x="${short(x)}" y="${y + 39}" font-size="13" fill="var(--ink-2)">${escapeXml(clipped(said, each / 13))}</text>`
		].join('');
	});
	return { markup: markup.join(''), height: rows * 50 };
}

/** A text cut where it would be wider than so many em. */
export function clipped(text: string, ems: number): string {
	if (textWidth(text) <= ems) return text;
	let cut = [...text];
	while (cut.length > 1 && textWidth(`${cut.join('')}…`) > ems) cut = cut.slice(0, -1);
	return `${cut.join('').trimEnd()}…`;
}

/** The size of a picture that stands for a shared address, in px. */
export const CARD = { width: 1200, height: 630 } as const;

/** One thing that is known of a record: what, and its value in words. */
export type CardFact = { readonly label: string; readonly value: string };

export type CardWords = {
	readonly locale: Locale;
	readonly palette: PaletteName;
	readonly accent: string | null;
	readonly owner: string;
	readonly title: string;
	readonly sentence: string;
	/** In place of the sentence: what is known of a record. */
	readonly facts?: readonly CardFact[];
	readonly foot: readonly string[];
};

/** The last line of facts stands no lower than this. */
const FACTS_END = 572;

/** Facts one under the other from `y` down, each label above its value, as many as there is room for. */
function factsList(facts: readonly CardFact[], y: number, width: number): string {
	let markup = '';
	for (const { label, value } of facts) {
		const lines = wrapped(value, width / 25).slice(0, 2);
		if (y + 28 + lines.length * 32 > FACTS_END) break;
		markup += textLines([label], { x: 48, y: y + 20, size: 18, leading: 24, attributes: 'fill="var(--ink-2)"' });
		markup += textLines(lines, { x: 48, y: y + 50, size: 25, leading: 32, attributes: 'fill="var(--ink)"' });
		y += 36 + lines.length * 32;
	}
	return markup;
}

/** A card: whose it is, title and sentence or facts at the left, the picture at the right, who made it and when below. */
export function card(words: CardWords, body: StillBody | null, width: number): string {
	const room = { x: 600, y: 30, width: 564, height: 556 };
	const scale = body ? Math.min(room.width / width, room.height / body.height) : 0;
	const left = body ? 520 : 1100;
	const title = wrapped(words.title, left / 44).slice(0, 3);
	const sentence = wrapped(words.sentence, left / 25).slice(0, 9 - title.length);
	const owner = wrapped(words.owner, left / 22).slice(0, 2);
	const top = 72 + owner.length * 30;
	const foot = words.foot.flatMap((line) => wrapped(line, 1110 / 15)).slice(0, 2);
	const picture = body
		? `<g transform="translate(${short(room.x + (room.width - width * scale) / 2)} ${short(room.y + (room.height - body.height * scale) / 2)})scale(${Math.round(scale * 1e4) / 1e4})">${body.markup}</g>`
		: '';
	return painted(
		[
			`<svg xmlns="http://www.w3.org/2000/svg" width="${CARD.width}" height="${CARD.height}" viewBox="0 0 ${CARD.width} ${CARD.height}" role="img" xml:lang="${words.locale}" font-family="${STILL_FONTS}">`,
			`<title>${escapeXml(words.title)}</title><desc>${escapeXml(words.sentence)}</desc><rect width="${CARD.width}" height="${CARD.height}" fill="var(--paper)"/><rect width="12" height="${CARD.height}" fill="${accented('var(--accent)', words.accent, words.palette)}"/>`,
			textLines(owner, { x: 48, y: 66, size: 22, leading: 30, attributes: 'fill="var(--ink-2)"' }),
			textLines(title, { x: 48, y: top + 34, size: 44, leading: 56, attributes: 'font-weight="600" fill="var(--ink)"' }),
			words.facts ? factsList(words.facts, top + title.length * 56 + 6, left) : textLines(sentence, { x: 48, y: top + 34 + title.length * 56 + 6, size: 25, leading: 39, attributes: 'fill="var(--ink-2)"' }),
			picture,
			textLines(foot, { x: 48, y: 612 - (foot.length - 1) * 20, size: 15, leading: 20, attributes: 'fill="var(--ink-3)"' }),
			'</svg>'
		].join(''),
		words.palette
	);
}

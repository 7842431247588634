import { readEmbed, readEmbedPath, type Embed } from '#domain/embed.ts';
import type { Locale } from '#domain/locale.ts';
import { readView } from '#domain/view.ts';
import { embedText } from '#lib/i18n/embed.ts';
import { CARD } from '#lib/picture/embed/still.ts';
import { missingDocument } from '#lib/picture/embed/document.ts';
import { today } from './atlas.ts';
import { pageCard } from './card.ts';
import { answer, documentAnswer, PICTURE_POLICY, tagOf } from './embed-answer.ts';
import { answerFrozen } from './embed-frozen.ts';
import { mapFrames } from './embed-frames.ts';
import { embedPage, embedReading, framing } from './embed.ts';
import { embedCard, embedStill } from './embed-still.ts';
import { png, PNG_WIDTHS, TooBusy } from './export/png.ts';
import { pageWords, type Ask } from './page-words.ts';
import { remember } from './remember.ts';

/** Answers an address below `/embed/`: the embed, or a page that says why there is none. `ask` asks this site as anybody would. */
export async function answerEmbed(path: string, query: URLSearchParams, locale: Locale, request: Request, ask: Ask): Promise<Response> {
	if (path === 'card.png' || path === 'card.svg') return answerCard(path, query, locale, request, ask);
	if (path === 'map/frames') return answerFrames(readEmbed({ name: 'map', city: null }, query, locale), request);
	const allowed = await framing();
	const frozen = path.startsWith('frozen/') ? await answerFrozen(path, allowed, request) : null;
	if (frozen) return frozen;
	const [, below = '', shape] = /^(.*)\.(svg|png)$/.exec(path) ?? [];
	if (shape === 'svg' || shape === 'png') return answerPicture(below, shape, query, locale, request);
	const of = readEmbedPath(path);
	const embed = of && readEmbed(of, query, locale);
	const page = embed && (await embedPage(embed));
	if (page) return documentAnswer(page, allowed, { request });
	const language = embed?.locale ?? locale;
	const complaint = embed?.city ? embedText[language].noCity(embed.city) : embedText[language].missing;
	return documentAnswer(missingDocument(language, readView(query).theme, complaint), allowed, { status: 404, request });
}

/** The days of a map as data, for its script. */
async function answerFrames(embed: Embed, request: Request): Promise<Response> {
	const body = await remember(`frames ${JSON.stringify(embed)} ${today()}`, async () => JSON.stringify(await mapFrames(embed, embedReading(embed))));
	return answer(body, { type: 'application/json', request });
}

/** Widths of a picture, in px. */
const WIDTHS = { least: PNG_WIDTHS.least, usual: 1280, most: 2400 };

/** An embed as a picture: `.svg`, or `.png` of `width` px; with `card` as one of 1200 × 630 for a shared address. */
async function answerPicture(path: string, shape: 'svg' | 'png', query: URLSearchParams, locale: Locale, request: Request): Promise<Response> {
	const of = readEmbedPath(path);
	const embed = of && readEmbed(of, query, locale);
	const isCard = query.has('card');
	const svg = embed && (await remember(`still ${isCard} ${JSON.stringify(embed)} ${today()}`, () => (isCard ? embedCard(embed) : embedStill(embed))));
	if (svg === null) return answer(embedText[locale].missing, { status: 404, type: 'text/plain; charset=utf-8', request });
	if (shape === 'svg') return answer(svg, { type: 'image/svg+xml', request, more: PICTURE_POLICY });
	return pngAnswer(svg, widthOf(query, isCard ? CARD.width : WIDTHS.usual), request);
}

/** The width in px that is asked for, within reason. */
function widthOf(query: URLSearchParams, usual: number): number {
	const asked = Number(query.get('width') ?? usual);
	return Number.isFinite(asked) ? Math.min(WIDTHS.most, Math.max(WIDTHS.least, Math.round(asked))) : usual;
}

/** A card for a page that no embed stands for, such as a member’s: there is one where anybody may read the page. */
async function answerCard(file: 'card.png' | 'card.svg', query: URLSearchParams, locale: Locale, request: Request, ask: Ask): Promise<Response> {
	const path = query.get('page') ?? '';
	const words = await pageWords(path, ask);
	if (!words) return answer(embedText[locale].missing, { status: 404, type: 'text/plain; charset=utf-8', request });
	const svg = await pageCard(path, new URL(request.url).origin, words);
	return file === 'card.svg' ? answer(svg, { type: 'image/svg+xml', request, more: PICTURE_POLICY }) : pngAnswer(svg, widthOf(query, CARD.width), request);
}

/** A drawing as PNG; 503 while too many wait to be drawn. */
export async function pngAnswer(svg: string, width: number, request: Request): Promise<Response> {
	try {
		const body = await remember(`png ${width} ${tagOf(svg)}`, () => png(svg, width));
		return answer(new Uint8Array(body), { type: 'image/png', request });
	} catch (error) {
		if (!(error instanceof TooBusy)) throw error;
		return new Response('too many pictures are being drawn\n', { status: 503, headers: { 'content-type': 'text/plain', 'retry-after': '5' } });
	}
}

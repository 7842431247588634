import { readEmbed, readEmbedPath, type Embed } from '#domain/embed.ts';
import type { Locale } from '#domain/locale.ts';
import { readView } from '#domain/view.ts';
import { embedText } from '#lib/i18n/embed.ts';
import { missingDocument } from '#lib/picture/embed/document.ts';
import { today } from './atlas.ts';
import { answer, documentAnswer } from './embed-answer.ts';
import { mapFrames } from './embed-frames.ts';
import { embedPage, embedReading, framing } from './embed.ts';
import { remember } from './remember.ts';

/** Answers an address below `/embed/`: the embed, or a page that says why there is none. */
export async function answerEmbed(path: string, query: URLSearchParams, locale: Locale, request: Request): Promise<Response> {
	if (path === 'map/frames') return answerFrames(readEmbed({ name: 'map', city: null }, query, locale), request);
	const allowed = await framing();
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

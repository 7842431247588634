import { readEmbed, readEmbedPath } from '#domain/embed.ts';
import type { Locale } from '#domain/locale.ts';
import { readView } from '#domain/view.ts';
import { embedText } from '#lib/i18n/embed.ts';
import { missingDocument } from '#lib/picture/embed/document.ts';
import { documentAnswer } from './embed-answer.ts';
import { embedPage, framing } from './embed.ts';

/** Answers an address below `/embed/`: the embed, or a page that says why there is none. */
export async function answerEmbed(path: string, query: URLSearchParams, locale: Locale, request: Request): Promise<Response> {
	const allowed = await framing();
	const of = readEmbedPath(path);
	const embed = of && readEmbed(of, query, locale);
	const page = embed && (await embedPage(embed));
	if (page) return documentAnswer(page, allowed, { request });
	const language = embed?.locale ?? locale;
	const complaint = embed?.city ? embedText[language].noCity(embed.city) : embedText[language].missing;
	return documentAnswer(missingDocument(language, readView(query).theme, complaint), allowed, { status: 404, request });
}

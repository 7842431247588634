import { cardAddress, cardOfEmbed, embedOfPage, readEmbed, readEmbedPath, USUAL_HEIGHT, type Embed } from '#domain/embed.ts';
import type { Locale } from '#domain/locale.ts';
import { barePath, localeOf } from '#lib/i18n/address.ts';
import { commonText } from '#lib/i18n/common.ts';
import { escape } from '#lib/picture/embed/markup.ts';
import { shownAt, USUAL_WIDTH } from '#lib/picture/embed/snippet.ts';
import { CARD } from '#lib/picture/embed/still.ts';
import { embedContent } from './embed.ts';
import { organisation } from './frame.ts';
import { pageWords, type Ask } from './page-words.ts';

/** Sizes below this are asked for by mistake: nothing could be read. */
const LEAST = 100;
/** A narrower card cannot be read. */
const LEAST_CARD = 200;

type Answer = Readonly<Record<string, string | number>>;

/** Answers an oEmbed request (oembed.com, version 1.0): `url` a public page or an embed of this site. */
export async function answerOembed(query: URLSearchParams, origin: string, ask: Ask): Promise<Response> {
	const format = query.get('format') ?? 'json';
	if (format !== 'json' && format !== 'xml') return plain(501, 'format must be json or xml');
	const most = { width: limit(query, 'maxwidth'), height: limit(query, 'maxheight') };
	if (most.width === null || most.height === null) return plain(400, 'maxwidth and maxheight must be whole numbers of pixels above 0');
	const url = URL.parse(query.get('url') ?? '');
	if (!url) return plain(400, 'url must be an address of this site');
	if (url.origin !== origin) return plain(404, 'url is no address of this site');
	const found = await describe(url, origin, { width: most.width, height: most.height }, ask);
	if (!found) return plain(404, 'nothing public is at this address');
	const headers = { 'cache-control': 'public, max-age=300', 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' };
	return format === 'json'
		? new Response(JSON.stringify(found), { headers: { ...headers, 'content-type': 'application/json; charset=utf-8' } })
		: new Response(xml(found), { headers: { ...headers, 'content-type': 'text/xml; charset=utf-8' } });
}

function plain(status: number, why: string): Response {
	return new Response(`${why}\n`, { status, headers: { 'content-type': 'text/plain; charset=utf-8', 'access-control-allow-origin': '*' } });
}

/** A limit in px; Infinity where none is given, null where it makes no sense. */
function limit(query: URLSearchParams, name: string): number | null {
	const text = query.get(name);
	if (text === null || text === '') return Infinity;
	return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : null;
}

function xml(answer: Answer): string {
	const elements = Object.entries(answer).map(([name, value]) => `<${name}>${escape(String(value))}</${name}>`);
	return `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>${elements.join('')}</oembed>\n`;
}

/** The embed at an address: itself, or that of a page. */
function embedAt(url: URL, locale: Locale): Embed | null {
	const path = barePath(url.pathname);
	const [, below] = /^\/embed\/(.+)$/.exec(path) ?? [];
	const of = below === undefined ? null : readEmbedPath(below);
	return of ? readEmbed(of, url.searchParams, locale) : embedOfPage(path, url.searchParams, locale);
}

async function describe(url: URL, origin: string, most: { width: number; height: number }, ask: Ask): Promise<Answer | null> {
	const locale = localeOf(url.pathname);
	const own = await organisation();
	const provider = { version: '1.0', provider_name: own?.name.zh ?? commonText[locale].product, provider_url: origin, cache_age: 300 };
	const embed = embedAt(url, locale);
	const address = url.pathname + url.search;
	const path = barePath(url.pathname);
	const picture = embed && path.startsWith('/embed/') ? cardOfEmbed(embed) : cardAddress({ path, query: url.searchParams, address, locale });
	const thumbnail = thumbnailOf(origin + picture, most);
	if (!embed) {
		const words = await pageWords(address, ask);
		return words && { ...provider, type: 'link', title: words.title, ...thumbnail };
	}
	const content = await embedContent(embed);
	if (!content) return null;
	const width = Math.max(Math.min(USUAL_WIDTH, most.width), Math.min(LEAST, most.width));
	const height = Math.min(USUAL_HEIGHT[embed.name], most.height);
	const shown = shownAt({ embed, origin, words: content.title });
	return {
		...provider,
		type: 'rich',
		title: content.title,
		width,
		height,
		html: `<iframe src="${escape(shown)}" title="${escape(content.title)}" width="${width}" height="${height}" loading="lazy" style="border:0;max-width:100%"></iframe>`,
		...thumbnail
	};
}

/** A card within the size asked for; nothing where it would be too small to be read. */
function thumbnailOf(picture: string, most: { width: number; height: number }): Answer {
	const width = Math.min(CARD.width, most.width, Math.floor((most.height * CARD.width) / CARD.height));
	if (width < LEAST_CARD) return {};
	return {
		thumbnail_url: width === CARD.width ? picture : `${picture}&width=${width}`,
		thumbnail_width: width,
		thumbnail_height: Math.round((width * CARD.height) / CARD.width)
	};
}

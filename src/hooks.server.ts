import type { Handle, HandleServerError, RequestEvent, ServerInit } from '@sveltejs/kit';
import { readView, writeView, type Theme } from '#domain/view.ts';
import { barePath, localeOf, localePath } from '#lib/i18n/address.ts';
import { mayRead } from '#lib/server/access.ts';
import { enter, isSignedIn } from '#lib/server/entrance.ts';
import { problemResponse } from '#lib/server/api/answer.ts';
import { isOpenData } from '#lib/server/api/gate.ts';
import { isPrivate, openAtlas } from '#lib/server/atlas.ts';
import { compress } from '#lib/server/compress.ts';
import { errorDetails, log } from '#lib/server/log.ts';

export const init: ServerInit = async () => {
	await openAtlas();
};

const SECURITY_HEADERS = {
	'x-content-type-options': 'nosniff',
	'x-frame-options': 'DENY',
	'referrer-policy': 'strict-origin-when-cross-origin',
	'cross-origin-opener-policy': 'same-origin',
	'permissions-policy': 'camera=(), geolocation=(), microphone=(), interest-cohort=()'
};

/** Only what stands below `/embed/`, and says itself who may frame it. */
function mayBeFramed(pathname: string, response: Response): boolean {
	return barePath(pathname).startsWith('/embed/') && (response.headers.get('content-security-policy') ?? '').includes('frame-ancestors');
}

/** The theme a page opens in: the one its address says; the wall is dark unless its address says otherwise. */
function themeOf({ pathname, searchParams }: URL): Theme {
	const { theme } = readView(searchParams);
	return theme === 'auto' && searchParams.get('theme') !== 'auto' && barePath(pathname) === '/wall' ? 'dark' : theme;
}

const SCHEMES = { auto: 'light dark', light: 'light', dark: 'dark' } as const;

export const handle: Handle = async ({ event, resolve }) => {
	event.locals.locale = localeOf(event.url.pathname);
	const theme = themeOf(event.url);
	const turnedAway = await enter(event);
	event.locals.mayRead = await mayRead(event.url.pathname, event.cookies, event.locals.person);
	const response = turnedAway ?? (event.locals.mayRead ? await answer(event, resolve, theme) : await refusal(event));
	for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.headers.set(name, value);
	if (isSignedIn(event.url.pathname)) {
		response.headers.set('cache-control', 'private, no-store');
		response.headers.set('x-robots-tag', 'noindex, nofollow');
	}
	const framed = mayBeFramed(event.url.pathname, response);
	if (framed) response.headers.delete('x-frame-options');
	if (!response.headers.has('cache-control')) response.headers.set('cache-control', isPrivate() ? 'private, no-store' : 'no-cache');
	return compress(event.request, response, framed);
};

const answer = (event: RequestEvent, resolve: Parameters<Handle>[0]['resolve'], theme: Theme): Promise<Response> | Response =>
	resolve(event, {
		// Scripts wait for the picture: what is preloaded competes with the page itself.
		preload: ({ type }) => type !== 'js',
		transformPageChunk: ({ html }) =>
			html
				.replace('%atlas.lang%', event.locals.locale)
				.replace('%atlas.theme%', theme)
				.replace('%atlas.scheme%', SCHEMES[theme])
	});

/** Nobody may read this without a share: a page says so in words, anything else in one line. */
async function refusal(event: RequestEvent): Promise<Response> {
	if (isOpenData(event.url.pathname)) return problemResponse('private', { detail: 'This installation is open only to whoever holds a share of it.' }, event.url.pathname);
	const isPage = !event.isDataRequest && (event.request.headers.get('accept') ?? '').includes('text/html');
	if (!isPage) return new Response('this installation is private\n', { status: 401, headers: { 'content-type': 'text/plain' } });
	const page = await event.fetch(localePath('/private', event.locals.locale) + writeView({ theme: readView(event.url.searchParams).theme }));
	const headers = new Headers(page.headers);
	for (const name of ['content-encoding', 'content-length', 'etag']) headers.delete(name);
	return new Response(await page.text(), { status: 401, headers });
}

/** What went wrong goes to the log with a number; the reader gets the number. */
export const handleError: HandleServerError = ({ error, event, status, message }) => {
	if (status < 500) return { message };
	const id = crypto.randomUUID().slice(0, 8);
	log('error', 'request failed', { id, path: event.url.pathname, status, ...errorDetails(error) });
	return { message, id };
};

import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import { readView } from '#domain/view.ts';
import { localeOf } from '#lib/i18n/address.ts';
import { openAtlas } from '#lib/server/atlas.ts';
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

const SCHEMES = { auto: 'light dark', light: 'light', dark: 'dark' } as const;

export const handle: Handle = async ({ event, resolve }) => {
	event.locals.locale = localeOf(event.url.pathname);
	const { theme } = readView(event.url.searchParams);
	const response = await resolve(event, {
		transformPageChunk: ({ html }) =>
			html
				.replace('%atlas.lang%', event.locals.locale)
				.replace('%atlas.theme%', theme)
				.replace('%atlas.scheme%', SCHEMES[theme])
	});
	for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.headers.set(name, value);
	if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'no-cache');
	return compress(event.request, response);
};

/** What went wrong goes to the log with a number; the reader gets the number. */
export const handleError: HandleServerError = ({ error, event, status, message }) => {
	if (status === 404) return { message };
	const id = crypto.randomUUID().slice(0, 8);
	log('error', 'request failed', { id, path: event.url.pathname, status, ...errorDetails(error) });
	return { message, id };
};

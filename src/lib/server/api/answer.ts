import { isHttpError, isRedirect, type RequestEvent } from '@sveltejs/kit';
import { version } from '$app/environment';
import { dataVersion } from '#db/queries/data-version.ts';
import { Problem, PROBLEMS, type ProblemCode, type ProblemFacts } from '#domain/problem.ts';
import { problemText } from '#lib/i18n/problem.ts';
import { database, isPrivate, today } from '../atlas.ts';
import { TooBusy } from '../export/png.ts';
import { TooManyRows } from '../export/every.ts';
import { UnknownTable } from '../export/view-file.ts';
import { errorDetails, log } from '../log.ts';

/** Where the codes of problems are explained. */
const EXPLAINED = '/open-data#problem-';

/** Any site may read what is public, and the headers that say how often and how fresh. */
const OPEN_HEADERS = {
	'access-control-allow-origin': '*',
	'access-control-expose-headers': 'ETag, Link, RateLimit, RateLimit-Policy, Retry-After, Content-Disposition',
	'cross-origin-resource-policy': 'cross-origin'
};

/** How long a public answer may be kept without asking, in seconds, and how long an old one may serve while asking. */
const FRESH = 'public, max-age=60, stale-while-revalidate=600';

/** An answer to be sent: its bytes, what they are, and whatever headers it needs beside. */
export type Answered = { readonly body: string | Uint8Array; readonly type: string; readonly headers?: Readonly<Record<string, string>> };

/** A problem as RFC 9457 tells it. `instance` is the address that was asked. */
export function problemResponse(code: ProblemCode, facts: ProblemFacts, instance: string, headers: Readonly<Record<string, string>> = {}): Response {
	const status = PROBLEMS[code];
	const { detail, ...more } = facts;
	const body = { type: EXPLAINED + code, title: problemText.en.titles[code], status, code, detail, instance, ...more };
	return new Response(JSON.stringify(body), {
		status,
		headers: { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store', ...OPEN_HEADERS, ...headers }
	});
}

/**
 * The one way by which data leave the site: answers with what `make` returns, tagged by the version of the data so that
 * whoever has it already is told so before anything is made, open to every origin; whatever goes wrong is told as a
 * problem. On a private installation nothing may be kept.
 */
export async function answerPublicly(event: RequestEvent, make: () => Promise<Answered>): Promise<Response> {
	const { url, request } = event;
	const instance = url.pathname + url.search;
	try {
		const headers: Record<string, string> = { ...OPEN_HEADERS };
		if (!isPrivate()) {
			const tag = `"${await dataVersion(database())}-${today()}-${version}"`;
			Object.assign(headers, { etag: tag, 'cache-control': FRESH });
			if (holds(request, tag)) return new Response(null, { status: 304, headers });
		}
		const { body, type, headers: own } = await make();
		return new Response(typeof body === 'string' ? body : new Uint8Array(body), { headers: { ...headers, 'content-type': type, ...own } });
	} catch (error) {
		return refusal(error, instance);
	}
}

function holds({ headers }: Request, tag: string): boolean {
	const held = (headers.get('if-none-match') ?? '').split(',').map((text) => text.trim().replace(/^W\//, ''));
	return held.includes(tag) || held.includes('*');
}

function refusal(error: unknown, instance: string): Response {
	if (isHttpError(error) || isRedirect(error)) throw error;
	if (error instanceof Problem) return problemResponse(error.code, error.facts, instance);
	if (error instanceof TooManyRows) return problemResponse('too_many_rows', { detail: `${error.message}. Filter the view, or page through /api/v1.` }, instance);
	if (error instanceof TooBusy) return problemResponse('too_busy', { detail: error.message }, instance, { 'retry-after': '5' });
	if (error instanceof UnknownTable) return problemResponse('invalid_value', { detail: error.message, parameter: 'table', allowed: error.tables }, instance);
	const id = crypto.randomUUID().slice(0, 8);
	log('error', 'an answer to the public interface failed', { id, path: instance, ...errorDetails(error) });
	return problemResponse('internal', { detail: 'The server’s log tells more under this number.', id }, instance);
}

const METHODS = 'GET, HEAD, OPTIONS';

/** What a browser asks before it asks across origins, and whoever wants to know what is answered here. */
export function optionsAnswer(): Response {
	return new Response(null, {
		status: 204,
		headers: { allow: METHODS, ...OPEN_HEADERS, 'access-control-allow-methods': METHODS, 'access-control-allow-headers': 'If-None-Match', 'access-control-max-age': '86400' }
	});
}

/** Any other method: what is public is read, never written. */
export function methodRefused({ request, url }: Pick<RequestEvent, 'request' | 'url'>): Response {
	return problemResponse('method_not_allowed', { detail: `${request.method} is not answered here.`, allowed: METHODS.split(', ') }, url.pathname + url.search, { allow: METHODS });
}

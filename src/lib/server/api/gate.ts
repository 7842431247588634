import type { IncomingMessage, ServerResponse } from 'node:http';
import { PROBLEMS } from '#domain/problem.ts';
import { readShape } from '#domain/shape.ts';
import { barePath } from '#lib/i18n/address.ts';
import { problemText } from '#lib/i18n/problem.ts';
import { setHead, type Handler } from '../front.ts';
import { addressKey } from '../address-key.ts';
import { limitOf } from '../limit.ts';

/** How many requests of one address in a minute the public interface and the downloads answer, unless a setting says otherwise. */
export const USUAL_RATE = 600;
const SECONDS = 60;

const FILES = /^\/(api\/|data\.zip$|feed\.atom$|events\.ics$|sitemap)/;

/** Is this an address of the public interface, a download or a feed? */
export function isOpenData(pathname: string): boolean {
	const path = barePath(pathname);
	return FILES.test(path) || readShape(path) !== null;
}

export type GateOptions = {
	/** Requests a minute for one address; 0: no limit. */
	readonly rate: number;
	/** Who asks. */
	readonly addressOf: (request: IncomingMessage) => string;
	/** A clock in milliseconds. */
	readonly now?: () => number;
};

/**
 * Stands before everything that answers and counts what each address asks of the public interface, answers kept in memory
 * included. Each answer says what is left (RateLimit, RateLimit-Policy); beyond the limit it is a problem with Retry-After.
 */
export function gateOf(handler: Handler, { rate, addressOf, now = () => performance.now() }: GateOptions): Handler {
	if (rate === 0) return handler;
	const limit = limitOf(rate, SECONDS * 1000);
	const policy = `"default";q=${rate};w=${SECONDS}`;
	return (request, response) => {
		const path = pathOf(request.url ?? '/');
		if (!isOpenData(path) || request.method === 'OPTIONS') return handler(request, response);
		const { allowed, left, retryAfter } = limit(addressKey(addressOf(request)), now());
		const head = ['ratelimit-policy', policy, 'ratelimit', `"default";r=${left};t=${Math.ceil(((rate - left) * SECONDS) / rate)}`];
		if (allowed) return handler(request, response, head);
		setHead(response, head);
		refuse(request, response, retryAfter, path);
	};
}

function pathOf(url: string): string {
	return url.split('?', 1)[0] ?? '/';
}

function refuse(request: IncomingMessage, response: ServerResponse, retryAfter: number, path: string): void {
	const body = JSON.stringify({
		type: '/open-data#problem-too_many_requests',
		title: problemText.en.titles.too_many_requests,
		status: PROBLEMS.too_many_requests,
		code: 'too_many_requests',
		detail: `Ask again in ${retryAfter} s.`,
		instance: path
	});
	response.statusCode = PROBLEMS.too_many_requests;
	response.setHeader('retry-after', String(retryAfter));
	response.setHeader('content-type', 'application/problem+json; charset=utf-8');
	response.setHeader('cache-control', 'no-store');
	response.setHeader('access-control-allow-origin', '*');
	response.setHeader('access-control-expose-headers', 'RateLimit, RateLimit-Policy, Retry-After');
	response.setHeader('x-content-type-options', 'nosniff');
	response.end(request.method === 'HEAD' ? undefined : body);
}

/**
 * The address of whoever asks, as the adapter reads it: the connection's, or that in the header which a proxy of one's own
 * sets (`ADDRESS_HEADER`), of X-Forwarded-For the one `XFF_DEPTH` from its end, which nobody but the proxies can forge.
 */
export function addressReader(env: Readonly<Record<string, string | undefined>>): (request: IncomingMessage) => string {
	const header = (env['ADDRESS_HEADER'] ?? '').toLowerCase();
	const depth = Math.max(1, Number.parseInt(env['XFF_DEPTH'] ?? '1', 10) || 1);
	return ({ headers, socket }) => {
		const said = header === '' ? undefined : headers[header];
		const own = socket.remoteAddress ?? '';
		if (said === undefined) return own;
		const list = String(said).split(',').map((part) => part.trim());
		return (header === 'x-forwarded-for' ? list.at(-depth) : list.at(-1)) || own;
	};
}

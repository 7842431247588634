import { createHash } from 'node:crypto';
import { frameAncestors, type Framing } from '#domain/framing.ts';
import type { EmbedDocument } from '#lib/picture/embed/document.ts';

/**
 * Live: whoever holds a copy shows it and asks behind the reader's back. Frozen: it never changes, so it is not asked for again.
 */
export const CACHING = {
	live: 'public, max-age=0, stale-while-revalidate=86400',
	frozen: 'public, max-age=31536000, immutable'
} as const;

/** A drawing opened by itself runs and loads nothing. */
export const PICTURE_POLICY = { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'" };

/** Where browsers tell of a frame they refused; see the endpoint of that address. */
export const SEEN = '/embed/seen';

/** A strong tag of the bytes of an answer. */
export function tagOf(body: string | Uint8Array): string {
	return `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
}

/** The policy of an embed's document: its own rules, one script of this site, and who may frame it. */
export function embedPolicy(styles: string, allowed: Framing): string {
	const hash = createHash('sha256').update(styles).digest('base64');
	return [
		"default-src 'none'",
		`style-src 'sha256-${hash}'`,
		"script-src 'self'",
		"connect-src 'self'",
		"img-src 'self' data:",
		"base-uri 'none'",
		"form-action 'none'",
		`frame-ancestors ${frameAncestors(allowed)}`,
		`report-uri ${SEEN}`
	].join('; ');
}

/** An embed's document as an answer. */
export function documentAnswer({ html, styles }: EmbedDocument, allowed: Framing, { status = 200, caching = CACHING.live, request }: { status?: number; caching?: string; request: Request }): Response {
	return answer(html, { status, caching, request, type: 'text/html; charset=utf-8', more: { 'content-security-policy': embedPolicy(styles, allowed) } });
}

/** Any part of an embed as an answer that other sites may show; 304 where the asker has it already. */
export function answer(
	body: string | Uint8Array<ArrayBuffer>,
	{ status = 200, caching = CACHING.live, type, request, more = {} }: { status?: number; caching?: string; type: string; request: Request; more?: Record<string, string> }
): Response {
	const etag = tagOf(body);
	const headers = { 'cache-control': status === 200 ? caching : 'no-cache', 'cross-origin-resource-policy': 'cross-origin', etag, ...more };
	const held = (request.headers.get('if-none-match') ?? '').split(/\s*,\s*/).map((tag) => tag.replace(/^W\//, ''));
	if (status === 200 && held.includes(etag)) return new Response(null, { status: 304, headers });
	return new Response(body, { status, headers: { ...headers, 'content-type': type } });
}

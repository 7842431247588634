import type { Cookies } from '@sveltejs/kit';
import { shareByToken } from '#db/queries/share.ts';
import { sameText, tokenHash } from '#db/secret.ts';
import { now as thisMoment } from '#domain/instant.ts';
import type { Person } from '#domain/role.ts';
import { readShape } from '#domain/shape.ts';
import { opens, pathOf, shareRefusal, type Share } from '#domain/share.ts';
import { barePath } from '#lib/i18n/address.ts';
import { database, isPrivate } from './atlas.ts';

/** Open to everybody, private installation or not: what an operator asks, the ways in, and what checks rights itself. */
const OPEN = /^\/(healthz|readyz|private|robots\.txt|share\/[^/]+|(login|setup|staff)(\/.*)?)$/;

/** What other sites show stays open too. */
const SHOWN_ELSEWHERE = /^\/(embed\/.+|oembed)$/;

/** What belongs to a page, and is open to whoever may read that page. */
const PARTS: Readonly<Record<string, string>> = { '/wall/turns': '/wall', '/growth': '/' };

/** What a page needs beside itself, once a share opens it. */
const COMPANIONS = new Set(['/live']);

/** Several shares may be open in one browser; the oldest go. */
const MOST = 5;
export const SHARE_COOKIE = 'share';

/** What the cookie says of one share: its token, and for a share with a password a proof that it was given. */
export function shareKey(token: string, passwordHash: string | null): string {
	return passwordHash === null ? token : `${token}~${tokenHash(`${token} ${passwordHash}`)}`;
}

/** May this request read? Always, unless the installation is private; then whoever is signed in, and others through a share of the page. */
export async function mayRead(pathname: string, cookies: Pick<Cookies, 'get'>, person: Person | null): Promise<boolean> {
	if (!isPrivate() || person) return true;
	const path = barePath(pathname);
	if (OPEN.test(path) || SHOWN_ELSEWHERE.test(path)) return true;
	const shares = await openShares(cookies);
	const page = readShape(path)?.path ?? path;
	return shares.some((share) => opens(barePath(pathOf(share.path)), PARTS[page] ?? page) || COMPANIONS.has(path));
}

async function openShares(cookies: Pick<Cookies, 'get'>): Promise<Share[]> {
	const now = thisMoment();
	const keys = keysOf(cookies);
	const found = await Promise.all(
		keys.map(async (key) => {
			const token = key.split('~')[0] as string;
			const known = await shareByToken(database(), token);
			return known && shareRefusal(known.share, now) === null && sameText(key, shareKey(token, known.passwordHash)) ? known.share : null;
		})
	);
	return found.filter((share) => share !== null);
}

/** The keys in the cookie, the newest first. */
function keysOf(cookies: Pick<Cookies, 'get'>): string[] {
	return (cookies.get(SHARE_COOKIE) ?? '').split('.').filter(Boolean).slice(0, MOST);
}

/** Adds a share to those the browser holds. Without an end of its own the cookie goes with the browser's session. */
export function rememberShare(cookies: Cookies, key: string, secure: boolean): void {
	const keys = [key, ...keysOf(cookies).filter((other) => other !== key)].slice(0, MOST);
	cookies.set(SHARE_COOKIE, keys.join('.'), { path: '/', httpOnly: true, sameSite: 'lax', secure });
}

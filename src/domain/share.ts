import * as v from 'valibot';
import type { Instant } from './instant.ts';

/** 分享链接: a way into one page of a private installation, without an account. */
export type Share = {
	readonly id: string;
	/** The page it opens: an address without origin, with its query, in the language in which it is to be opened. */
	readonly path: string;
	readonly label: string;
	readonly createdAt: Instant;
	readonly expiresAt: Instant | null;
	readonly revokedAt: Instant | null;
	readonly hasPassword: boolean;
	/** Who made it, as the history names people; null: the command line. */
	readonly createdBy: string | null;
};

/** An address within the site: begins with one slash, and is neither a share link itself nor signed-in work. */
export const sharePathSchema = v.pipe(
	v.string(),
	v.trim(),
	v.maxLength(2000),
	v.regex(/^\/(?![/\\])[^\s\\]*$/, 'path'),
	v.check((path) => !/^\/(en\/)?(share|staff|login)([/?#]|$)/.test(path), 'path')
);

/** An address as somebody typed or pasted it, without the site's own origin. */
export function withoutOrigin(text: string, origin: string): string {
	const typed = text.trim();
	return typed.toLowerCase().startsWith(`${origin.toLowerCase()}/`) ? typed.slice(origin.length) : typed;
}

/** Characters of a password of a share, and of its note. */
export const SHARE_PASSWORD = { least: 8, most: 200 } as const;
export const MOST_SHARE_LABEL = 100;

/** Why a share opens nothing; null when it does. */
export function shareRefusal(share: Pick<Share, 'expiresAt' | 'revokedAt'>, now: Instant): 'revoked' | 'expired' | null {
	if (share.revokedAt !== null && share.revokedAt <= now) return 'revoked';
	return share.expiresAt !== null && share.expiresAt <= now ? 'expired' : null;
}

/** The page of a share's address, without its query. */
export function pathOf(address: string): string {
	return address.split(/[?#]/)[0] as string;
}

/** Does a share of `path` open the page at `pathname` (both without language)? Its query may be another view of the same page. */
export function opens(path: string, pathname: string): boolean {
	return trimmed(pathOf(path)) === trimmed(pathname);
}

function trimmed(path: string): string {
	return path.length > 1 ? path.replace(/\/+$/, '') : path;
}

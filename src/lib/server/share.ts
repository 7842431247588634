import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { shareByToken } from '#db/queries/share.ts';
import { passwordMatches } from '#db/secret.ts';
import { now as thisMoment } from '#domain/instant.ts';
import { pathOf, shareRefusal } from '#domain/share.ts';
import { localeOf, localePath } from '#lib/i18n/address.ts';
import { rememberShare, shareKey } from './access.ts';
import { database } from './atlas.ts';
import { limitOf } from './limit.ts';

/** Share links tried from one address, and passwords tried on one link, in a minute; whichever runs out first. */
const byAddress = limitOf(30, 60_000);
const passwordsByAddress = limitOf(8, 60_000);
const passwordsByLink = limitOf(20, 60_000);

type ShareRequest = Pick<RequestEvent, 'url' | 'cookies' | 'locals' | 'getClientAddress'> & { params: { token: string } };

function refuse(retryAfter: number): never {
	error(429, { message: `too many tries; again in ${retryAfter} s` });
}

async function shareOf({ params, getClientAddress }: ShareRequest) {
	const { allowed, retryAfter } = byAddress(getClientAddress(), performance.now());
	if (!allowed) refuse(retryAfter);
	const found = await shareByToken(database(), params.token);
	// An ended link answers as one that never was: nothing is told to whoever holds it.
	if (!found || shareRefusal(found.share, thisMoment()) !== null) error(404, { message: 'no such share' });
	return found;
}

/** Opens a share without a password and goes to its page; with one, says that it is asked for. */
export async function openShare(event: ShareRequest): Promise<{ label: string }> {
	const { share, passwordHash } = await shareOf(event);
	if (passwordHash !== null) return { label: share.label };
	enter(event, share.path, passwordHash);
}

/** Opens a share with its password and goes to its page. False: the password is not right. */
export async function openWithPassword(event: ShareRequest, password: string): Promise<false> {
	const { share, passwordHash } = await shareOf(event);
	const now = performance.now();
	for (const { allowed, retryAfter } of [passwordsByAddress(event.getClientAddress(), now), passwordsByLink(share.id, now)])
		if (!allowed) refuse(retryAfter);
	if (passwordHash !== null && !passwordMatches(password, passwordHash)) return false;
	enter(event, share.path, passwordHash);
}

function enter({ cookies, locals, params, url }: ShareRequest, path: string, passwordHash: string | null): never {
	rememberShare(cookies, shareKey(params.token, passwordHash), url.protocol === 'https:');
	redirect(303, localeOf(pathOf(path)) === 'en' ? path : localePath(path, locals.locale));
}

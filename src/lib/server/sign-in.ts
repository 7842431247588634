import type { RequestEvent } from '@sveltejs/kit';
import { isAPIError } from 'better-auth/api';
import { addressKey } from './address-key.ts';
import { tooMany, type TooMany } from './attempts.ts';
import { auth } from './auth.ts';
import { limitOf } from './limit.ts';
import { CODE_COOKIE, headersOf, takeCookies } from './session.ts';

/** Tries at passwords and codes: from one address, and at one account, whichever runs out first. They come back with time. */
const byAddress = limitOf(20, 5 * 60_000);
const byAccount = limitOf(10, 10 * 60_000);
const codesByAddress = limitOf(20, 5 * 60_000);
const codesBySignIn = limitOf(5, 10 * 60_000);

type Asked = Pick<RequestEvent, 'request' | 'cookies' | 'url' | 'getClientAddress'>;

/** Why nobody was signed in: wrong words, or too many tries. */
export type Refused = { readonly refused: 'credentials' | 'code' | 'expired' } | TooMany;

/**
 * Signs in by e-mail address and password. `code`: the password was right and a code is asked for now. An unknown
 * account, a wrong password and somebody who is shut out get the same answer after the same work.
 */
export async function signIn(event: Asked, email: string, password: string): Promise<'in' | 'code' | Refused> {
	const now = performance.now();
	const account = email.trim().toLowerCase().slice(0, 254);
	const wait = tooMany(byAddress(addressKey(event.getClientAddress()), now), byAccount(account, now));
	if (wait) return wait;
	try {
		const { response, headers } = await auth().signInEmail({ body: { email: account, password }, headers: headersOf(event), returnHeaders: true });
		takeCookies(event, headers);
		return 'twoFactorRedirect' in response ? 'code' : 'in';
	} catch (error) {
		if (!isAPIError(error)) throw error;
		return { refused: 'credentials' };
	}
}

/** Has the password been given in this browser, and is the code still to come? */
export function awaitsCode({ cookies }: Pick<Asked, 'cookies'>): boolean {
	return cookies.get(CODE_COOKIE) !== undefined;
}

/** The second step: the code of the authenticator, or one of the recovery codes, each of which is good once. */
export async function giveCode(event: Asked, code: string, kind: 'authenticator' | 'recovery'): Promise<'in' | Refused> {
	const signInUnderWay = event.cookies.get(CODE_COOKIE);
	if (signInUnderWay === undefined) return { refused: 'expired' };
	const now = performance.now();
	const wait = tooMany(codesByAddress(addressKey(event.getClientAddress()), now), codesBySignIn(signInUnderWay, now));
	if (wait) return wait;
	const call = { body: { code: code.trim().replace(kind === 'authenticator' ? /\s/g : /^$/, '') }, headers: headersOf(event), returnHeaders: true as const };
	try {
		const { headers } = kind === 'authenticator' ? await auth().verifyTOTP(call) : await auth().verifyBackupCode(call);
		takeCookies(event, headers);
		return 'in';
	} catch (error) {
		if (!isAPIError(error)) throw error;
		return refusalOf(error);
	}
}

function refusalOf(error: { statusCode?: number; body?: { code?: string | undefined } | undefined }): Refused {
	const code = error.body?.code;
	if (code === 'ACCOUNT_TEMPORARILY_LOCKED') return { refused: 'tries', retryAfter: 15 * 60 };
	return { refused: code === 'INVALID_TWO_FACTOR_COOKIE' || code === 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE' ? 'expired' : 'code' };
}

/** Ends the session of this browser. */
export async function signOut(event: Asked): Promise<void> {
	const { headers } = await auth().signOut({ headers: headersOf(event), returnHeaders: true });
	takeCookies(event, headers);
}

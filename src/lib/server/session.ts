import type { RequestEvent } from '@sveltejs/kit';
import { parseSetCookieHeader } from 'better-auth/cookies';
import { readSetting } from '#db/queries/setting.ts';
import type { Person, Role } from '#domain/role.ts';
import { database } from './atlas.ts';
import { ADDRESS_HEADER, auth } from './auth.ts';
import { remember } from './remember.ts';

/** The cookie of a signed-in browser, and that of one between password and code. */
export const SESSION_COOKIE = 'atlas.session_token';
export const CODE_COOKIE = 'atlas.two_factor';

type Asked = Pick<RequestEvent, 'request' | 'cookies' | 'url' | 'getClientAddress'>;

/** A signed-in browser: who, by which session, and whether a second factor must be set up before anything else. */
export type Recognised = { readonly person: Person; readonly sessionId: string; readonly mustEnrol: boolean };

/** Must everybody have a second factor? */
export function isSecondFactorRequired(): Promise<boolean> {
	return remember('second factor', async () => (await readSetting(database(), 'second_factor'))?.required ?? false);
}

/** Who asks, by the session cookie; null for nobody, for an ended session and for somebody who is shut out. */
export async function recognise(event: Asked): Promise<Recognised | null> {
	if (!event.cookies.get(SESSION_COOKIE)) return null;
	const { response, headers } = await auth().getSession({ headers: headersOf(event), returnHeaders: true });
	takeCookies(event, headers);
	if (!response || response.user.deactivatedAt) return null;
	const { id, name, email, role, twoFactorEnabled } = response.user;
	return {
		person: { id, name, email, role: role as Role },
		sessionId: response.session.id,
		mustEnrol: !twoFactorEnabled && (await isSecondFactorRequired())
	};
}

/** What the sign-in library is told of a request: its cookies, its browser, and the address as this server knows it. */
export function headersOf({ request, getClientAddress }: Asked): Headers {
	const headers = new Headers({ [ADDRESS_HEADER]: getClientAddress() });
	for (const name of ['cookie', 'user-agent']) {
		const value = request.headers.get(name);
		if (value !== null) headers.set(name, value.slice(0, 8000));
	}
	return headers;
}

/** Sets the cookies that the sign-in library asks for; always out of reach of scripts, and Secure under https. */
export function takeCookies({ cookies, url }: Asked, headers: Headers | null | undefined): void {
	for (const [name, { value, 'max-age': maxAge }] of parseSetCookieHeader(headers?.get('set-cookie') ?? ''))
		cookies.set(name, value, {
			path: '/',
			httpOnly: true,
			sameSite: 'lax',
			secure: url.protocol === 'https:',
			...(maxAge !== undefined && { maxAge })
		});
}

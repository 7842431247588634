import { json, type RequestEvent } from '@sveltejs/kit';
import { barePath, localePath } from '#lib/i18n/address.ts';
import { isPrivate } from './atlas.ts';
import { recognise } from './session.ts';

/** Where people sign in and work. */
const SIGNED_IN = /^\/(staff|login|setup)(\/|$)/;

/** What remains open to somebody who must set up a second factor first. */
const ENROLMENT = /^\/(staff\/account(\/.*)?|login)$/;

/** Is this an address of signed-in work? What it answers is kept by nobody. */
export function isSignedIn(pathname: string): boolean {
	return SIGNED_IN.test(barePath(pathname));
}

/**
 * Finds out who asks, for rights to be checked by. On the public pages of an open installation nobody is asked: they
 * are the same for everybody. Answers itself where the request may go no further: one sent from another site with this
 * browser's cookies, and any by somebody who must first set up a second factor.
 */
export async function enter(event: RequestEvent): Promise<Response | null> {
	const { locals, request, url } = event;
	locals.person = null;
	locals.sessionId = null;
	if (!isSignedIn(url.pathname) && !isPrivate()) return null;
	if (isForged(request, url)) return json({ message: 'this request comes from another site' }, { status: 403 });
	const found = await recognise(event);
	if (!found) return null;
	locals.person = found.person;
	locals.sessionId = found.sessionId;
	if (!found.mustEnrol || ENROLMENT.test(barePath(url.pathname))) return null;
	const enrolment = localePath('/staff/account', locals.locale);
	const isPage = request.method === 'GET' && (request.headers.get('accept') ?? '').includes('text/html') && !event.isDataRequest;
	if (isPage) return new Response(null, { status: 303, headers: { location: enrolment } });
	if (event.isDataRequest) return json({ type: 'redirect', location: enrolment });
	return json({ message: 'a second factor must be set up first' }, { status: 403 });
}

/** Does a request that changes something come from another site's page? */
function isForged({ method, headers }: Request, { origin }: URL): boolean {
	if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return false;
	const from = headers.get('origin');
	const site = headers.get('sec-fetch-site');
	return (from !== null && from !== origin) || site === 'cross-site' || site === 'same-site';
}

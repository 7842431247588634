import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { atLeast, type Person, type Role } from '#domain/role.ts';
import { localePath } from '#lib/i18n/address.ts';

type Asked = Pick<RequestEvent, 'locals' | 'url' | 'request' | 'isDataRequest'>;

/**
 * The person who asks, of at least the needed role: the first line of every load, action and endpoint of signed-in
 * pages. A page asked for by nobody leads to the sign-in and back; anything else is refused with 401; 403 for a role
 * that does not include the needed one.
 */
export function requireRole({ locals, url, request, isDataRequest }: Asked, needed: Role): Person {
	const { person, locale } = locals;
	if (!person) {
		const isPage = request.method === 'GET' && (isDataRequest || (request.headers.get('accept') ?? '').includes('text/html'));
		if (!isPage) error(401, { message: 'sign in first' });
		redirect(303, `${localePath('/login', locale)}?to=${encodeURIComponent(url.pathname + url.search)}`);
	}
	if (!atLeast(person.role, needed)) error(403, { message: `this needs the role ${needed}` });
	return person;
}

/** The name under which a person's writes stand in the history. */
export function actorOf(person: Person): string {
	return `person:${person.id}`;
}

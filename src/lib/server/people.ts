import { error, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { createInvitation, openInvitations, revokeInvitation } from '#db/queries/invitation.ts';
import { changeRole, deactivatePerson, LastAdmin, listPeople, personById, reactivatePerson, removeSecondFactor } from '#db/queries/person.ts';
import { now } from '#domain/instant.ts';
import type { Invitation } from '#domain/invitation.ts';
import { personNameSchema, roleSchema, type Account } from '#domain/person.ts';
import type { Person } from '#domain/role.ts';
import { localePath } from '#lib/i18n/address.ts';
import { database } from './atlas.ts';
import { checked, type FieldErrors } from './form.ts';
import { log } from './log.ts';
import { actorOf } from './rights.ts';

type Asked = Pick<RequestEvent, 'url' | 'locals'>;

/** A link that was just made: shown once, kept nowhere. */
export type FreshLink = { readonly href: string; readonly label: string; readonly expiresAt: string; readonly purpose: Invitation['purpose'] };

/** Everybody, and the links that are open. */
export async function people(): Promise<{ people: Account[]; invitations: Invitation[] }> {
	const [all, invitations] = await Promise.all([listPeople(database()), openInvitations(database(), now())]);
	return { people: all, invitations: invitations.filter(({ purpose }) => purpose !== 'setup') };
}

/** One person. Ends with 404 when there is none. */
export async function personOf(id: string): Promise<Account> {
	const person = await personById(database(), id);
	if (!person) error(404, { message: 'unknown person' });
	return person;
}

const invitationSchema = v.object({ label: personNameSchema, role: roleSchema });

/** Makes a link by which somebody makes an account. */
export async function invite(event: Asked, by: Person, given: { label: string; role: string }): Promise<{ link: FreshLink } | { errors: FieldErrors }> {
	const { value, errors } = checked(invitationSchema, given);
	if (errors) return { errors };
	return { link: await freshLink(event, by, { purpose: 'invite', ...value, personId: null }) };
}

/** Makes a link by which a person sets a new password. Ends with 404 for somebody who is shut out. */
export async function offerPassword(event: Asked, by: Person, id: string): Promise<FreshLink> {
	const { name, role, deactivatedAt } = await personOf(id);
	if (deactivatedAt !== null) error(404, { message: 'this person is deactivated' });
	return freshLink(event, by, { purpose: 'password', role, label: name, personId: id });
}

async function freshLink({ url, locals }: Asked, by: Person, input: Pick<Invitation, 'purpose' | 'role' | 'label' | 'personId'>): Promise<FreshLink> {
	const made = await database().transaction().execute((trx) => createInvitation(trx, { ...input, createdBy: actorOf(by) }, now()));
	const { id, purpose, role, label, expiresAt, personId } = made.invitation;
	log('info', 'link made', { by: by.id, invitation: id, purpose, role, person: personId });
	return { href: url.origin + localePath(`/setup/${made.token}`, locals.locale), label, expiresAt, purpose };
}

/** Withdraws a link. */
export async function withdraw(by: Person, id: string): Promise<boolean> {
	const done = await revokeInvitation(database(), id, now());
	if (done) log('info', 'link withdrawn', { by: by.id, invitation: id });
	return done;
}

/** What an administrator may do to a person, by name. */
const CHANGES = {
	deactivate: (id: string) => database().transaction().execute((trx) => deactivatePerson(trx, id, now())),
	reactivate: (id: string) => reactivatePerson(database(), id, now()),
	resetFactor: (id: string) =>
		database()
			.transaction()
			.execute((trx) => removeSecondFactor(trx, id, now()))
			.then(() => true)
} as const;

/** Does it, and says whether it is done; `last`: the only administrator stays one. Ends with 404 for an unknown person. */
export async function changePerson(by: Person, id: string, change: keyof typeof CHANGES): Promise<'done' | 'last' | 'same'> {
	await personOf(id);
	return guarded(() => CHANGES[change](id), { by: by.id, person: id, change });
}

/** Gives a person another role. Ends with 404 for an unknown person, with 400 for an unknown role. */
export async function giveRole(by: Person, id: string, role: string): Promise<'done' | 'last' | 'same'> {
	const before = await personOf(id);
	if (!v.is(roleSchema, role)) error(400, { message: 'unknown role' });
	if (before.role === role) return 'same';
	return guarded(() => database().transaction().execute((trx) => changeRole(trx, id, role, now())), { by: by.id, person: id, change: 'role', from: before.role, to: role });
}

async function guarded(change: () => Promise<boolean>, details: Record<string, unknown>): Promise<'done' | 'last' | 'same'> {
	try {
		const done = await change();
		if (done) log('info', 'person changed', details);
		return done ? 'done' : 'same';
	} catch (failure) {
		if (failure instanceof LastAdmin) return 'last';
		throw failure;
	}
}

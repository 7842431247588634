import { error, type RequestEvent } from '@sveltejs/kit';
import { hashPassword } from 'better-auth/crypto';
import * as v from 'valibot';
import { acceptInvitation, acceptPassword, DeadInvitation, invitationByToken } from '#db/queries/invitation.ts';
import { EmailTaken, personById } from '#db/queries/person.ts';
import { now } from '#domain/instant.ts';
import { invitationRefusal, type Invitation } from '#domain/invitation.ts';
import { emailSchema, passwordSchema, personNameSchema } from '#domain/person.ts';
import { addressKey } from './address-key.ts';
import { tooMany } from './attempts.ts';
import { database } from './atlas.ts';
import { checked, type FieldErrors } from './form.ts';
import { limitOf } from './limit.ts';
import { log } from './log.ts';
import { signIn } from './sign-in.ts';

/** Links tried from one address in a minute. */
const byAddress = limitOf(30, 60_000);

type Asked = Pick<RequestEvent, 'request' | 'cookies' | 'url' | 'getClientAddress'> & { readonly params: { readonly token: string } };

/** What a link is for, as its page shows it; `email` is that of the person whose password it sets. */
export type Offer = Pick<Invitation, 'purpose' | 'role' | 'label'> & { readonly name: string; readonly email: string };

/** What is given with a link: `again` is the password once more. */
export type Given = { readonly name: string; readonly email: string; readonly password: string; readonly again: string };

const password = v.object({ password: passwordSchema, again: v.string() });
const account = v.object({ ...password.entries, name: personNameSchema, email: emailSchema });
const again = <T extends { password: string; again: string }>() => v.forward(v.check<T, string>((given) => given.password === given.again, 'differs'), ['again'] as never);

/** A dead link answers as one that never was: nothing is told to whoever holds it. */
function dead(): never {
	error(404, { message: 'this link opens nothing' });
}

/** What the link in the address is for. Ends with 404 when it opens nothing, with 429 after too many tries. */
export async function offerOf({ params, getClientAddress }: Pick<Asked, 'params' | 'getClientAddress'>): Promise<Offer> {
	const wait = tooMany(byAddress(addressKey(getClientAddress()), performance.now()));
	if (wait) error(429, { message: `too many tries; again in ${wait.retryAfter} s` });
	const invitation = await invitationByToken(database(), params.token);
	if (!invitation || invitationRefusal(invitation, now()) !== null) dead();
	const person = invitation.personId === null ? null : await personById(database(), invitation.personId);
	if (invitation.personId !== null && person?.deactivatedAt !== null) dead();
	const { purpose, role, label } = invitation;
	return { purpose, role, label, name: person?.name ?? label, email: person?.email ?? '' };
}

/** Uses the link and signs in. The errors of its fields when something is wrong with them; the link then remains. */
export async function accept(event: Asked, given: Given): Promise<FieldErrors | null> {
	const offer = await offerOf(event);
	const setsPassword = offer.purpose === 'password';
	const { value, errors } = setsPassword ? checked(v.pipe(password, again()), given) : checked(v.pipe(account, again()), given);
	if (errors) return errors;
	const hash = await hashPassword(value.password);
	const { token } = event.params;
	try {
		if (setsPassword) await database().transaction().execute((trx) => acceptPassword(trx, token, hash, now()));
		else {
			const { name, email } = value as v.InferOutput<typeof account>;
			const person = await database().transaction().execute((trx) => acceptInvitation(trx, token, { name, email, passwordHash: hash }, now()));
			log('info', 'account made', { person: person.id, role: person.role });
		}
	} catch (failure) {
		if (failure instanceof EmailTaken) return { email: 'taken' };
		if (failure instanceof DeadInvitation) dead();
		throw failure;
	}
	await signIn(event, setsPassword ? offer.email : (value as v.InferOutput<typeof account>).email, value.password);
	return null;
}

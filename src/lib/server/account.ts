import type { RequestEvent } from '@sveltejs/kit';
import { isAPIError } from 'better-auth/api';
import * as v from 'valibot';
import { personById, renamePerson } from '#db/queries/person.ts';
import { endOtherSessions, endSession, listSessions, type OpenSession } from '#db/queries/session.ts';
import { browserOf } from '#domain/browser.ts';
import { now } from '#domain/instant.ts';
import { passwordSchema, personNameSchema } from '#domain/person.ts';
import { qrCode } from '#domain/qr.ts';
import type { Person } from '#domain/role.ts';
import { qrPath } from '#lib/picture/wall/qr-path.ts';
import { tooMany, type TooMany } from './attempts.ts';
import { database } from './atlas.ts';
import { auth } from './auth.ts';
import { checked, type FieldErrors } from './form.ts';
import { limitOf } from './limit.ts';
import { headersOf, isSecondFactorRequired, takeCookies } from './session.ts';

/** Tries of a signed-in person at the own password or a code, so that a session left open does not give it away. */
const byPerson = limitOf(10, 10 * 60_000);

type Asked = Pick<RequestEvent, 'request' | 'cookies' | 'url' | 'getClientAddress' | 'locals'>;

/** A form of the account that was refused: a complaint for each field, or too many tries. */
export type Complaint = { readonly errors: FieldErrors } | TooMany;

/** A session as its owner sees it. */
export type OwnSession = Omit<OpenSession, 'agent'> & { readonly browser: string | null; readonly isThis: boolean };

/** The own account: the person, the sessions, whether a second factor is set, and whether it must be. */
export async function account({ id }: Person, sessionId: string | null) {
	const [person, sessions, required] = await Promise.all([personById(database(), id), listSessions(database(), id, now()), isSecondFactorRequired()]);
	return {
		email: person?.email ?? '',
		secondFactor: person?.secondFactor ?? false,
		required,
		sessions: sessions.map(({ agent, ...session }): OwnSession => ({ ...session, browser: browserOf(agent), isThis: session.id === sessionId }))
	};
}

/** Changes the own name. */
export async function rename({ id }: Person, name: string): Promise<Complaint | null> {
	const { value, errors } = checked(v.object({ name: personNameSchema }), { name });
	if (errors) return { errors };
	await renamePerson(database(), id, value.name, now());
	return null;
}

/** Ends a session of the own; `others`: all but this one. */
export async function end({ id }: Person, sessionId: string | null, which: string): Promise<void> {
	if (which !== 'others') await endSession(database(), id, which);
	else if (sessionId !== null) await endOtherSessions(database(), id, sessionId);
}

/** Calls the sign-in library for somebody who gives the own password or a code; a wrong one is told at its field. */
async function prove<T>(event: Asked, { id }: Person, field: 'current' | 'password' | 'code', call: () => Promise<{ response: T; headers: Headers }>): Promise<Complaint | { response: T }> {
	const wait = tooMany(byPerson(id, performance.now()));
	if (wait) return wait;
	try {
		const { response, headers } = await call();
		takeCookies(event, headers);
		return { response };
	} catch (failure) {
		if (!isAPIError(failure)) throw failure;
		return { errors: { [field]: 'wrong' } };
	}
}

const newPasswordSchema = v.pipe(
	v.object({ current: v.pipe(v.string(), v.nonEmpty('empty')), password: passwordSchema, again: v.string() }),
	v.forward(v.check((given) => given.password === given.again, 'differs'), ['again']),
	v.forward(v.check((given) => given.password !== given.current, 'same'), ['password'])
);

/** Changes the own password; every other session ends. */
export async function changePassword(event: Asked, person: Person, given: { current: string; password: string; again: string }): Promise<Complaint | null> {
	const { value, errors } = checked(newPasswordSchema, given);
	if (errors) return { errors };
	const body = { currentPassword: value.current, newPassword: value.password, revokeOtherSessions: true };
	const proved = await prove(event, person, 'current', () => auth().changePassword({ body, headers: headersOf(event), returnHeaders: true }));
	return 'response' in proved ? null : proved;
}

/** A second factor that waits for its first code: what the authenticator is told, as a picture and as text. */
export type Enrolment = { readonly uri: string; readonly secret: string; readonly size: number; readonly path: string; readonly recoveryCodes: readonly string[] };

/** Draws what the authenticator is told. Null for what is no such address. */
export function enrolmentOf(uri: string, recoveryCodes: readonly string[]): Enrolment | null {
	const secret = URL.parse(uri)?.searchParams.get('secret');
	if (!uri.startsWith('otpauth://totp/') || uri.length > 400 || !secret) return null;
	const code = qrCode(uri);
	return { uri, secret, size: code.size, path: qrPath(code), recoveryCodes };
}

/** Begins to set up a second factor, which counts from its first code on. */
export async function beginEnrolment(event: Asked, person: Person, password: string): Promise<Complaint | Enrolment> {
	const proved = await prove(event, person, 'password', () => auth().enableTwoFactor({ body: { password, method: 'totp' }, headers: headersOf(event), returnHeaders: true }));
	if (!('response' in proved)) return proved;
	const { response } = proved;
	const enrolment = 'totpURI' in response && response.totpURI ? enrolmentOf(response.totpURI, response.backupCodes ?? []) : null;
	if (!enrolment) throw new Error('the sign-in library gave no secret for the authenticator');
	return enrolment;
}

/** Ends the setting up with the first code. */
export async function confirmEnrolment(event: Asked, person: Person, code: string): Promise<Complaint | null> {
	const body = { code: code.replace(/\s/g, '') };
	const proved = await prove(event, person, 'code', () => auth().verifyTOTP({ body, headers: headersOf(event), returnHeaders: true }));
	return 'response' in proved ? null : proved;
}

/** Takes the own second factor away. */
export async function endSecondFactor(event: Asked, person: Person, password: string): Promise<Complaint | null> {
	const proved = await prove(event, person, 'password', () => auth().disableTwoFactor({ body: { password }, headers: headersOf(event), returnHeaders: true }));
	return 'response' in proved ? null : proved;
}

/** New recovery codes in place of the old ones. */
export async function newRecoveryCodes(event: Asked, person: Person, password: string): Promise<Complaint | { recoveryCodes: string[] }> {
	const proved = await prove(event, person, 'password', () => auth().generateBackupCodes({ body: { password }, headers: headersOf(event), returnHeaders: true }));
	return 'response' in proved ? { recoveryCodes: proved.response.backupCodes } : proved;
}

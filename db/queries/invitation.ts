import { hoursAfter, type Instant } from '#domain/instant.ts';
import { INVITATION_HOURS, invitationRefusal, type Invitation } from '#domain/invitation.ts';
import { lockWrites } from './data-version.ts';
import { createPerson, hasAdmin, setPassword, type PersonInput } from './person.ts';
import { newToken, tokenHash } from '../secret.ts';
import type { InvitationTable } from '../schema-people.ts';
import type { Db, Trx } from '../schema.ts';

/** The link opens nothing: it never was, was used, was withdrawn, or is too old. */
export class DeadInvitation extends Error {
	override readonly name = 'DeadInvitation';
}

/** A new link, as its maker describes it. */
export type InvitationInput = Pick<Invitation, 'purpose' | 'role' | 'label' | 'personId' | 'createdBy'>;

/**
 * Makes a link that is good once. The token is returned once and kept nowhere. Links of the same purpose for the same
 * person, and earlier set-up links, open nothing from then on.
 */
export async function createInvitation(trx: Trx, input: InvitationInput, now: Instant): Promise<{ invitation: Invitation; token: string }> {
	await lockWrites(trx);
	const { purpose, personId } = input;
	if (purpose !== 'invite')
		await trx
			.updateTable('invitation')
			.set({ revoked_at: now })
			.where('purpose', '=', purpose)
			.$if(personId !== null, (query) => query.where('person_id', '=', personId))
			.where('used_at', 'is', null)
			.where('revoked_at', 'is', null)
			.execute();
	const token = newToken();
	const row: InvitationTable = {
		id: newToken().slice(0, 10),
		token_hash: tokenHash(token),
		purpose,
		role: input.role,
		label: input.label,
		person_id: personId,
		created_by: input.createdBy,
		created_at: now,
		expires_at: hoursAfter(now, INVITATION_HOURS[purpose]),
		used_at: null,
		revoked_at: null
	};
	await trx.insertInto('invitation').values(row).execute();
	return { invitation: invitationOf(row), token };
}

/** The set-up link's token for a database in which nobody keeps people yet, in place of any earlier one; null once somebody does. */
export async function offerSetup(trx: Trx, now: Instant): Promise<string | null> {
	await lockWrites(trx);
	if (await hasAdmin(trx)) return null;
	const input = { purpose: 'setup', role: 'admin', label: '', personId: null, createdBy: 'setup' } as const;
	return (await createInvitation(trx, input, now)).token;
}

/** The link of a token; null when there is none. Dead ones too. */
export async function invitationByToken(db: Db, token: string): Promise<Invitation | null> {
	const row = await db.selectFrom('invitation').selectAll().where('token_hash', '=', tokenHash(token)).executeTakeFirst();
	return row ? invitationOf(row) : null;
}

/** The links that open something, the newest first. */
export async function openInvitations(db: Db, now: Instant): Promise<Invitation[]> {
	const rows = await db
		.selectFrom('invitation')
		.selectAll()
		.where('used_at', 'is', null)
		.where('revoked_at', 'is', null)
		.where('expires_at', '>', now)
		.orderBy('created_at', 'desc')
		.orderBy('id')
		.execute();
	return rows.map(invitationOf);
}

/** Withdraws a link. False when there is none that opens anything. */
export async function revokeInvitation(db: Db, id: string, now: Instant): Promise<boolean> {
	const { numUpdatedRows } = await db
		.updateTable('invitation')
		.set({ revoked_at: now })
		.where('id', '=', id)
		.where('used_at', 'is', null)
		.where('revoked_at', 'is', null)
		.executeTakeFirst();
	return numUpdatedRows > 0n;
}

/**
 * Uses a link that makes an account, which has the link's role. Throws `DeadInvitation`, `EmailTaken`; nothing of it
 * remains once the transaction is rolled back.
 */
export async function acceptInvitation(trx: Trx, token: string, person: Omit<PersonInput, 'role'>, now: Instant) {
	const { purpose, role } = await claim(trx, token, now);
	if (purpose === 'password') throw new DeadInvitation('the link sets a password');
	if (purpose === 'setup' && (await hasAdmin(trx))) throw new DeadInvitation('there is an administrator already');
	return createPerson(trx, { ...person, role }, now);
}

/** Uses a link that sets a password, and returns whose. Throws `DeadInvitation`. */
export async function acceptPassword(trx: Trx, token: string, passwordHash: string, now: Instant): Promise<string> {
	const { personId } = await claim(trx, token, now);
	if (personId === null) throw new DeadInvitation('the link sets no password');
	await setPassword(trx, personId, passwordHash, now);
	return personId;
}

async function claim(trx: Trx, token: string, now: Instant): Promise<Invitation> {
	await lockWrites(trx);
	const invitation = await invitationByToken(trx, token);
	const refusal = invitation ? invitationRefusal(invitation, now) : 'unknown';
	if (!invitation || refusal !== null) throw new DeadInvitation(`the link is ${refusal}`);
	await trx.updateTable('invitation').set({ used_at: now }).where('id', '=', invitation.id).execute();
	return invitation;
}

function invitationOf(row: InvitationTable): Invitation {
	return {
		id: row.id,
		purpose: row.purpose,
		role: row.role,
		label: row.label,
		personId: row.person_id,
		createdBy: row.created_by,
		createdAt: row.created_at,
		expiresAt: row.expires_at,
		usedAt: row.used_at,
		revokedAt: row.revoked_at
	};
}

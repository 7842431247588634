import { randomBytes } from 'node:crypto';
import type { Instant } from '#domain/instant.ts';
import type { Account } from '#domain/person.ts';
import type { Person, Role } from '#domain/role.ts';
import { lockWrites } from './data-version.ts';
import type { Db, Trx } from '../schema.ts';

/** Somebody has this e-mail address already. */
export class EmailTaken extends Error {
	override readonly name = 'EmailTaken';
}

/** Without this person nobody could keep people and settings any more. */
export class LastAdmin extends Error {
	override readonly name = 'LastAdmin';
}

/** A new person; the e-mail address in lower case, of the password only its hash. */
export type PersonInput = Pick<Person, 'name' | 'email' | 'role'> & { readonly passwordHash: string };

/** Makes a person who can sign in. Throws `EmailTaken`. */
export async function createPerson(trx: Trx, { name, email, role, passwordHash }: PersonInput, now: Instant): Promise<Person> {
	await lockWrites(trx);
	const taken = await trx.selectFrom('person').select('id').where('email', '=', email).executeTakeFirst();
	if (taken) throw new EmailTaken(`${email} has an account already`);
	const id = randomBytes(8).toString('hex');
	const stamps = { created_at: now, updated_at: now };
	await trx
		.insertInto('person')
		.values({ id, name, email, role, email_verified: 0, image: null, second_factor: 0, deactivated_at: null, ...stamps })
		.execute();
	await trx.insertInto('credential').values({ ...credentialOf(id, passwordHash), ...stamps }).execute();
	return { id, name, email, role };
}

function credentialOf(personId: string, password: string) {
	return {
		id: randomBytes(8).toString('hex'),
		person_id: personId,
		account_id: personId,
		provider_id: 'credential',
		password,
		access_token: null,
		refresh_token: null,
		id_token: null,
		access_token_expires_at: null,
		refresh_token_expires_at: null,
		scope: null
	};
}

function accounts(db: Db) {
	return db
		.selectFrom('person')
		.select(['id', 'name', 'email', 'role', 'second_factor', 'deactivated_at', 'created_at'])
		.select((eb) => eb.selectFrom('session').whereRef('session.person_id', '=', 'person.id').select((s) => s.fn.max<string | null>('session.updated_at').as('latest')).as('last_seen'));
}

function accountOf(row: Awaited<ReturnType<ReturnType<typeof accounts>['executeTakeFirstOrThrow']>>): Account {
	const { id, name, email, role } = row;
	return { id, name, email, role, secondFactor: row.second_factor === 1, createdAt: row.created_at, deactivatedAt: row.deactivated_at, lastSeen: row.last_seen };
}

/** Everybody, those who may sign in first, each part by name. */
export async function listPeople(db: Db): Promise<Account[]> {
	const rows = await accounts(db).orderBy((eb) => eb.case().when('deactivated_at', 'is', null).then(0).else(1).end()).orderBy('name').orderBy('id').execute();
	return rows.map(accountOf);
}

/** A person by identifier; null when there is none. */
export async function personById(db: Db, id: string): Promise<Account | null> {
	const row = await accounts(db).where('id', '=', id).executeTakeFirst();
	return row ? accountOf(row) : null;
}

/** The names of people by identifier, as far as there are such people. */
export async function personNames(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
	if (ids.length === 0) return new Map();
	const rows = await db.selectFrom('person').select(['id', 'name']).where('id', 'in', [...new Set(ids)]).execute();
	return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Is there anybody who may keep people and settings? */
export async function hasAdmin(db: Db): Promise<boolean> {
	return (await db.selectFrom('person').select('id').where('role', '=', 'admin').where('deactivated_at', 'is', null).limit(1).execute()).length > 0;
}

/** Gives a person another role. False when there is no such person. Throws `LastAdmin`. */
export async function changeRole(trx: Trx, id: string, role: Role, now: Instant): Promise<boolean> {
	await lockWrites(trx);
	if (role !== 'admin') await checkOtherAdmin(trx, id);
	const { numUpdatedRows } = await trx.updateTable('person').set({ role, updated_at: now }).where('id', '=', id).executeTakeFirst();
	return numUpdatedRows > 0n;
}

/** Gives a person another name. False when there is no such person. */
export async function renamePerson(db: Db, id: string, name: string, now: Instant): Promise<boolean> {
	const { numUpdatedRows } = await db.updateTable('person').set({ name, updated_at: now }).where('id', '=', id).executeTakeFirst();
	return numUpdatedRows > 0n;
}

/** Shuts a person out and ends all of the person's sessions. False when there is no such person who may sign in. Throws `LastAdmin`. */
export async function deactivatePerson(trx: Trx, id: string, now: Instant): Promise<boolean> {
	await lockWrites(trx);
	await checkOtherAdmin(trx, id);
	const { numUpdatedRows } = await trx
		.updateTable('person')
		.set({ deactivated_at: now, updated_at: now })
		.where('id', '=', id)
		.where('deactivated_at', 'is', null)
		.executeTakeFirst();
	await trx.deleteFrom('session').where('person_id', '=', id).execute();
	// The links this person made as well: whoever is shut out must not come back by one.
	await trx
		.updateTable('invitation')
		.set({ revoked_at: now })
		.where((eb) => eb.or([eb('person_id', '=', id), eb('created_by', '=', `person:${id}`)]))
		.where('used_at', 'is', null)
		.where('revoked_at', 'is', null)
		.execute();
	return numUpdatedRows > 0n;
}

/** Lets a person in again. False when there is no such person who is shut out. */
export async function reactivatePerson(db: Db, id: string, now: Instant): Promise<boolean> {
	const { numUpdatedRows } = await db
		.updateTable('person')
		.set({ deactivated_at: null, updated_at: now })
		.where('id', '=', id)
		.where('deactivated_at', 'is not', null)
		.executeTakeFirst();
	return numUpdatedRows > 0n;
}

/** Sets the hash of a person's password and ends all sessions of the person. */
export async function setPassword(trx: Trx, id: string, passwordHash: string, now: Instant): Promise<void> {
	await trx
		.updateTable('credential')
		.set({ password: passwordHash, updated_at: now })
		.where('person_id', '=', id)
		.where('provider_id', '=', 'credential')
		.execute();
	await trx.deleteFrom('session').where('person_id', '=', id).execute();
}

/** Takes a person's second factor away, as when the phone is lost, and ends all sessions of the person. */
export async function removeSecondFactor(trx: Trx, id: string, now: Instant): Promise<void> {
	await trx.deleteFrom('second_factor').where('person_id', '=', id).execute();
	await trx.updateTable('person').set({ second_factor: 0, updated_at: now }).where('id', '=', id).execute();
	await trx.deleteFrom('session').where('person_id', '=', id).execute();
}

async function checkOtherAdmin(trx: Trx, id: string): Promise<void> {
	const admins = await trx.selectFrom('person').select('id').where('role', '=', 'admin').where('deactivated_at', 'is', null).execute();
	if (admins.length === 1 && admins[0]?.id === id) throw new LastAdmin(`${id} is the only administrator`);
}

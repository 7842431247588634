import { describe, expect, test } from 'vitest';
import { installationSecret } from '#db/queries/installation-secret.ts';
import { acceptInvitation, acceptPassword, createInvitation, DeadInvitation, invitationByToken, offerSetup, openInvitations, revokeInvitation } from '#db/queries/invitation.ts';
import {
	changeRole,
	createPerson,
	deactivatePerson,
	EmailTaken,
	hasAdmin,
	LastAdmin,
	listPeople,
	personById,
	personNames,
	reactivatePerson,
	removeSecondFactor,
	renamePerson,
	setPassword
} from '#db/queries/person.ts';
import { endOtherSessions, endSession, listSessions, sweepSessions } from '#db/queries/session.ts';
import type { Db } from '#db/schema.ts';
import type { Role } from '#domain/role.ts';
import { onEachDatabase, write } from './databases.ts';
import { minute } from './samples.ts';

let made = 0;
const person = (db: Db, role: Role, name = `人${++made}`) =>
	write(db, (trx) => createPerson(trx, { name, email: `p${++made}@example.org`, role, passwordHash: 'salt:key' }, minute(0)));

const session = (db: Db, personId: string, id: string, expires = minute(600)) =>
	db.insertInto('session').values({ id, token: `token ${id}`, person_id: personId, expires_at: expires, address: '', agent: 'x', created_at: minute(0), updated_at: minute(made++ % 50) }).execute();

onEachDatabase(({ open }) => {
	describe('people', () => {
		test('are made once for each address, listed by name, those who are shut out last', async () => {
			const db = await open();
			const [b, a, c] = [await person(db, 'viewer', '乙'), await person(db, 'admin', '甲'), await person(db, 'editor', '丙')];
			await expect(write(db, (trx) => deactivatePerson(trx, a.id, minute(1)))).rejects.toThrow(LastAdmin);
			await person(db, 'admin', '丁');
			await write(db, (trx) => deactivatePerson(trx, b.id, minute(1)));
			const names = (await listPeople(db)).map(({ name }) => name);
			expect(names.at(-1)).toBe('乙');
			expect([...names].sort()).toEqual(['丁', '丙', '乙', '甲'].sort());
			expect(await personById(db, b.id)).toMatchObject({ deactivatedAt: minute(1), role: 'viewer' });
			expect(await personById(db, 'nobody')).toBeNull();
			expect(await personNames(db, [a.id, c.id, 'nobody'])).toEqual(new Map([[a.id, '甲'], [c.id, '丙']]));
			await expect(write(db, (trx) => createPerson(trx, { name: '甲', email: a.email, role: 'admin', passwordHash: 'x' }, minute(1)))).rejects.toThrow(EmailTaken);
			expect(await reactivatePerson(db, b.id, minute(2))).toBe(true);
			expect(await reactivatePerson(db, b.id, minute(3))).toBe(false);
			expect(await renamePerson(db, b.id, '新', minute(4))).toBe(true);
			expect(await personById(db, b.id)).toMatchObject({ deactivatedAt: null, name: '新' });
		});

		test('the only administrator stays one, even when two leave at once', async () => {
			const db = await open();
			const [a, b] = [await person(db, 'admin'), await person(db, 'admin')];
			const results = await Promise.allSettled([a, b].map(({ id }) => write(db, (trx) => changeRole(trx, id, 'viewer', minute(1)))));
			expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
			expect(await hasAdmin(db)).toBe(true);
			const last = (await listPeople(db)).find(({ role }) => role === 'admin')?.id ?? '';
			await expect(write(db, (trx) => deactivatePerson(trx, last, minute(2)))).rejects.toThrow(LastAdmin);
			expect(await write(db, (trx) => changeRole(trx, last, 'admin', minute(3)))).toBe(true);
			expect(await write(db, (trx) => changeRole(trx, 'nobody', 'viewer', minute(3)))).toBe(false);
		});

		test('whoever is shut out has no session left and no link that opens anything', async () => {
			const db = await open();
			const [admin, leaving, other] = [await person(db, 'admin'), await person(db, 'admin'), await person(db, 'viewer')];
			await session(db, leaving.id, 'a');
			await session(db, other.id, 'b');
			const link = { purpose: 'invite', role: 'admin', label: '后门', personId: null, createdBy: `person:${leaving.id}` } as const;
			const { token } = await write(db, (trx) => createInvitation(trx, link, minute(0)));
			const kept = await write(db, (trx) => createInvitation(trx, { ...link, createdBy: `person:${admin.id}` }, minute(0)));
			await write(db, (trx) => deactivatePerson(trx, leaving.id, minute(1)));
			expect(await listSessions(db, leaving.id, minute(2))).toEqual([]);
			expect(await listSessions(db, other.id, minute(2))).toHaveLength(1);
			await expect(write(db, (trx) => acceptInvitation(trx, token, { name: '甲', email: 'x@example.org', passwordHash: 'x' }, minute(2)))).rejects.toThrow(DeadInvitation);
			expect((await openInvitations(db, minute(2))).map(({ id }) => id)).toEqual([kept.invitation.id]);
		});

		test('a new password and a lost second factor end every session', async () => {
			const db = await open();
			const { id } = await person(db, 'editor');
			await session(db, id, 'a');
			await write(db, (trx) => setPassword(trx, id, 'other:hash', minute(1)));
			expect(await listSessions(db, id, minute(1))).toEqual([]);
			expect(await db.selectFrom('credential').select('password').where('person_id', '=', id).execute()).toEqual([{ password: 'other:hash' }]);
			await session(db, id, 'b');
			await db.insertInto('second_factor').values({ id: 'f', person_id: id, secret: 's', recovery_codes: 'c', verified: 1, failures: 0, locked_until: null }).execute();
			await db.updateTable('person').set({ second_factor: 1 }).where('id', '=', id).execute();
			await write(db, (trx) => removeSecondFactor(trx, id, minute(2)));
			expect(await personById(db, id)).toMatchObject({ secondFactor: false, lastSeen: null });
			expect(await listSessions(db, id, minute(2))).toEqual([]);
		});
	});

	describe('sessions', () => {
		test('are listed while they last, ended one by one by their owner, or all but one', async () => {
			const db = await open();
			const [a, b] = [await person(db, 'viewer'), await person(db, 'viewer')];
			for (const id of ['1', '2', '3']) await session(db, a.id, id);
			await session(db, a.id, 'old', minute(1));
			await session(db, b.id, '4');
			expect((await listSessions(db, a.id, minute(5))).map(({ id }) => id).sort()).toEqual(['1', '2', '3']);
			expect(await endSession(db, b.id, '1')).toBe(false);
			expect(await endSession(db, a.id, '1')).toBe(true);
			await sweepSessions(db, minute(5));
			expect(await endOtherSessions(db, a.id, '2')).toBe(1);
			expect((await db.selectFrom('session').select('id').orderBy('id').execute()).map(({ id }) => id)).toEqual(['2', '4']);
		});
	});

	describe('links', () => {
		const invitation = { purpose: 'invite', role: 'editor', label: '周编辑', personId: null, createdBy: 'test' } as const;
		const accept = (db: Db, token: string, email: string) => write(db, (trx) => acceptInvitation(trx, token, { name: '周', email, passwordHash: 'x:y' }, minute(2)));

		test('make one account of the role they were made for, and no second', async () => {
			const db = await open();
			const { token } = await write(db, (trx) => createInvitation(trx, invitation, minute(0)));
			expect(JSON.stringify(await db.selectFrom('invitation').selectAll().execute())).not.toContain(token);
			const results = await Promise.allSettled([accept(db, token, 'a@example.org'), accept(db, token, 'b@example.org')]);
			expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
			expect(await listPeople(db)).toMatchObject([{ role: 'editor', name: '周' }]);
			expect(await invitationByToken(db, token)).toMatchObject({ usedAt: minute(2) });
		});

		test('a taken address leaves the link as it was', async () => {
			const db = await open();
			const { email } = await person(db, 'viewer');
			const { token } = await write(db, (trx) => createInvitation(trx, invitation, minute(0)));
			await expect(accept(db, token, email)).rejects.toThrow(EmailTaken);
			expect(await accept(db, token, 'free@example.org')).toMatchObject({ role: 'editor' });
		});

		test('open nothing once withdrawn, too old, or when they never were', async () => {
			const db = await open();
			const { token, invitation: withdrawn } = await write(db, (trx) => createInvitation(trx, invitation, minute(0)));
			expect(await revokeInvitation(db, withdrawn.id, minute(1))).toBe(true);
			expect(await revokeInvitation(db, withdrawn.id, minute(1))).toBe(false);
			const old = await write(db, (trx) => createInvitation(trx, invitation, '2020-01-01T00:00:00.000Z'));
			for (const dead of [token, old.token, 'nothing']) await expect(accept(db, dead, 'a@example.org')).rejects.toThrow(DeadInvitation);
			expect(await openInvitations(db, minute(1))).toEqual([]);
		});

		test('one for a password sets that person’s and no other’s, and makes no account', async () => {
			const db = await open();
			const { id } = await person(db, 'viewer');
			const input = { ...invitation, purpose: 'password', role: 'viewer', personId: id } as const;
			const first = await write(db, (trx) => createInvitation(trx, input, minute(0)));
			const { token } = await write(db, (trx) => createInvitation(trx, input, minute(1)));
			await expect(write(db, (trx) => acceptPassword(trx, first.token, 'new', minute(2)))).rejects.toThrow(DeadInvitation);
			await expect(accept(db, token, 'a@example.org')).rejects.toThrow(DeadInvitation);
			expect(await write(db, (trx) => acceptPassword(trx, token, 'new', minute(2)))).toBe(id);
			const invite = await write(db, (trx) => createInvitation(trx, invitation, minute(0)));
			await expect(write(db, (trx) => acceptPassword(trx, invite.token, 'new', minute(2)))).rejects.toThrow(DeadInvitation);
		});

		test('the set-up link is the latest one, and there is none once somebody keeps people', async () => {
			const db = await open();
			const first = (await write(db, (trx) => offerSetup(trx, minute(0)))) ?? '';
			const second = (await write(db, (trx) => offerSetup(trx, minute(1)))) ?? '';
			await expect(accept(db, first, 'a@example.org')).rejects.toThrow(DeadInvitation);
			expect(await accept(db, second, 'a@example.org')).toMatchObject({ role: 'admin' });
			expect(await write(db, (trx) => offerSetup(trx, minute(3)))).toBeNull();
		});
	});

	test('a secret of the installation is made once, whoever asks first', async () => {
		const db = await open();
		const secrets = await Promise.all([installationSecret(db, 'auth'), installationSecret(db, 'auth'), installationSecret(db, 'auth')]);
		expect(new Set(secrets).size).toBe(1);
		expect(secrets[0]?.length).toBeGreaterThanOrEqual(40);
		expect(await installationSecret(db, 'other')).not.toBe(secrets[0]);
	});
});

import type { Instant } from '#domain/instant.ts';
import type { Db } from '../schema.ts';

/** One browser in which a person is signed in. */
export type OpenSession = {
	readonly id: string;
	readonly startedAt: Instant;
	readonly renewedAt: Instant;
	readonly expiresAt: Instant;
	readonly address: string | null;
	/** What the browser says of itself. */
	readonly agent: string | null;
};

/** The sessions of a person that have not expired, the latest first. */
export async function listSessions(db: Db, personId: string, now: Instant): Promise<OpenSession[]> {
	const rows = await db
		.selectFrom('session')
		.selectAll()
		.where('person_id', '=', personId)
		.where('expires_at', '>', now)
		.orderBy('updated_at', 'desc')
		.orderBy('id')
		.execute();
	return rows.map(({ id, created_at, updated_at, expires_at, address, agent }) => ({
		id,
		startedAt: created_at,
		renewedAt: updated_at,
		expiresAt: expires_at,
		address: address || null,
		agent: agent || null
	}));
}

/** Ends one session of a person. False when the person has no such session. */
export async function endSession(db: Db, personId: string, id: string): Promise<boolean> {
	const { numDeletedRows } = await db.deleteFrom('session').where('person_id', '=', personId).where('id', '=', id).executeTakeFirst();
	return numDeletedRows > 0n;
}

/** Ends all sessions of a person but one, and returns how many those were. */
export async function endOtherSessions(db: Db, personId: string, keptId: string): Promise<number> {
	const { numDeletedRows } = await db.deleteFrom('session').where('person_id', '=', personId).where('id', '!=', keptId).executeTakeFirst();
	return Number(numDeletedRows);
}

/** Removes sessions and sign-ins under way that have expired. */
export async function sweepSessions(db: Db, now: Instant): Promise<void> {
	await db.deleteFrom('session').where('expires_at', '<=', now).execute();
	await db.deleteFrom('verification').where('expires_at', '<=', now).execute();
}

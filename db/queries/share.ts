import type { Instant } from '#domain/instant.ts';
import type { Share } from '#domain/share.ts';
import { newToken, passwordHash, tokenHash } from '../secret.ts';
import type { Db, ShareTable } from '../schema.ts';

/** A new share link, as its maker describes it. */
export type ShareInput = Pick<Share, 'path' | 'label' | 'expiresAt'> & { readonly password: string | null; readonly createdBy?: string | null };

/** Makes a share link. The token, which is the way in, is returned once and kept nowhere. */
export async function createShare(db: Db, { path, label, expiresAt, password, createdBy = null }: ShareInput, now: Instant): Promise<{ share: Share; token: string }> {
	const token = newToken();
	const row: ShareTable = {
		id: newToken().slice(0, 10),
		token_hash: tokenHash(token),
		password_hash: password === null ? null : passwordHash(password),
		path,
		label,
		created_at: now,
		expires_at: expiresAt,
		revoked_at: null,
		created_by: createdBy
	};
	await db.insertInto('share').values(row).execute();
	return { share: shareOf(row), token };
}

/** The share link of a token with what is kept of its password; null when there is none. Expired and revoked ones too. */
export async function shareByToken(db: Db, token: string): Promise<{ share: Share; passwordHash: string | null } | null> {
	const row = await db.selectFrom('share').selectAll().where('token_hash', '=', tokenHash(token)).executeTakeFirst();
	return row ? { share: shareOf(row), passwordHash: row.password_hash } : null;
}

/** Every share link, the newest first. */
export async function listShares(db: Db): Promise<Share[]> {
	return (await db.selectFrom('share').selectAll().orderBy('created_at', 'desc').orderBy('id').execute()).map(shareOf);
}

/** Ends a share link. Returns false when there is none of that identifier, or it was ended before. */
export async function revokeShare(db: Db, id: string, now: Instant): Promise<boolean> {
	const { numUpdatedRows } = await db
		.updateTable('share')
		.set({ revoked_at: now })
		.where('id', '=', id)
		.where('revoked_at', 'is', null)
		.executeTakeFirst();
	return numUpdatedRows > 0n;
}

function shareOf(row: ShareTable): Share {
	return {
		id: row.id,
		path: row.path,
		label: row.label,
		createdAt: row.created_at,
		expiresAt: row.expires_at,
		revokedAt: row.revoked_at,
		hasPassword: row.password_hash !== null,
		createdBy: row.created_by
	};
}

import type { Instant } from './instant.ts';
import type { Role } from './role.ts';

/**
 * A link that is good once: `setup` makes the first administrator, `invite` makes an account, `password` gives somebody
 * who has one a new password.
 */
export type Invitation = {
	readonly id: string;
	readonly purpose: 'setup' | 'invite' | 'password';
	readonly role: Role;
	/** For whom, as the inviter wrote it. */
	readonly label: string;
	/** Whose password it sets. */
	readonly personId: string | null;
	readonly createdBy: string;
	readonly createdAt: Instant;
	readonly expiresAt: Instant;
	readonly usedAt: Instant | null;
	readonly revokedAt: Instant | null;
};

/** How long a link is good, in hours. */
export const INVITATION_HOURS = { setup: 24, invite: 7 * 24, password: 24 } as const satisfies Record<Invitation['purpose'], number>;

/** Why a link opens nothing; null when it does. */
export function invitationRefusal(
	{ usedAt, revokedAt, expiresAt }: Pick<Invitation, 'usedAt' | 'revokedAt' | 'expiresAt'>,
	now: Instant
): 'used' | 'revoked' | 'expired' | null {
	if (usedAt !== null) return 'used';
	if (revokedAt !== null) return 'revoked';
	return expiresAt <= now ? 'expired' : null;
}

import * as v from 'valibot';
import type { Instant } from './instant.ts';
import { ROLES, type Person } from './role.ts';

/** A person as administrators see one. */
export type Account = Person & {
	readonly secondFactor: boolean;
	readonly createdAt: Instant;
	/** Null while the person may sign in. */
	readonly deactivatedAt: Instant | null;
	/** When the latest session began or was last renewed; null without one. */
	readonly lastSeen: Instant | null;
};

/** Long enough without rules that make people write it down; the upper bound keeps hashing affordable. */
export const PASSWORD_LENGTH = { least: 12, most: 128 } as const;

export const personNameSchema = v.pipe(v.string(), v.trim(), v.nonEmpty('empty'), v.maxLength(80, 'too_long'));

/** An e-mail address in lower case; it is the name to sign in with, and nothing is sent to it. */
export const emailSchema = v.pipe(v.string(), v.trim(), v.toLowerCase(), v.nonEmpty('empty'), v.maxLength(254, 'too_long'), v.email('email'));

/** A new password: nothing is trimmed, since blanks may belong to it. */
export const passwordSchema = v.pipe(
	v.string(),
	v.minLength(PASSWORD_LENGTH.least, 'too_short'),
	v.maxLength(PASSWORD_LENGTH.most, 'too_long'),
	v.check((password) => new Set(password).size >= 5, 'too_simple')
);

export const roleSchema = v.picklist(ROLES, 'role');
